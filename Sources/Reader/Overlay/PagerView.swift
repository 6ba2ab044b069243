import Display

/// Text of a command, over the panes: what the story was given to, and what came of it.
public struct PagerView: Hashable, Sendable {
  /// What the frame says.
  public let title: String
  /// The text's lines as they came; nil while the command still runs.
  public internal(set) var text: [String]?
  /// The first visible row.
  public internal(set) var top = 0

  /// The rows of the text, laid out once for a screen: keys only scroll.
  public private(set) var rows: [Substring] = []

  /// A text with a title, for a screen of some columns; nil to wait for it.
  init(title: String, text: [String]?, columns: Int) {
    (self.title, self.text) = (title, text)
    layout(columns: columns)
  }

  mutating func layout(columns: Int) {
    let wrapper = TextWrapper(width: columns - 2)
    rows = (text ?? []).flatMap { line in
      let rows = wrapper.texts(of: line)
      return rows.isEmpty ? [""] : rows
    }
  }
}

/// What became of a command that was given a story.
public struct CommandResult: Hashable, Sendable {
  /// What it was.
  public var command: String
  /// What it printed, without control characters, a line each.
  public var lines: [String]
  /// What went wrong, in a sentence without a full stop; nil when nothing did.
  public var failure: String?
  /// Whether what it printed is to be shown.
  public var isShown: Bool

  /// A result.
  public init(command: String, lines: [String], failure: String? = nil, isShown: Bool = true) {
    (self.command, self.lines, self.failure, self.isShown) = (command, lines, failure, isShown)
  }
}

extension ReaderState {
  mutating func perform(_ command: Command?, inPager view: PagerView) -> [ReaderEffect] {
    var view = view
    switch command {
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return leaveStory() + [.stopCommand, .quit]
    case .cancel, .close:
      overlay = nil
      return view.text == nil ? [.stopCommand] : []
    case let command:
      guard let top = scrolled(view.top, by: command, rows: view.rows.count) else {
        message = .notice("\(hint(.close)) \(view.text == nil ? "stops" : "closes") \(view.title)")
        return []
      }
      view.top = top
      overlay = .pager(view)
    }
    return []
  }

  /// A command has begun to run: if it takes long, there is something to see and to stop.
  mutating func awaitCommand(_ title: String) {
    overlay = .pager(PagerView(title: title, text: nil, columns: screen.columns))
  }

  mutating func take(_ result: CommandResult) {
    if case .pager(let view) = overlay, view.text == nil { overlay = nil }
    if let failure = result.failure { message = .warning("\(result.command): \(failure)") }
    if result.isShown, !result.lines.isEmpty {
      overlay = .pager(PagerView(title: result.command, text: result.lines, columns: screen.columns))
    } else if result.failure == nil {
      message = .notice("\(result.command): done" + (result.isShown ? ", nothing printed" : ""))
    }
  }
}
