import StoryLibrary
import Synchronization

/// A related story as an invented page lists it.
struct Listed {
  var title = "Tin index slips"
  var source = "North Wire"
  var when = "23 minutes ago"
  var body = "The tin index slipped by two points."

  var text: String {
    let heading = "\(title)\n\(title)\n\n\(source)\n\ntime\(when)\n\n  • \(source)\n\n\(title)\n\n"
    return heading + (body.isEmpty ? "" : "\(body)\n\n")
  }
}

/// An invented page as it was saved: its file and what is written there.
struct InventedPage {
  private static let numbers = Atomic(0)

  /// Of its own, unless it is named.
  var name = "fog-\(InventedPage.numbers.wrappingAdd(1, ordering: .relaxed).newValue).txt"
  /// Seconds since 1970.
  var saved: Int64 = 1_750_000_000
  var text: String

  init(
    _ title: String, source: String? = "The Meridian", when: String = "16 hours ago",
    body: [String] = ["The fog came at six."], comments: [String] = ["No comments yet..."],
    listing: [Listed] = []
  ) {
    let top = ["logo", title, "", title, ""] + (source.map { [$0 + when] } ?? []) + body
    let furniture =
      ["Orange background", "Try Our AI Features", "Explore what Daily8 AI can do for you:", "Comments"]
      + comments
      + ["Related Articles"]
    text =
      top.map { $0 + "\n" }.joined() + furniture.map { $0 + "\n\n" }.joined() + listing.map(\.text).joined()
  }

  /// A page with the latest stories of one topic: it has no story of its own.
  init(topic: String, listing: [Listed]) {
    text = "logo\n#\n\nLatest news with #\(topic)\n\n" + listing.map(\.text).joined()
  }

  /// A page of another site.
  init(plain text: String) {
    self.text = text
  }

  func named(_ name: String, saved: Int64? = nil) -> InventedPage {
    var page = self
    page.name = name
    page.saved = saved ?? self.saved
    return page
  }
}

extension PageBatch {
  /// The batch that a loader would make of files in `folder`.
  init(folder: String = "news", _ pages: [InventedPage]) {
    self.init(folder: folder)
    for page in pages {
      Array(page.text.utf8).withUnsafeBufferPointer { add($0, name: page.name, saved: page.saved) }
    }
  }
}

extension Library {
  init(_ pages: InventedPage...) { self.init(pages) }

  init(_ pages: [InventedPage]) {
    self.init()
    add(PageBatch(pages))
  }

  /// All headlines in the list's order.
  var titles: [String] { order.map { self[$0].title } }

  func titles(_ stories: [StoryIndex]) -> [String] { stories.map { self[$0].title } }

  struct NoSuchStory: Error {
    var beginning: String
  }

  /// The first story whose headline begins like this.
  func story(_ beginning: String) throws -> StoryIndex {
    guard let story = order.first(where: { self[$0].title.hasPrefix(beginning) }) else {
      throw NoSuchStory(beginning: beginning)
    }
    return story
  }
}
