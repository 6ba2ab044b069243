import Display
import Testing

struct GeometryTests {
  private let rect = Rect(column: 2, row: 3, columns: 10, rows: 5)

  @Test func edges() {
    #expect((rect.left, rect.top, rect.right, rect.bottom) == (2, 3, 12, 8))
    #expect(!rect.isEmpty)
    #expect(Rect.zero.isEmpty)
    #expect(Rect(column: 0, row: 0, columns: 4, rows: 0).isEmpty)
    #expect(Rect(Size(columns: 4, rows: 2)) == Rect(column: 0, row: 0, columns: 4, rows: 2))
  }

  @Test func sizesAreNeverNegative() {
    #expect(Size(columns: -1, rows: -9) == .zero)
    var size = Size(columns: 4, rows: 4)
    size.columns -= 9
    size.rows -= 9
    #expect(size == .zero)
    #expect(Rect(column: 1, row: 1, columns: -4, rows: 2).columns == 0)
  }

  @Test func insets() {
    #expect(rect.inset(left: 1, top: 1, right: 2, bottom: 3) == Rect(column: 3, row: 4, columns: 7, rows: 1))
    #expect(rect.inset() == rect)
  }

  @Test(arguments: [(20, 0, 0, 0), (0, 0, 20, 0), (6, 0, 6, 0), (0, 9, 0, 9), (99, 99, 99, 99)])
  func tooLargeInsetsLeaveNothingInside(left: Int, top: Int, right: Int, bottom: Int) {
    let inner = rect.inset(left: left, top: top, right: right, bottom: bottom)
    #expect(inner.isEmpty)
    #expect(inner.columns >= 0 && inner.rows >= 0)
    #expect(rect.left...rect.right ~= inner.left && rect.left...rect.right ~= inner.right)
    #expect(rect.top...rect.bottom ~= inner.top && rect.top...rect.bottom ~= inner.bottom)
  }

  @Test(arguments: [
    (
      "Overlapping", Rect(column: 0, row: 0, columns: 5, rows: 5),
      Rect(column: 2, row: 3, columns: 3, rows: 2)
    ),
    ("Inside", Rect(column: 3, row: 4, columns: 2, rows: 2), Rect(column: 3, row: 4, columns: 2, rows: 2)),
    (
      "Around", Rect(column: -9, row: -9, columns: 99, rows: 99),
      Rect(column: 2, row: 3, columns: 10, rows: 5)
    ),
  ])
  func intersections(name: String, other: Rect, expected: Rect) {
    #expect(rect.intersection(other) == expected)
    #expect(other.intersection(rect) == expected)
  }

  @Test(arguments: [
    Rect(column: 12, row: 3, columns: 4, rows: 4), Rect(column: 2, row: 8, columns: 4, rows: 4),
    Rect(column: -9, row: -9, columns: 2, rows: 2), Rect(column: 99, row: 99, columns: 2, rows: 2), .zero,
  ])
  func intersectionsOfWhatDoesNotTouch(other: Rect) {
    #expect(rect.intersection(other).isEmpty)
    #expect(rect.intersection(other).right >= rect.intersection(other).left)
    #expect(rect.intersection(other).bottom >= rect.intersection(other).top)
  }
}
