import ArgumentParser
import Export
import Understanding

struct NoveltyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "novelty", abstract: "Print the paragraphs of pages that are not in pages already read.",
    usage: "broadsheet novelty [--json] --read <file> ... -- <file> ...",
    discussion: """
      A paragraph counts as read if nearly all of it, with all of its numbers, is word for word in one of the pages \
      read.
      """)

  @Option(
    name: .customLong("read"), parsing: .upToNextOption,
    help: ArgumentHelp("The pages already read; end the list with --.", valueName: "file"),
    completion: .file())
  var read: [String]

  @Argument(help: ArgumentHelp("The pages to compare with them.", valueName: "file"), completion: .file())
  var files: [String]

  @Flag(help: "Print one JSON object per line.")
  var json = false

  func run() throws {
    let (known, knownFailure) = PageStory.all(read)
    let (stories, failure) = PageStory.all(files)
    let readStories = ReadStories(known.map(\.paragraphs))
    let novelty = Novelty(read: known.map(\.paragraphs), others: stories.map(\.paragraphs))
    let encoder = JSONLine()
    for story in stories {
      let paragraphs = novelty.paragraphs(of: story.paragraphs)
      if json {
        let isRead = paragraphs.map { readStories.contain($0.text) }
        Output.line(try encoder.string(NoveltyJSON(file: story.name, paragraphs, isRead)))
      } else {
        printNew(story, paragraphs.map(\.text).filter { !readStories.contain($0) }, of: paragraphs.count)
      }
    }
    let messages = [knownFailure, failure].compactMap { $0 }.flatMap(\.messages)
    if !messages.isEmpty { throw Failure(kind: .input, messages: messages) }
  }

  private func printNew(_ story: PageStory, _ new: [String], of count: Int) {
    Output.line(story.title)
    Output.line("\(new.count) of \(count) paragraph\(count == 1 ? "" : "s") new")
    Output.lines(new.map { "  " + $0.replacing("\n", with: " ") })
  }
}

/// The known parts of a page, as `broadsheet novelty --json` prints them: the paragraphs with at least four words.
private struct NoveltyJSON: Encodable {
  struct Paragraph: Encodable {
    let known: Double
    let words: Int
    /// Whether the reader would dim it.
    let read: Bool
  }

  let file: String
  let known: Double
  let paragraphs: [Paragraph]

  init(file: String, _ paragraphs: [Novelty.Paragraph], _ isRead: [Bool]) {
    self.file = file
    known = Novelty.known(paragraphs).rounded(toPlaces: 3)
    self.paragraphs = zip(paragraphs, isRead).map { paragraph, isRead in
      Paragraph(known: paragraph.known.rounded(toPlaces: 3), words: paragraph.words, read: isRead)
    }
  }
}
