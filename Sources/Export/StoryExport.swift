public import Marks
public import StoryLibrary

/// A story with everything known about it and its marks, to be saved or passed to another program.
public struct StoryExport: Sendable {
  private let text: StoryText
  private let json: StoryJSON

  /// - Parameters:
  ///   - story: the story to export.
  ///   - body: its text.
  ///   - mark: its mark, whose note is exported too.
  ///   - library: the story's library, for its related stories.
  ///   - isWhole: whether to export the folded text of its page too.
  public init(_ story: Story, _ body: StoryBody, mark: Mark, in library: Library, isWhole: Bool = false) {
    let related = library.related(to: story.index).map { library[$0].title }
    text = StoryText(story, body, mark: mark, related: related, isWhole: isWhole)
    json = StoryJSON(story, mark: mark, library: library, body: body)
  }

  /// The story in a format, without a line break at the end.
  public func string(as format: ExportFormat) throws -> String {
    try StoryExport.string(of: [self], as: format)
  }

  /// Several stories in one document (as JSON, one per line), without a line break at the end.
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
