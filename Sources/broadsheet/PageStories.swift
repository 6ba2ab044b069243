import PageFormats
import StoryLibrary
import Understanding

/// The story of a page, for the commands that compare texts.
struct PageStory {
  /// The page's file, as printed.
  let name: String
  /// The path of the page.
  let path: String
  let title: String
  let paragraphs: [String]
  /// When it was published or, if that is unknown, saved.
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

  /// Reads the stories of files and folders, without pages that only list stories.
  /// - Throws: what could not be read, after `visit` has received everything else.
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
