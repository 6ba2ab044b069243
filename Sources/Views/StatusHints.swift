import Display
import Reader

/// The most important keys in the current state: the first binding of each.
enum StatusHints {
  struct Hint {
    var key: String
    var text: String
  }

  /// If not all fit, the last but one is left out first.
  static func hints(_ state: ReaderState) -> [Hint] {
    if let number = state.pendingNumber { return hints(number, state) }
    if !state.pendingKeys.isEmpty {
      return [
        Hint(key: KeySequence(state.pendingKeys).description, text: "…"), Hint(key: "Esc", text: "cancel"),
      ]
    }
    switch state.overlay {
    case .help: return hints([(.down, "down"), (.find(in: state.focus), "find"), (.close, "close")], state)
    case .pager(let view):
      return hints([(.down, "down"), (.close, view.text == nil ? "stop" : "close")], state)
    case .sheet(let sheet):
      let enter = sheet.leadsSomewhere ? [Hint(key: "Enter", text: "go there")] : []
      return enter + hints([(.down, "down"), (.close, "close")], state)
    case .difference: return hints([(.down, "down"), (.close, "back")], state)
    case .themes:
      return [
        Hint(key: "Enter", text: "use"), Hint(key: "j", text: "next"), Hint(key: "k", text: "previous"),
        Hint(key: "Esc", text: "cancel"),
      ]
    case .question, nil: break
    }
    if let links = state.story?.links, state.focus == .story { return hints(links, state) }
    return hints(commands(state) + [(.help, "keys")], state)
  }

  /// The hints while links are numbered.
  private static func hints(_ links: NumberedLinks, _ state: ReaderState) -> [Hint] {
    let hide = Hint(key: "Esc", text: "hide numbers")
    if let typed = links.typed {
      return [Hint(key: "\(typed)", text: "…"), Hint(key: "Enter", text: "follow link \(typed)")]
        + hints([(.openOutside, "open its address")], state) + [hide]
    }
    if links.chosen != nil { return hints([(.openOutside, "open its address")], state) + [hide] }
    return [Hint(key: links.count == 1 ? "1" : "1-\(links.count)", text: "follow link"), hide]
  }

  /// The hints while a number is being typed.
  private static func hints(_ number: Int, _ state: ReaderState) -> [Hint] {
    let follow: [(Command, String)] =
      number <= state.related.stories.count ? [(.open, "follow related \(number)")] : []
    return [Hint(key: "\(number)", text: "…")]
      + hints([(.down, "down"), (.up, "up"), (.end, "go to \(number)")] + follow, state)
      + [Hint(key: "Esc", text: "cancel")]
  }

  private static func hints(_ commands: [(command: Command, text: String)], _ state: ReaderState) -> [Hint] {
    commands.compactMap { command, text in
      state.commands.key(of: command, in: state.focus).map { key in
        Hint(key: command == .follow1to9(1) && key == "1" ? "1-9" : key, text: text)
      }
    }
  }

  private static func commands(_ state: ReaderState) -> [(Command, String)] {
    if state.library.isEmpty { return [(.close, "quit")] }
    if state.isFindingHeadlines || state.find?.isOfSearch == false {
      return [(.nextUnread, "next"), (.previousMatch, "previous"), (.cancel, "end")]
    }
    return state.focus == .list ? inList(state) : besideList(state)
  }

  private static func inList(_ state: ReaderState) -> [(Command, String)] {
    let leave: (Command, String) =
      state.isSearching
      ? (.close, "all stories")
      : state.request.filter.isEmpty ? (.close, "quit") : (.cancel, "all stories")
    if state.pickedCount > 0 {
      return [
        (.toggleRead, "mark read"), (.toggleStar, "star"), (.archive, "archive"), (.cancel, "unselect"),
      ]
    }
    switch state.row(at: state.list.selected) {
    case nil: return [leave]
    case .heading(let group):
      let isFolded = state.listing.isFolded(group)
      return [(.open, isFolded ? "unfold" : "fold"), (.foldAll, "all"), (.nextPane, "pane"), leave]
    case .story:
      // The same for every story, so that a move sends few bytes.
      return [(.open, "read"), (.nextPane, "pane"), (.toggleRead, "mark read"), (.toggleStar, "star"), leave]
    }
  }

  private static func besideList(_ state: ReaderState) -> [(Command, String)] {
    var commands: [(Command, String)] = []
    if state.isSearching { commands += [(.nextUnread, "next"), (.previousMatch, "previous")] }
    if state.focus == .related {
      commands.append((.follow, "follow"))
    } else if !state.related.stories.isEmpty {
      commands.append((.follow1to9(1), "follow"))
    }
    if state.trail.path.count > 1 { commands.append((.back, "back")) }
    commands += [(.nextPane, "pane")] + toggles(state)
    return commands + [(.close, state.isSearching ? "results" : "list")]
  }

  /// What the keys for marks would do to the current story.
  private static func toggles(_ state: ReaderState) -> [(Command, String)] {
    let mark = state.target.map { state.mark(of: $0) }
    return [
      (.toggleRead, mark?.read == true ? "mark unread" : "mark read"),
      (.toggleStar, mark?.starred == true ? "unstar" : "star"),
    ]
  }
}
