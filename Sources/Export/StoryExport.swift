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
    text = StoryText(story, body, mark: mark, related: related, isWhole: isWhole)
    json = StoryJSON(story, mark: mark, library: library, body: body)
  }

  /// The story in some format. It ends without a line break.
  public func string(as format: ExportFormat) throws -> String {
    try StoryExport.string(of: [self], as: format)
  }

  /// Several stories in one document; as JSON, one a line. It ends without a line break.
  public static func string(of stories: [StoryExport], as format: ExportFormat) throws -> String {
    switch format {
    case .text: return PlainTextExport.string(of: stories.map(\.text))
    case .markdown: return MarkdownExport.string(of: stories.map(\.text))
    case .html: return HTMLExport.string(of: stories.map(\.text))
    case .json:
      let encoder = JSONLine()
      return try stories.map { try encoder.string($0.json) }.joined(separator: "\n")
    }
  }
}
