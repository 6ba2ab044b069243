public import Configuration

/// The chosen layout and sizes of the panes, which are saved between runs.
public struct PaneShape: Hashable, Sendable {
  /// A movable border between panes; its position is in thousandths of the screen.
  public enum Border: String, CaseIterable, Hashable, Sendable {
    /// In columns: to the right of the list, and to the left of the related stories.
    case listColumn, relatedColumn
    /// If two panes are stacked on the left: to the right of them, and between them.
    case side, relatedRow
    /// In stacked panes: below the list, and to the left of the related stories.
    case listRow, stackedRelated

    /// The share of the pane before the border or, for related stories, of the pane after it.
    var standard: Int {
      switch self {
      case .listColumn: 310
      case .relatedColumn: 260
      case .side: 420
      case .relatedRow: 400
      case .listRow: 400
      case .stackedRelated: 320
      }
    }
  }

  /// The layout.
  public var mode = LayoutMode.auto
  /// Whether the focused pane fills the screen.
  public var isZoomed = false
  private var permilles: [Border: Int] = [:]

  /// Automatic, with default borders.
  public init() {}

  /// The share of the screen for the pane at a border, in thousandths: 100 to 800.
  public subscript(border: Border) -> Int {
    get { permilles[border] ?? border.standard }
    set { permilles[border] = min(800, max(100, newValue)) }
  }

  /// The borders that were moved from their default positions.
  public var changedPermilles: [Border: Int] { permilles }
}
