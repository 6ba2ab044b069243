public import Display

/// Where the panes are on a screen of some size.
///
/// A pane has a title row and its content below; vertical lines stand between panes and belong to none. The
/// last row is the status line.
public struct PaneLayout: Hashable, Sendable {
  /// How much of the newspaper fits side by side.
  public enum Arrangement: Hashable, Sendable {
    /// List, story and related stories in three columns.
    case wide
    /// The list above the related stories, beside the story.
    case middle
    /// One pane at a time.
    case narrow
    /// Too small to read anything: a message asks for more room.
    case tooSmall
  }

  /// A pane's place: its title row, and what it shows below.
  public struct Frame: Hashable, Sendable {
    /// One row.
    public var title: Rect
    /// All rows below the title.
    public var content: Rect
  }

  /// How many panes are side by side.
  public let arrangement: Arrangement
  /// The panes on the screen; in a narrow arrangement the focused one alone.
  public let frames: [Pane: Frame]
  /// The status line.
  public let status: Rect

  /// From these columns on there are three columns, or two.
  static let wideColumns = 120
  static let middleColumns = 80
  static let smallest = Size(columns: 20, rows: 6)

  /// Lays the panes out.
  public init(screen: Size, focus: Pane) {
    status = Rect(column: 0, row: screen.rows - 1, columns: screen.columns, rows: min(1, screen.rows))
    if screen.columns < PaneLayout.smallest.columns || screen.rows < PaneLayout.smallest.rows {
      arrangement = .tooSmall
      frames = [:]
    } else if screen.columns >= PaneLayout.wideColumns {
      arrangement = .wide
      frames = PaneLayout.wide(screen)
    } else if screen.columns >= PaneLayout.middleColumns {
      arrangement = .middle
      frames = PaneLayout.middle(screen)
    } else {
      arrangement = .narrow
      frames = [focus: PaneLayout.frame(column: 0, row: 0, columns: screen.columns, rows: screen.rows - 1)]
    }
  }

  /// Rows that a pane shows; 0 for a pane that is not on the screen.
  public func rows(of pane: Pane) -> Int { frames[pane]?.content.rows ?? 0 }

  private static func wide(_ screen: Size) -> [Pane: Frame] {
    let list = min(64, screen.columns * 31 / 100)
    let related = min(54, screen.columns * 26 / 100)
    let story = screen.columns - list - related - 2
    let rows = screen.rows - 2
    return [
      .list: frame(column: 0, row: 0, columns: list, rows: rows),
      .story: frame(column: list + 1, row: 0, columns: story, rows: rows),
      .related: frame(column: list + story + 2, row: 0, columns: related, rows: rows),
    ]
  }

  private static func middle(_ screen: Size) -> [Pane: Frame] {
    let list = min(46, screen.columns * 42 / 100)
    let rows = screen.rows - 2
    let relatedRows = max(4, rows * 4 / 10)
    return [
      .list: frame(column: 0, row: 0, columns: list, rows: rows - relatedRows),
      .related: frame(column: 0, row: rows - relatedRows, columns: list, rows: relatedRows),
      .story: frame(column: list + 1, row: 0, columns: screen.columns - list - 1, rows: rows),
    ]
  }

  private static func frame(column: Int, row: Int, columns: Int, rows: Int) -> Frame {
    let whole = Rect(column: column, row: row, columns: columns, rows: rows)
    return Frame(
      title: Rect(column: column, row: row, columns: columns, rows: min(1, rows)),
      content: whole.inset(top: 1))
  }
}
