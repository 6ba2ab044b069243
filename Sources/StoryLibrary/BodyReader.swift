import Folders
public import PageFormats
public import Text

/// The location of a story's text.
public struct BodyLocation: Hashable, Sendable {
  /// The page's file.
  public var path: String
  /// As it was when the page was loaded.
  var headline: HeadlineID
  /// As it was when the page was loaded.
  var text: TextSketch
}

/// A story's text, read from its page.
public struct StoryBody: Hashable, Sendable {
  /// What the page has in its order: the story, and what is folded around and in it.
  public var blocks: [TextBlock]
  /// It is doubtful which of them are the story.
  public var isDoubtful = false
  /// Who wrote it.
  public var author: String?
  /// How its page is written; nil for a text put together by hand.
  public var format: PageSyntax?
  /// What its page was saved in; nil for a text put together by hand.
  public var encoding: TextEncoding?
  /// Its language as BCP 47 has it: `en`, `pt-BR`.
  public var language: String?
  /// Without `#`.
  public var topics: [String]
  /// The stories that its own page leads to without having their texts.
  public var links: [StoryLink] = []
  /// What readers said below the story's own page.
  public var comments: [String]
  /// The story's web address, from its own page. Always http or https (see ``PageAddress``).
  public var address: String?

  /// A text without a page, for tests; ``BodyReader`` reads those of pages.
  public init(
    blocks: [TextBlock], topics: [String] = [], comments: [String] = [], address: String? = nil
  ) {
    self.blocks = blocks
    self.topics = topics
    self.comments = comments
    self.address = address
  }

  /// A text of paragraphs alone.
  public init(
    paragraphs: [String], topics: [String] = [], comments: [String] = [], address: String? = nil
  ) {
    self.init(
      blocks: paragraphs.map { TextBlock(.paragraph, $0) }, topics: topics, comments: comments,
      address: address)
  }

  /// The texts of the story's own blocks.
  public var paragraphs: [String] { blocks.lazy.filter(\.isShown).map(\.text) }
}

/// Reads the text of a story.
public enum BodyReader {
  /// A text as its page has it now.
  /// - Throws: what is wrong with the file: it, or the story in it, may have gone since it was loaded.
  public static func read(_ location: BodyLocation) throws(PageFileError) -> StoryBody {
    var reader = CaptureReader()
    var found: StoryBody?
    let result = reader.read(location.path, in: nil) { lent in
      if found == nil { found = PageParser.read(lent.capture) { body(in: $0, at: location) } }
      return found == nil
    }
    if case .failure(let failure) = result {
      throw PageFileError(problem: FileProblem(path: location.path, reason: .file(failure.error)))
    }
    guard let found else {
      throw PageFileError(problem: FileProblem(path: location.path, reason: .file(.vanished)))
    }
    return found
  }

  private static func body(in page: ParsedPage, at location: BodyLocation) -> StoryBody? {
    let outline = page.outline
    guard let entry = entry(in: page, at: location) else { return nil }
    let isOwn = entry == outline.story
    var body = StoryBody(
      blocks: page.blocks(of: entry), topics: page.topics(of: entry, isOwn: isOwn).map { page.string($0) },
      comments: isOwn ? outline.comments.map { page.string($0) } : [],
      address: isOwn && outline.kind != .topic ? page.address : nil)
    body.author = page.text(of: entry.author)
    (body.format, body.encoding) = (page.syntax, page.encoding)
    if isOwn {
      body.isDoubtful = outline.isDoubtful
      body.language = page.text(of: outline.language)
      body.links = outline.related.compactMap { page.link(to: $0) }
    }
    return body
  }

  /// The entry with the headline and the text, or with most of it where the page has been saved again since: another
  /// story's text must not be taken for this one's.
  private static func entry(in page: ParsedPage, at location: BodyLocation) -> EntryOutline? {
    let found = ([page.outline.story] + page.outline.related).compactMap { entry -> (EntryOutline, Int)? in
      let headline = headline(of: entry, in: page, at: location.path)
      guard headline.isCompatible(with: location.headline) else { return nil }
      let text = page.withBytes(entry.body ?? 0..<0) { TextSketch($0) }
      let relation = headline.relation(of: text, to: location.headline, location.text, isCut: true)
      guard relation != .different || location.text.isEmpty || text.isEmpty else { return nil }
      return (entry, relation.rawValue * 2 + (headline == location.headline ? 0 : 1))
    }
    return found.min { $0.1 < $1.1 }?.0
  }

  private static func headline(of entry: EntryOutline, in page: ParsedPage, at path: String) -> HeadlineID {
    HeadlineID(
      title: page.text(of: entry.title) ?? PageBatch.title(of: page, atPath: path),
      source: page.text(of: entry.source))
  }
}

extension ParsedPage {
  /// An entry's topics: what a topic page lists has the page's topic, too.
  func topics(of entry: EntryOutline, isOwn: Bool) -> [ByteRange] {
    isOwn || outline.kind != .topic ? entry.topics : entry.topics + outline.story.topics
  }
}
