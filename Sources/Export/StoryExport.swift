public import Marks
public import StoryLibrary

/// A story with all that a library and its reader know of it, to be saved or handed to another program.
public struct StoryExport: Sendable {
  private let text: StoryText
  private let json: StoryJSON

  /// - Parameters:
  ///   - story: what is written down.
  ///   - body: its text.
  ///   - mark: what the reader did to it; a note is written down, too.
  ///   - library: where the story is from; related stories are looked up here.
  ///   - isWhole: what is folded on its page is written down, too.
  public init(_ story: Story, _ body: StoryBody, mark: Mark, in library: Library, isWhole: Bool = false) {
    let related = library.related(to: story.index).map { library[$0].title }
    text = StoryText(story, body, note: mark.note, related: related, isWhole: isWhole)
    json = StoryJSON(story, mark: mark, library: library, body: body)
  }

  /// The story in some format. It ends without a line break.
  public func string(as format: ExportFormat) throws -> String {
    switch format {
    case .text: PlainTextExport.string(of: [text])
    case .markdown: MarkdownExport.string(of: [text])
    case .html: HTMLExport.string(of: [text])
    case .json: try JSONLine().string(json)
    }
  }
}
