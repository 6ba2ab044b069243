import Display
import Foundation
public import Marks
import PageDump
public import Reader
import StoryLibrary

/// Somebody reading: keys go in, and whatever a state asks for is done at once, with marks kept in memory.
/// Effects that need a real terminal or program are only noted.
public struct Desk {
  /// What the screen is made from.
  public private(set) var state: ReaderState
  /// The effects of the last keys.
  public private(set) var effects: [ReaderEffect] = []
  private let store: MarkStore
  private let folder: TemporaryFolder
  private var pageCount = 0

  /// The time on the desk: 20 August 2025, 12:00 UTC. All pages were saved at that moment.
  public static let now: Int64 = 1_755_691_200

  /// A desk with a screen of some size. Without pages, nothing has been loaded yet.
  public init(_ pages: [SavedPageText]? = nil, columns: Int = 120, rows: Int = 40) throws {
    folder = try TemporaryFolder()
    store = try MarkStore(inMemoryBecause: .busy(path: "tests"))
    state = ReaderState(
      screen: Size(columns: columns, rows: rows), paths: ["/pages"], now: Desk.now)
    guard let pages else { return }
    try load(pages)
    apply(.loadFinished(isWhole: true))
  }

  /// Pages arrive, as if they had just been found.
  public mutating func load(_ pages: [SavedPageText]) throws {
    var batch = PageBatch(folder: folder.path)
    for page in pages {
      pageCount += 1
      let name = "\(1_000 + pageCount).txt"
      try Data(page.text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
      Array(page.text.utf8).withUnsafeBufferPointer { batch.add($0, name: name, saved: Desk.now) }
    }
    apply(.loaded([batch]))
    apply(.showStories)
  }

  /// Presses keys, named as the help screen names them and separated by spaces: `j j Enter 2 ^O`.
  public mutating func press(_ keys: String) {
    effects = []
    for name in keys.split(separator: " ") {
      let known = CommandRow.table.flatMap(\.keys).first { $0.description == name }
      apply(.key(known ?? .character(name.first ?? " ")))
    }
  }

  /// Another program changes a mark.
  public mutating func markElsewhere(_ change: MarkChange) throws {
    _ = try store.apply(change)
    try takeMarks()
  }

  /// Something happens.
  public mutating func apply(_ action: ReaderAction) {
    for effect in state.reduce(action) {
      effects.append(effect)
      carryOut(effect)
    }
  }

  private mutating func carryOut(_ effect: ReaderEffect) {
    do {
      switch effect {
      case .readBody(let story, let location):
        apply(.bodyRead(story, location, try BodyReader.read(location)))
      case .mark(let change, _): _ = try store.apply(change)
      case .undo: _ = try store.undo()
      case .redo: _ = try store.redo()
      case .savePlace(let story, let place): try store.savePlace(place, of: story)
      case .reload, .loadAnew, .stopLoading, .nextTheme, .redraw, .suspend, .quit: break
      }
      try takeMarks()
    } catch {
      apply(.warning("\(error)"))
    }
  }

  private mutating func takeMarks() throws {
    let update = try store.changes(since: state.marks.revision)
    if !update.isEmpty { apply(.marksChanged(update)) }
  }
}

extension Desk {
  /// The title of the story that is shown.
  public var title: String? { state.story.map { state.library[$0.index].title } }

  /// The titles of the list, from the top.
  public var titles: [String] { state.library.order.map { state.library[$0].title } }

  /// Whether the story with a title is marked read.
  public func isRead(_ title: String) -> Bool? {
    state.library.order.first { state.library[$0].title == title }.map { state.mark(of: $0).read }
  }

  /// Whether it has a star.
  public func isStarred(_ title: String) -> Bool? {
    state.library.order.first { state.library[$0].title == title }.map { state.mark(of: $0).starred }
  }
}
