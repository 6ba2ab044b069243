/// A point on the screen: columns from the left, rows from the top, both from 0.
public struct Point: Hashable, Sendable {
  /// The column; negative if it is to the left of the screen.
  public var column: Int
  /// The row; negative if it is above the screen.
  public var row: Int

  /// The point at a column and a row.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// The size of a screen or a part of it, in columns and rows; never negative.
public struct Size: Hashable, Sendable {
  /// The number of columns.
  public var columns: Int { didSet { columns = max(0, columns) } }
  /// The number of rows.
  public var rows: Int { didSet { rows = max(0, rows) } }

  /// A size; negative numbers become 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// An empty size.
  public static let zero = Size(columns: 0, rows: 0)
}

/// A rectangle of cells.
public struct Rect: Hashable, Sendable {
  /// The upper left cell.
  public var origin: Point
  /// The size.
  public var size: Size

  /// A rectangle with its upper left cell at a column and a row.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    origin = Point(column: column, row: row)
    size = Size(columns: columns, rows: rows)
  }

  /// A whole screen of this size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  /// An empty rectangle.
  public static let zero = Rect(.zero)

  /// Its width.
  public var columns: Int { size.columns }
  /// Its height.
  public var rows: Int { size.rows }
  /// Its first column.
  public var left: Int { origin.column }
  /// Its first row.
  public var top: Int { origin.row }
  /// The first column to the right of the rectangle.
  public var right: Int { origin.column + size.columns }
  /// The first row below the rectangle.
  public var bottom: Int { origin.row + size.rows }
  /// Whether it contains a cell.
  public func contains(_ point: Point) -> Bool {
    left..<right ~= point.column && top..<bottom ~= point.row
  }

  /// Whether it contains no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The same rectangle with its edges moved inwards.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: self.left + min(left, columns), row: self.top + min(top, rows),
      columns: columns - left - right, rows: rows - top - bottom)
  }

  /// One of its rows, from 0 at the top.
  public func row(_ offset: Int) -> Rect { Rect(column: left, row: top + offset, columns: columns, rows: 1) }

  /// The cells in both; empty if there are none.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(self.left, other.left)
    let top = max(self.top, other.top)
    return Rect(
      column: left, row: top,
      columns: min(right, other.right) - left, rows: min(bottom, other.bottom) - top)
  }
}
