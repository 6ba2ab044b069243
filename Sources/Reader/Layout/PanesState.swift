import Configuration
public import Display

/// The panes: the screen size, the focused pane, and the chosen layout. The positions of the panes are
/// calculated from these once after each change.
public struct PanesState: Sendable {
  /// The size of the terminal.
  public private(set) var screen: Size
  /// The focused pane.
  public private(set) var focus = Pane.list
  /// The chosen layout and sizes of the panes.
  public private(set) var shape: PaneShape
  /// The positions of the panes.
  public private(set) var layout: PaneLayout
  /// Whether there are sections, which are shown as tabs.
  private var hasTabs: Bool
  /// The maximum length of a story's lines, in columns.
  private var lineWidth: Int
  /// The border that is being dragged.
  private var drag: Drag?

  private struct Drag: Hashable {
    var border: PaneShape.Border
    var hasMoved = false
  }

  /// The distance that one key press moves a border, in thousandths of the screen.
  private static let step = 25

  init(screen: Size, shape: PaneShape, settings: Settings) {
    self.screen = screen
    self.shape = shape
    if settings.layout != .auto { self.shape.mode = settings.layout }
    (hasTabs, lineWidth) = (!settings.sections.isEmpty, settings.lineWidth)
    layout = PaneLayout(
      screen: screen, focus: focus, shape: self.shape, hasTabs: hasTabs, lineWidth: lineWidth)
  }

  /// The actions on the panes.
  enum Action {
    case resized(Size)
    /// The settings have changed, possibly including the layout, set by its name.
    case configured(Settings, setsLayout: Bool)
    case focus(Pane)
    case zoom
    /// Enlarges the focused pane, or shrinks it with −1.
    case widen(Int)
    case nextLayout
    /// The mouse starts dragging a border, moves it and releases it.
    case grab(PaneShape.Border)
    case drag(Point)
    case release
  }

  /// The result of an action, for the root to carry out.
  enum Outcome: Hashable {
    case nothing
    /// The layout or sizes changed and have to be saved.
    case changed(PaneShape)
    /// A message for the status line.
    case say(String, changed: PaneShape?)
  }

  mutating func reduce(_ action: Action) -> Outcome {
    defer {
      layout = PaneLayout(screen: screen, focus: focus, shape: shape, hasTabs: hasTabs, lineWidth: lineWidth)
    }
    switch action {
    case .resized(let size): screen = size
    case .configured(let settings, let setsLayout):
      (hasTabs, lineWidth) = (!settings.sections.isEmpty, settings.lineWidth)
      if setsLayout { shape.mode = settings.layout }
    case .focus(let pane): focus = pane
    case .zoom: return reshape { $0.isZoomed.toggle() }
    case .widen(let sign): return widen(sign)
    case .nextLayout: return nextLayout()
    case .grab(let border): drag = Drag(border: border)
    case .drag(let point): move(to: point)
    case .release:
      defer { drag = nil }
      if drag?.hasMoved == true { return .changed(shape) }
    }
    return .nothing
  }

  private mutating func reshape(_ change: (inout PaneShape) -> Void) -> Outcome {
    let before = shape
    change(&shape)
    return shape == before ? .nothing : .changed(shape)
  }

  private mutating func widen(_ sign: Int) -> Outcome {
    guard let (border, direction) = layout.border(besides: focus) else {
      return .say("Only one pane is on the screen", changed: nil)
    }
    return reshape { $0[border] += sign * direction * PanesState.step }
  }

  private mutating func nextLayout() -> Outcome {
    let modes = LayoutMode.allCases
    let next = modes[((modes.firstIndex(of: shape.mode) ?? 0) + 1) % modes.count]
    (shape.mode, shape.isZoomed) = (next, false)
    let new = PaneLayout(screen: screen, focus: focus, shape: shape, hasTabs: hasTabs)
    let isTooSmall = [.columns, .stacked].contains(next) && new.arrangement == .narrow
    return .say("Layout: \(next.rawValue)" + (isTooSmall ? ", when there is room" : ""), changed: shape)
  }

  private mutating func move(to point: Point) {
    guard let border = drag?.border else { return }
    shape[border] = layout.permille(of: border, at: point, screen: screen)
    drag?.hasMoved = true
  }
}

extension PanesState {
  /// The size of the list: of its pane or, if it is not on the screen, of the pane that it would replace.
  var list: Size {
    let frame = layout.frames[.list] ?? layout.frames[focus]
    return Size(columns: frame?.content.columns ?? screen.columns, rows: frame?.content.rows ?? 0)
  }

  /// The size of the story's lines: in its pane or, if it is not on the screen, in a pane that fills the screen.
  var story: Size {
    let columns = layout.frames[.story]?.content.columns ?? screen.columns
    return Size(
      columns: min(lineWidth, columns - (columns < 60 ? 2 : 4)), rows: layout.rows(of: .story))
  }

  /// The size of the related pane.
  var related: Size {
    Size(columns: layout.frames[.related]?.content.columns ?? story.columns, rows: layout.rows(of: .related))
  }

  /// The pane on one side of the focused one; nil if there is none.
  func pane(_ side: PaneLayout.Side) -> Pane? { layout.pane(side, of: focus) }
}
