import Display
import StoryLibrary

/// The overlay that covers the panes, if any: the help screen, the output of a command, or a question.
struct OverlayState: Sendable {
  private(set) var overlay: Overlay?

  /// The parts of the state outside this feature that it needs.
  struct Environment {
    let commands: CommandTable
    let focus: Pane
    let screen: Size
    /// The keys of a command, for messages.
    let hint: (Command) -> String
  }

  mutating func reduce(_ action: Action, in environment: Environment) -> Outcome {
    switch action {
    case .showHelp: overlay = .help(HelpView(environment))
    case .showThemes(let names, let current):
      if !names.isEmpty { overlay = .themes(ThemePicker(names, current: current)) }
    case .pickTheme(let key): return pickTheme(key)
    case .filterHelp(let pattern):
      if case .help = overlay { overlay = .help(HelpView(environment, pattern: pattern)) }
    case .ask(let question): overlay = .question(question)
    case .show(let title, let text):
      overlay = .pager(PagerView(title: title, text: text, columns: environment.screen.columns))
    case .showSheet(let sheet): overlay = .sheet(sheet)
    case .showDifference(let view): overlay = .difference(view)
    case .choose:
      if case .sheet(let sheet) = overlay, let destination = sheet.destination {
        return .go(destination, sheet)
      }
    case .answer(let key): return answer(key)
    case .await(let title):
      overlay = .pager(PagerView(title: title, text: nil, columns: environment.screen.columns))
    case .ended(let result): return end(result, environment)
    case .perform(let command): return perform(command, environment)
    case .scroll(let rows): scroll(by: rows, environment)
    case .layout: layout(environment)
    case .renumber(let translation): renumber(translation)
    }
    return .nothing
  }

  /// Whether a command does something here: keys that can only lead to other commands are not waited for.
  func handles(_ command: Command) -> Bool {
    switch command {
    case .find, .findHeadline: if case .help = overlay { true } else { false }
    case .cancel, .close, .help, .digest, .info, .quit, .redraw, .suspend: true
    default: CoverScroll.step(of: command, page: 1, rows: 1) != nil
    }
  }

  private mutating func pickTheme(_ key: Key) -> Outcome {
    guard case .themes(var picker) = overlay else { return .nothing }
    let outcome = picker.handle(key)
    switch outcome {
    case .nothing, .preview: overlay = .themes(picker)
    case .keep, .takeBack: overlay = nil
    }
    return .theme(outcome)
  }

  // MARK: Questions

  private mutating func answer(_ key: Key) -> Outcome {
    guard case .question(let question) = overlay else { return .nothing }
    overlay = nil
    if key == "y" || key == "Y" { return .confirmed(question) }
    switch question {
    case .markAllRead: return .say(.notice("Nothing was marked"))
    case .overwrite, .makeFolder: return .say(.notice("Nothing was saved"))
    }
  }

  /// Questions stay, as somebody may be about to answer; but not when another library replaces this one.
  private mutating func renumber(_ translation: StoryTranslation?) {
    if let sheet = overlay?.sheet {
      guard let new = translation?.story(sheet.story) else { return overlay = nil }
      overlay?.renumber(new)
    }
    if case .question = overlay, translation == nil { overlay = nil }
  }

  // MARK: Keys

  private mutating func perform(_ command: Command?, _ environment: Environment) -> Outcome {
    switch overlay {
    case .help(let view): return perform(command, inHelp: view, environment)
    case .pager(let view): return perform(command, inPager: view, environment)
    case .sheet(let sheet): return perform(command, inSheet: sheet, environment)
    case .difference(let view): return perform(command, inDifference: view, environment)
    case .question, .themes, nil: return .nothing
    }
  }

  private mutating func perform(
    _ command: Command?, inHelp view: HelpView, _ environment: Environment
  ) -> Outcome {
    switch command {
    case .find, .findHeadline: return .findInHelp(view.pattern)
    case .cancel where !view.pattern.isEmpty: overlay = .help(HelpView(environment))
    case .redraw, .suspend, .quit: return command.map { .pass($0) } ?? .nothing
    case .cancel, .close, .help: overlay = nil
    default:
      guard let step = step(of: command, rows: view.text.lines.count, environment) else {
        let (close, find) = (environment.hint(.close), environment.hint(.find(in: environment.focus)))
        return .say(.notice("\(close) closes the keys · \(find) searches them"))
      }
      scroll(by: step, environment)
    }
    return .nothing
  }

  private mutating func perform(
    _ command: Command?, inPager view: PagerView, _ environment: Environment
  ) -> Outcome {
    switch command {
    case .redraw, .suspend, .quit: return command.map { .pass($0) } ?? .nothing
    case .cancel, .close:
      overlay = nil
      return view.text == nil ? .stopCommand : .nothing
    default:
      guard let step = step(of: command, rows: view.rows.count, environment) else {
        let verb = view.text == nil ? "stops" : "closes"
        return .say(.notice("\(environment.hint(.close)) \(verb) \(view.title)"))
      }
      scroll(by: step, environment)
    }
    return .nothing
  }

