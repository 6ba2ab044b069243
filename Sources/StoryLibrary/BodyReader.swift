import Folders
public import PageFormats
public import Text

/// The location of a story's text.
public struct BodyLocation: Hashable, Sendable {
  /// The page's file.
  public var path: String
  /// Its value when the page was loaded.
  var headline: HeadlineID
  /// Its value when the page was loaded.
  var text: TextSketch
}

/// A story's text, read from its page.
public struct StoryBody: Hashable, Sendable {
  /// The contents of the page in order: the story, and the folded parts around and within it.
  public var blocks: [TextBlock]
  /// It is uncertain which blocks are the story.
  public var isDoubtful = false
  /// The author.
  public var author: String?
  /// The syntax of its page; nil for a text that does not come from a page.
  public var format: PageSyntax?
  /// The encoding of its page; nil for a text that does not come from a page.
  public var encoding: TextEncoding?
  /// Its language as a BCP 47 tag: `en`, `pt-BR`.
  public var language: String?
  /// Topics, without `#`.
  public var topics: [String]
  /// The stories that its own page links to without having their texts.
  public var links: [StoryLink] = []
  /// Readers' comments on the story's own page.
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

  /// A text that consists only of paragraphs.
  public init(
    paragraphs: [String], topics: [String] = [], comments: [String] = [], address: String? = nil
  ) {
    self.init(
      blocks: paragraphs.map { TextBlock(.paragraph, $0) }, topics: topics, comments: comments,
      address: address)
  }

  /// Makes the paths of linked files absolute.
  mutating func resolveFiles(besidePage path: String) {
    for block in blocks.indices where blocks[block].links.contains(where: { $0.file != nil }) {
      for link in blocks[block].links.indices {
        let file = blocks[block].links[link].file
        blocks[block].links[link].file = file.flatMap { FilePath.resolved($0, besideFile: path) }
      }
    }
  }

  /// The texts of the story's own blocks.
  public var paragraphs: [String] { blocks.lazy.filter(\.isShown).map(\.text) }

  /// The texts of the folded blocks.
  public var folded: [String] { blocks.lazy.filter { !$0.isShown }.map(\.text) }
}

/// Reads the text of a story.
public enum BodyReader {
  /// Reads a text from the current state of its page.
  /// - Throws: the problem with the file: it, or the story in it, may have been removed since it was loaded.
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
      body.links = outline.related.compactMap { page.link(to: $0, at: location.path) }
      body.resolveFiles(besidePage: location.path)
    }
    return body
  }

  /// The entry with the headline and the text, or most of the text if the page has been saved again since. The text of
  /// another story must not be returned.
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
  /// An entry's topics. Entries listed on a topic page also have the page's topic.
  func topics(of entry: EntryOutline, isOwn: Bool) -> [ByteRange] {
    isOwn || outline.kind != .topic ? entry.topics : entry.topics + outline.story.topics
  }
}
