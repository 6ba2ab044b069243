import PageFormats
import StoryLibrary
import Understanding

/// The story of a page, as the commands that compare texts see it.
struct PageStory {
  /// The page's file, as it is printed.
  let name: String
  /// Where it can be read again.
  let path: String
  let title: String
  let paragraphs: [String]
  /// When it was published or, where the page does not tell, saved.
  let day: CivilDate
  /// When the page was saved, in seconds since 1970 (UTC).
  let saved: Int64

  init(_ found: SavedPages.Found) {
    let story = found.page.story
    name = Output.harmless(found.name)
    path = found.path
    title = story.title ?? name
    paragraphs = story.body
    day = CivilDate(ofSeconds: story.published?.seconds ?? found.saved)
    saved = found.saved
  }

  /// Reads the stories of files and folders; pages that list several have none of their own.
  /// - Throws: what could not be read, when `visit` has been handed all else.
  static func read(_ paths: [String], _ visit: (PageStory) -> Void) throws(Failure) {
    var pages = SavedPages()
    for path in paths {
      pages.read(path) { found in
        if found.page.kind != .topic { visit(PageStory(found)) }
      }
    }
    let serious = pages.problems.filter { !$0.isHarmless }
    if !serious.isEmpty { throw Failure(kind: .input, messages: serious.map { ErrorMessages.message($0) }) }
  }

  /// The stories of files and folders, and what could not be read.
  static func all(_ paths: [String]) -> (stories: [PageStory], failure: Failure?) {
    var stories: [PageStory] = []
    do throws(Failure) {
      try read(paths) { stories.append($0) }
      return (stories, nil)
    } catch {
      return (stories, error)
    }
  }
}
