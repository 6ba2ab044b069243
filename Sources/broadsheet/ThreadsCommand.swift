import ArgumentParser
import Configuration
import Export
import Marks
import PageFormats
import Queries
import StoryLibrary
import Understanding

struct ThreadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "threads", abstract: "List threads: stories about the same event.",
    discussion: """
      The largest thread comes first, each with its number of stories, how many are unread, and their dates. Threads are \
      found by the words, names and numbers that stories share, without network access.
      """)

  @Argument(
    help: ArgumentHelp(
      "Folders or pages (default: the configured folders, or the samples).", valueName: "path"),
    completion: .file())
  var folders: [String] = []

  @Flag(help: "Print one JSON object, with all stories of all threads.")
  var json = false

  @Flag(help: "Also print threads of a single story.")
  var all = false

  func run() throws {
    let settings = Settings.ofUser()
    let paths = LoadedLibrary.paths(folders, settings: settings)
    let loaded = LoadedLibrary(paths)
    loaded.save()
    let (library, marks) = (loaded.library, LoadedLibrary.marks(settings))
    let index = RelatedIndex.upToDate(library, keptIn: loaded.relatedPath)
    let threads = index.threads(in: library).sorted { $0.stories.count > $1.stories.count }
    if json {
      var finder = RelatedFinder(library, index)
      let names = PageNames(paths: paths)
      let rows = threads.map { thread in
        ThreadJSON(thread, words: finder.words(of: thread.stories, limit: 5), library, marks, names)
      }
      Output.line(try JSONLine().string(["threads": rows]))
    } else {
      Output.lines(threads.lazy.filter { all || $0.stories.count > 1 }.map { line($0, library, marks) })
    }
    if LoadedLibrary.complain(about: library) { throw Failure(kind: .input, messages: []) }
  }

  private func line(_ thread: StoryThread, _ library: Library, _ marks: MarkTable) -> String {
    let unread = thread.stories.count { !marks.mark(for: library.identity(of: $0)).read }
    let days = thread.stories.map { day(of: $0, library) }
    let (first, last) = (days[0], days[days.count - 1])
    let count = StoryCount.text(thread.stories.count)
    return "\(library[thread.first].title) · \(count), \(unread) unread · "
      + (first == last ? first : "\(first) to \(last)")
  }

  private func day(of story: StoryIndex, _ library: Library) -> String {
    let time = library.time(of: story)
    return PublicationTime(seconds: time.seconds, precision: max(time.precision, .day)).iso8601
  }
}

/// A thread as `threads --json` prints it.
struct ThreadJSON: Encodable {
  /// The headline of its first story.
  let title: String
  let words: [String]
  let unread: Int
  let stories: [Story]

  /// A story on a page of its own; `file` is empty if the story was never saved as a separate page.
  struct Story: Encodable {
    let file: String
    let id: String
    let title: String
    let date: String?
    let source: String?
  }

  init(_ thread: StoryThread, words: [String], _ library: Library, _ marks: MarkTable, _ names: PageNames) {
    title = library[thread.first].title
    self.words = words
    unread = thread.stories.count { !marks.mark(for: library.identity(of: $0)).read }
    stories = thread.stories.flatMap { index in
      let story = library[index]
      let date = story.published.map {
        PublicationTime(seconds: $0.seconds, precision: max($0.precision, .day)).iso8601
      }
      return names.pages(of: index, in: library).map {
        Story(file: $0, id: story.id.description, title: story.title, date: date, source: story.source)
      }
    }
  }
}
