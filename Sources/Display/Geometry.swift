/// A place on the screen: columns from the left, rows from the top, both from 0.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// How large a screen or a part of it is, in columns and rows; never negative.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  public static let zero = Size(columns: 0, rows: 0)
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  public var origin: Point
  public var size: Size

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  public static let zero = Rect(.zero)

  public var columns: Int { size.columns }
  public var rows: Int { size.rows }
  public var left: Int { origin.column }
  public var top: Int { origin.row }
  /// The first column to the right of the rectangle.
  public var right: Int { origin.column + size.columns }
  /// The first row below the rectangle.
  public var bottom: Int { origin.row + size.rows }
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The same rectangle with its edges moved inwards.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: self.left + min(left, columns), row: self.top + min(top, rows),
      columns: columns - left - right, rows: rows - top - bottom)
  }

  public func intersection(_ other: Rect) -> Rect {
    let left = max(self.left, other.left)
    let top = max(self.top, other.top)
    return Rect(
      column: left, row: top,
      columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
  }
}
