public import Display

/// The positions of the panes on a screen of a given size.
///
/// A pane has a title row and its content below; vertical lines between panes belong to neither. The
/// last row is the status line.
public struct PaneLayout: Hashable, Sendable {
  /// The arrangement of the panes.
  public enum Compaction: Hashable, Sendable {
    /// List, story and related stories in three columns.
    case wide
    /// The list above the related stories, to the left of the story.
    case middle
    /// The list at the top; the story and the related stories side by side below.
    case stacked
    /// One pane at a time.
    case narrow
    /// Too small to display anything: a message asks for a larger terminal.
    case tooSmall
  }

  /// The position of a pane: its title row and its content.
  public struct Frame: Hashable, Sendable {
    /// One row.
    public var title: Rect
    /// All rows below the title.
    public var content: Rect

    /// The title and the content.
    public var whole: Rect {
      Rect(column: title.left, row: title.top, columns: title.columns, rows: content.rows + title.rows)
    }
  }

  /// The arrangement of the panes.
  public let arrangement: Compaction
  /// The panes on the screen; only the focused one in a narrow arrangement.
  public let frames: [Pane: Frame]
  /// The status line.
  public let status: Rect
  /// The row of tabs above the panes; nil if there are no sections or not enough rows.
  public let tabs: Rect?

  /// The minimum number of columns for three columns, and for two, in the automatic layout.
  static let wideColumns = 120
  static let middleColumns = 80
  /// The minimum number of columns for three columns, and for two panes side by side, in any layout.
  static let fewestColumns = 90
  static let fewestSideColumns = 60
  /// The minimum number of rows for stacked panes, and for tabs.
  static let fewestStackedRows = 16
  static let fewestTabRows = 10
  /// The minimum width of a pane next to another one, in columns, wherever the border is moved.
  static let fewestPaneColumns = 12
  static let smallest = Size(columns: 20, rows: 6)

  /// Lays out the panes; `hasTabs` if there are sections to show as tabs. A story's lines are at most `lineWidth`
  /// columns long.
  public init(
    screen: Size, focus: Pane, shape: PaneShape = PaneShape(), hasTabs: Bool = false, lineWidth: Int = 72
  ) {
    status = Rect(column: 0, row: screen.rows - 1, columns: screen.columns, rows: min(1, screen.rows))
    arrangement = PaneLayout.arrangement(screen, shape)
    let tabRows = hasTabs && screen.rows >= PaneLayout.fewestTabRows && arrangement != .tooSmall ? 1 : 0
    tabs = tabRows > 0 ? Rect(column: 0, row: 0, columns: screen.columns, rows: 1) : nil
    // If several panes are shown, the last row before the status line closes their frames.
    let bottom = screen.rows - (arrangement == .narrow ? 1 : 2)
    let area = Rect(column: 0, row: tabRows, columns: screen.columns, rows: bottom - tabRows)
    switch arrangement {
    case .wide: frames = PaneLayout.wide(area, shape, storyColumns: lineWidth + 6)
    case .middle: frames = PaneLayout.middle(area, shape)
    case .stacked: frames = PaneLayout.stacked(area, shape, focus)
    case .narrow: frames = [focus: PaneLayout.frame(area)]
    case .tooSmall: frames = [:]
    }
  }

  private static func arrangement(_ screen: Size, _ shape: PaneShape) -> Compaction {
    if screen.columns < smallest.columns || screen.rows < smallest.rows { return .tooSmall }
    if shape.isZoomed { return .narrow }
    switch shape.mode {
    case .auto:
      return screen.columns >= wideColumns ? .wide : screen.columns >= middleColumns ? .middle : .narrow
    case .columns:
      return screen.columns >= fewestColumns ? .wide : screen.columns >= fewestSideColumns ? .middle : .narrow
    case .stacked: return screen.rows >= fewestStackedRows ? .stacked : .narrow
    case .single: return .narrow
    }
  }

  /// The number of content rows of a pane; 0 if the pane is not on the screen.
  public func rows(of pane: Pane) -> Int { frames[pane]?.content.rows ?? 0 }

  /// The first row of the panes.
  public var top: Int { tabs?.bottom ?? 0 }

  /// The pane at a position on the screen; nil between panes.
  public func pane(at point: Point) -> Pane? { frames.first { $0.value.whole.contains(point) }?.key }

  // MARK: Arrangements

  private static func wide(_ area: Rect, _ shape: PaneShape, storyColumns: Int) -> [Pane: Frame] {
    let isChosen = shape.changedPermilles[.listColumn] != nil || shape.changedPermilles[.relatedColumn] != nil
    var list = max(fewestPaneColumns, min(area.columns * shape[.listColumn] / 1_000, area.columns - 36))
    var related = max(
      fewestPaneColumns, min(area.columns * shape[.relatedColumn] / 1_000, area.columns - list - 22))
    // Columns that the story's lines do not need go to the headlines, unless the user has moved the border.
    let spare = isChosen ? 0 : max(0, area.columns - list - related - 2 - storyColumns)
    list += spare * 5 / 9
    related += spare - spare * 5 / 9
    return columns(area, [(.list, list), (.story, area.columns - list - related - 2), (.related, related)])
  }

  private static func middle(_ area: Rect, _ shape: PaneShape) -> [Pane: Frame] {
    let limit = shape.changedPermilles[.side] == nil ? 46 : Int.max
    let side = max(fewestPaneColumns, min(limit, area.columns * shape[.side] / 1_000))
    let relatedRows = min(max(4, area.rows * shape[.relatedRow] / 1_000), max(1, area.rows - 4))
    let left = Rect(column: 0, row: area.top, columns: side, rows: area.rows)
    let listRows = area.rows - relatedRows
    var frames = columns(area, [(.list, side), (.story, area.columns - side - 1)])
    frames[.list] = frame(Rect(column: 0, row: left.top, columns: side, rows: listRows))
    frames[.related] = frame(left.inset(top: listRows))
    return frames
  }

  /// If the lower part is too narrow for two panes, it shows the story or, while focused, the related stories.
  private static func stacked(_ area: Rect, _ shape: PaneShape, _ focus: Pane) -> [Pane: Frame] {
    let listRows = min(max(4, area.rows * shape[.listRow] / 1_000), area.rows - 6)
    let list = Rect(column: 0, row: area.top, columns: area.columns, rows: listRows)
    let lower = area.inset(top: listRows)
    guard area.columns >= fewestColumns else {
      return [.list: frame(list), focus == .related ? .related : .story: frame(lower)]
    }
    let related = max(fewestPaneColumns, area.columns * shape[.stackedRelated] / 1_000)
    var frames = columns(lower, [(.story, area.columns - related - 1), (.related, related)])
    frames[.list] = frame(list)
    return frames
  }

  /// Panes side by side, with a line between adjacent ones.
  private static func columns(_ area: Rect, _ panes: [(Pane, columns: Int)]) -> [Pane: Frame] {
    var frames: [Pane: Frame] = [:]
    var column = area.left
    for (pane, columns) in panes {
      frames[pane] = frame(Rect(column: column, row: area.top, columns: columns, rows: area.rows))
      column += columns + 1
    }
    return frames
  }

  private static func frame(_ whole: Rect) -> Frame {
    let title = Rect(column: whole.left, row: whole.top, columns: whole.columns, rows: min(1, whole.rows))
    return Frame(title: title, content: whole.inset(top: 1))
  }
}
