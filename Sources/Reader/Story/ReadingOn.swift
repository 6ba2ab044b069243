public import StoryLibrary

/// What follows after the end of the current story.
public enum ReadingOn: Hashable, Sendable {
  /// The next unread story of the list.
  case story(StoryIndex)
  /// An unread story too far away to be found while the screen is drawn.
  case farStory
  /// No unread story.
  case nothing
}

/// Reading all stories with a single key.
extension ReaderState {
  /// The target of the key for reading on; nil if it turns a page.
  public var readingOn: ReadingOn? {
    guard settings.spaceReadsOn, focus == .story, storyState.isAtEnd else { return nil }
    return listState.nextUnread(listEnvironment)
  }

  /// Turns the page or, at the end of a story, opens the next unread one.
  mutating func readOn(_ times: Int) -> [ReaderEffect] {
    switch readingOn {
    case nil: return perform(.pageDown, times: times)
    case .story, .farStory: return reduce(list: .goToUnread(1))
    case .nothing:
      message = .notice("No unread stories left · \(hint(.close)) list")
      return []
    }
  }
}

extension ListState {
  /// The maximum number of rows searched for the next unread story.
  private static let rowsAhead = 64

  /// The next unread story after the selected one.
  func nextUnread(_ environment: Environment) -> ReadingOn {
    guard hasOtherUnread(environment) else { return .nothing }
    var walk = ListWalk(
      0, to: .unread(environment.marks), in: shown.listing, of: environment.library,
      from: shown.cursor.selected, step: 1, count: 1, skipsStart: shown.gap <= 0)
    walk.advance(rows: ListState.rowsAhead)
    if let row = walk.row, let story = shown.row(at: row, in: environment.frame)?.story {
      return .story(story)
    }
    return walk.isOver ? .nothing : .farStory
  }

  /// Whether there may be an unread story other than the selected one.
  func hasOtherUnread(_ environment: Environment) -> Bool {
    guard let unread = environment.unreadCount else { return true }
    let isSelectedUnread = shown.selectedStory(in: environment.frame).map {
      !environment.marks.isRead(environment.library.identity(of: $0))
    }
    return unread > (isSelectedUnread == true && shown.gap == 0 ? 1 : 0)
  }
}
