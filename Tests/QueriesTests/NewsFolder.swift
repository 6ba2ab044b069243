import Foundation
import LoadedPages
import Marks
import Queries
import Search
import StoryLibrary

/// A story as an invented page has it.
struct News {
  var title: String
  var source = "The Meridian"
  var age = "2 hours ago"
  var body = "All of it."
  var topics: [String] = []
  var listing: [News] = []

  init(
    _ title: String, source: String = "The Meridian", age: String = "2 hours ago",
    body: String = "All of it.",
    topics: [String] = [], listing: [News] = []
  ) {
    (self.title, self.source, self.age, self.body) = (title, source, age, body)
    (self.topics, self.listing) = (topics, listing)
  }

  /// The page of the story, and one of its first topic that lists it.
  var pages: [String] {
    let top = "logo\n\(title)\n\n\(title)\n\n\(source)\(age)\n\(body)\n"
    let furniture = [
      "Orange background", "Try Our AI Features", "Comments", "No comments yet...", "Related Articles",
    ]
    let page = top + furniture.map { $0 + "\n\n" }.joined() + listing.map(\.listed).joined()
    var listed = self
    guard let topic = topics.first else { return [page] }
    listed.topics.removeFirst()
    return [page, "logo\n#\n\nLatest news with #\(topic)\n\n" + listed.listed]
  }

  /// As another page lists it.
  private var listed: String {
    let bullets = (topics + [source]).map { "  • \($0)\n" }.joined()
    return "\(title)\n\(title)\n\n\(source)\n\ntime\(age)\n\n\(bullets)\n\(title)\n\n\(body)\n\n"
  }
}

/// A folder of pages that goes away with the test that made it.
final class NewsFolder: Sendable {
  /// All pages were saved then: 15 June 2025, 12:00 UTC.
  static let saved: Int64 = 1_749_988_800

  private let path: String

  init(_ news: [News]) throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("queries-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path + "/pages", withIntermediateDirectories: true)
    for (number, page) in news.flatMap(\.pages).enumerated() {
      let file = path + "/pages/\(number).txt"
      try page.write(toFile: file, atomically: true, encoding: .utf8)
      var times = [
        timespec(tv_sec: Int(Self.saved), tv_nsec: 0), timespec(tv_sec: Int(Self.saved), tv_nsec: 0),
      ]
      utimensat(AT_FDCWD, file, &times, 0)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var index: String { path + "/words" }

  func buildIndex() throws {
    var builder = try IndexBuilder(load(), index: index)
    while try builder.step() {}
  }

  func load() -> Library { Library(ofPagesIn: path + "/pages") { time(nil) + 10 } }
}

/// A library with somebody's marks, to ask queries of.
struct NewsDesk {
  private let folder: NewsFolder
  var scope: QueryScope

  init(_ news: News...) throws {
    folder = try NewsFolder(news)
    scope = QueryScope(library: folder.load(), marks: MarkTable(), now: NewsFolder.saved)
  }

  /// Marks the stories whose titles begin with a text.
  mutating func mark(_ marks: KeyValuePairs<String, Mark>) {
    let library = scope.library
    scope.marks = MarkTable(
      marks.flatMap { title, mark in
        library.order.filter { library[$0].title.hasPrefix(title) }
          .map { (story: library.identity(of: $0), mark: mark) }
      })
  }

  mutating func buildIndex() throws {
    try folder.buildIndex()
    scope.indexPath = folder.index
  }

  func titles(_ stories: [StoryIndex]) -> [String] { stories.map { scope.library[$0].title } }

  func titles(
    _ query: String, sort: StorySort = .newestFirst, isPrefix: Bool = false
  ) -> [String] {
    titles(selection(query, sort: sort, isPrefix: isPrefix).stories(in: scope).stories)
  }

  func selection(
    _ query: String, sort: StorySort = .newestFirst, grouping: StoryGrouping = .none, isPrefix: Bool = false
  ) -> StorySelection {
    StorySelection(query: StoryQuery(query, isPrefix: isPrefix), sort: sort, grouping: grouping)
  }
}
