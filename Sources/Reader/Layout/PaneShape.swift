public import Configuration

/// The reader's layout and sizes of the panes, which are saved between runs.
public struct PaneShape: Hashable, Sendable {
  /// A line between panes that can be moved; what it separates is given in thousandths of the screen.
  public enum Border: String, CaseIterable, Hashable, Sendable {
    /// In columns: to the right of the list, and to the left of the related stories.
    case listColumn, relatedColumn
    /// Where two panes stand above each other at the left: to their right, and between them.
    case side, relatedRow
    /// In stacked panes: below the list, and to the left of the related stories.
    case listRow, stackedRelated

    /// What the pane before the line has, or for related stories the pane after it.
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

  /// Which layout.
  public var mode = LayoutMode.auto
  /// The focused pane has the screen to itself.
  public var isZoomed = false
  private var permilles: [Border: Int] = [:]

  /// Automatic, with standard borders.
  public init() {}

  /// How much of the screen the pane beside a border has, in thousandths: 100 to 800.
  public subscript(border: Border) -> Int {
    get { permilles[border] ?? border.standard }
    set { permilles[border] = min(800, max(100, newValue)) }
  }

  /// The borders that were moved away from their standard places.
  public var changedPermilles: [Border: Int] { permilles }
}
