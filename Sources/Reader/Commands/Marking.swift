import Marks
import StoryLibrary

/// Changes of marks. Nothing changes here: the change is written first, and comes back from the disk.
extension ReaderState {
  mutating func change(_ command: Command) -> [ReaderEffect] {
    switch command {
    case .toggleRead: return toggle { .read(!$0.read) }
    case .toggleStar: return toggle { .starred(!$0.starred) }
    case .markAllRead: return ask()
    case .undo: return [.undo]
    case .redo: return [.redo]
    default: break
    }
    return []
  }

  private mutating func toggle(_ kind: (Mark) -> MarkChange.Kind) -> [ReaderEffect] {
    guard let target else {
      sayThereIsNoStory()
      return []
    }
    return [.mark(MarkChange(kind(mark(of: target)), [library.identity(of: target)]), announced: true)]
  }

  func markRead(_ index: StoryIndex) -> [ReaderEffect] {
    let mark = mark(of: index)
    // Who reads a changed story again knows of the change.
    if mark.read, !mark.isChanged { return [] }
    return [.mark(MarkChange(.read(true), [library.identity(of: index)]), announced: false)]
  }

  private mutating func ask() -> [ReaderEffect] {
    if unreadCount > 0 { return reduce(overlay: .ask(.markAllRead(count: unreadCount))) }
    message = .notice("No unread stories")
    return []
  }

  mutating func markAllRead() -> [ReaderEffect] {
    let shown = listing.isEverything ? Array(library.order) : listing.stories
    // One that stands in several groups is one story.
    var seen: Set<StoryIndex> = []
    let unread = shown.filter { !mark(of: $0).read && seen.insert($0).inserted }
    return [.mark(MarkChange(.read(true), unread.map { library.identity(of: $0) }), announced: true)]
  }
}