  /// Enter is not a command here: it would be that of the pane below.
  private mutating func perform(
    _ command: Command?, inSheet sheet: SheetView, _ environment: Environment
  ) -> Outcome {
    switch command {
    case .redraw, .suspend, .quit: return command.map { .pass($0) } ?? .nothing
    case .cancel, .close, .digest, .info: overlay = nil
    default:
      guard let step = step(of: command, rows: sheet.rows.count, environment) else {
        return .say(.notice("Enter goes there · \(environment.hint(.close)) closes \(sheet.title)"))
      }
      var sheet = sheet
      let visible = max(1, environment.screen.rows - 2)
      if let command, [.down, .up, .nextStory, .previousStory, .top, .end].contains(command) {
        sheet.move(by: step, visible: visible)
      } else {
        sheet.scroll(by: step, visible: visible)
      }
      overlay = .sheet(sheet)
    }
    return .nothing
  }

  private mutating func perform(
    _ command: Command?, inDifference view: DifferenceView, _ environment: Environment
  ) -> Outcome {
    switch command {
    case .redraw, .suspend, .quit: return command.map { .pass($0) } ?? .nothing
    case .cancel, .close: overlay = .sheet(view.sheet)
    default:
      guard let step = step(of: command, rows: view.rows.count, environment) else {
        return .say(.notice("\(environment.hint(.close)) goes back to the versions"))
      }
      scroll(by: step, environment)
    }
    return .nothing
  }

  private func step(of command: Command?, rows: Int, _ environment: Environment) -> Int? {
    command.flatMap { CoverScroll.step(of: $0, page: max(1, environment.screen.rows - 3), rows: rows) }
  }

  // MARK: Scrolling

  private mutating func scroll(by rows: Int, _ environment: Environment) {
    let visible = max(1, environment.screen.rows - 2)
    switch overlay {
    case .help(var view):
      view.top = CoverScroll.top(view.top + rows, rows: view.text.lines.count, visible: visible)
      overlay = .help(view)
    case .pager(var view):
      view.top = CoverScroll.top(view.top + rows, rows: view.rows.count, visible: visible)
      overlay = .pager(view)
    case .sheet(var sheet):
      sheet.scroll(by: rows, visible: visible)
      overlay = .sheet(sheet)
    case .difference(var view):
      view.top = CoverScroll.top(view.top + rows, rows: view.rows.count, visible: visible)
      overlay = .difference(view)
    case .question, .themes, nil: break
    }
  }

  /// A text that covers the screen is not scrolled beyond its end, even if the screen was enlarged.
  private mutating func layout(_ environment: Environment) {
    switch overlay {
    case .help(let view):
      var fresh = HelpView(environment, pattern: view.pattern)
      fresh.top = view.top
      overlay = .help(fresh)
    case .pager(var view):
      view.layout(columns: environment.screen.columns)
      overlay = .pager(view)
    case .sheet(var sheet):
      sheet.layout(columns: environment.screen.columns)
      overlay = .sheet(sheet)
    case .difference(var view):
      view.layout(columns: environment.screen.columns)
      overlay = .difference(view)
    case .question, .themes, nil: break
    }
    scroll(by: 0, environment)
  }

  // MARK: Commands that print

  private mutating func end(_ result: CommandResult, _ environment: Environment) -> Outcome {
    if case .pager(let view) = overlay, view.text == nil { overlay = nil }
    let isPrinted = result.isShown && !result.lines.isEmpty
    if isPrinted {
      overlay = .pager(
        PagerView(title: result.command, text: result.lines, columns: environment.screen.columns))
    }
    if let failure = result.failure { return .say(.warning("\(result.command): \(failure)")) }
    return isPrinted
      ? .nothing : .say(.notice("\(result.command): done" + (result.isShown ? ", nothing printed" : "")))
  }
}

extension Overlay {
  /// The sheet that is shown, or the one behind the shown difference.
  fileprivate var sheet: SheetView? {
    switch self {
    case .sheet(let sheet): sheet
    case .difference(let view): view.sheet
    case .help, .pager, .themes, .question: nil
    }
  }

  /// The number of the story in a sheet has changed.
  fileprivate mutating func renumber(_ new: StoryIndex) {
    switch self {
    case .sheet(var sheet):
      sheet.renumber(new)
      self = .sheet(sheet)
    case .difference(var view):
      view.renumber(new)
      self = .difference(view)
    case .help, .pager, .themes, .question: break
    }
  }
}

extension Question {
  fileprivate var isAboutStory: Bool {
    if case .overwrite = self { true } else { false }
  }
}

/// Scrolls a text that covers the screen.
private enum CoverScroll {
  /// The number of rows that a command goes down; nil if it does not scroll.
  static func step(of command: Command, page: Int, rows: Int) -> Int? {
    switch command {
    case .down, .nextStory, .open, .follow: 1
    case .up, .previousStory: -1
    case .pageDown, .readOn: page
    case .pageUp: -page
    case .halfPageDown: max(1, page / 2)
    case .halfPageUp: -max(1, page / 2)
    case .top: -rows
    case .end: rows
    default: nil
    }
  }

  static func top(_ top: Int, rows: Int, visible: Int) -> Int { max(0, min(top, rows - visible)) }
}
