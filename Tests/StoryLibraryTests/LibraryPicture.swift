import StoryLibrary

/// All that a reader can see of a library, to be compared with another one.
struct LibraryPicture: Equatable {
  struct Line: Equatable {
    var identity: StoryIdentity
    var title: String
    var source: String?
    var when: String?
    var published: Int64?
    var saved: Int64
    var hasPage: Bool
    var pageCount: Int
    var paths: [String]
    var fullest: BodyLocation?
    var related: [StoryID]
    var backlinks: [StoryID]
    var topics: Set<String>
    var headline: HeadlineID
    var text: TextSketch
    var address: UInt64
    var inheritance: MarkInheritance
    var versions: [[String]]
    /// It is found by its identity.
    var isFound: Bool
  }

  var stories: [Line]
  var pageCount: Int

  init(_ library: Library) {
    pageCount = library.pageCount
    stories = library.order.map { index in
      let story = library[index]
      return Line(
        identity: story.identity, title: story.title, source: story.source, when: story.when,
        published: story.published?.seconds, saved: story.saved, hasPage: story.hasPage,
        pageCount: story.pageCount,
        paths: library.pagePaths(of: index), fullest: library.bodyLocation(of: index),
        related: library.related(to: index).map { library[$0].id },
        backlinks: library.backlinks(of: index).map { library[$0].id },
        topics: Set(library.topics(of: index)), headline: story.identity.headline, text: story.identity.text,
        address: story.identity.address, inheritance: story.identity.inheritance,
        versions: library.versions(of: index).map(\.paths),
        isFound: library.index(of: story.id) == index)
    }
  }
}
