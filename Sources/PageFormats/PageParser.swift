public import Text

/// Bytes of one saved page in, its structure or its text out. Pure: no files, no clock; nothing in a page
/// makes it fail.
public enum PageParser {
  /// A page whole, as values that can be kept. Ages count back from when it was saved, in seconds since 1970
  /// (UTC).
  public static func page(
    _ bytes: [UInt8], as syntax: PageSyntax = .text, address: String? = nil, charset: String? = nil,
    savedAt saved: Int64? = nil
  ) -> Page {
    read(bytes, as: syntax, address: address, charset: charset) { $0.page(savedAt: saved) }
  }

  /// The same for bytes that stay in a caller's buffer during the call.
  public static func page(
    _ bytes: UnsafeBufferPointer<UInt8>, as syntax: PageSyntax = .text, address: String? = nil,
    charset: String? = nil, savedAt saved: Int64? = nil
  ) -> Page {
    read(bytes, as: syntax, address: address, charset: charset) { $0.page(savedAt: saved) }
  }

  /// Lends a page's decoded text and outline to `body`: the way to keep only some parts of many pages.
  public static func read<Result>(
    _ bytes: [UInt8], as syntax: PageSyntax = .text, address: String? = nil, charset: String? = nil,
    _ body: (ParsedPage) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try read($0, as: syntax, address: address, charset: charset, body) }
  }

  /// The same for bytes that stay in a caller's buffer during the call.
  /// - Parameters:
  ///   - bytes: the page as it was saved, in whatever encoding.
  ///   - syntax: how its text is written.
  ///   - address: where the page was, if whoever saved it says so outside of the page.
  ///   - charset: the encoding that is named outside of the page, which counts more than what the page itself names.
  ///   - body: is lent the page.
  /// - Returns: what `body` makes of it.
  public static func read<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, as syntax: PageSyntax = .text, address: String? = nil,
    charset: String? = nil, _ body: (ParsedPage) throws -> Result
  ) rethrows -> Result {
    let decoded = TextDecoding.decode(bytes) {
      charset.flatMap { TextEncoding(label: $0) }
        ?? (syntax == .html ? HTMLPage.declaredCharset(bytes).flatMap { TextEncoding(labelInText: $0) } : nil)
    }
    switch decoded {
    case .utf8(let range):
      return try read(
        text: UnsafeBufferPointer(rebasing: bytes[range]), .utf8, as: syntax, address: address, problems: [],
        body)
    case .converted(let text, let undecodable, let source):
      var problems = undecodable > 0 ? [PageProblem.undecodableBytes(count: undecodable)] : []
      if source.isGuessed { problems.append(.guessedEncoding(source.encoding)) }
      return try text.withUnsafeBufferPointer {
        try read(text: $0, source.encoding, as: syntax, address: address, problems: problems, body)
      }
    }
  }

  /// The same for UTF-8. A format either leads into the text as it stands or puts together one of its own.
  private static func read<Result>(
    text: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding, as syntax: PageSyntax, address: String?,
    problems: [PageProblem], _ body: (ParsedPage) throws -> Result
  ) rethrows -> Result {
    func parsed(_ text: UnsafeBufferPointer<UInt8>, _ outline: PageOutline) -> ParsedPage {
      ParsedPage(text, outline, syntax, encoding, address: address, problems: problems)
    }
    if syntax == .text, let outline = DumpFormats.outline(of: PageText(text)) {
      return try body(parsed(text, outline))
    }
    let page = build(text, as: syntax, address: address)
    return try page.text.withUnsafeBufferPointer { try body(parsed($0, page.outline)) }
  }

  private static func build(
    _ text: UnsafeBufferPointer<UInt8>, as syntax: PageSyntax, address: String?
  ) -> BuiltPage {
    switch syntax {
    case .text: MarkdownPage.isClip(text) ? MarkdownPage.build(text) : TextDump.build(text)
    case .markdown: MarkdownPage.build(text)
    case .html: HTMLPage.build(text, address: address)
    }
  }

  /// Whether bytes are UTF-8 as they stand, to the last one, and no UTF-16 that looks like it.
  public static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.contains(byte: 0) && UTF8Check.isValid(bytes)
  }

  /// Whether bytes are ASCII, but for the spaces, dashes and quotation marks of U+2000 to U+203F.
  public static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { UTF8Check.isPlain(bytes) }

  /// Whether the words of a text are those of its bytes: no letters are struck over, no escape sequence parts them, and none
  /// are written as references of HTML.
  public static func hasWordsAsWritten(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.contains(byte: 0x08) && !bytes.contains(byte: 0x1B) && !DumpReferences.areIn(bytes)
  }

  /// Whether bytes are no text at all: a picture, an archive, a program.
  public static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    TextDecoding.isBinary(bytes)
  }
}

/// How the text of a page is written.
public enum PageSyntax: String, Sendable, Hashable, CaseIterable {
  /// As people read it.
  case text
  /// HTML, also XHTML.
  case html
  /// Markdown, with or without YAML above it.
  case markdown
}

/// A page's text and its outline, lent by ``PageParser/read(_:as:address:_:)-(UnsafeBufferPointer<UInt8>,_,_,_)``;
/// valid only during that call.
public struct ParsedPage {
  private let text: UnsafeBufferPointer<UInt8>
  /// Where the parts of the page are in its text.
  public private(set) var outline: PageOutline
  /// How it is written.
  public let syntax: PageSyntax
  /// What it was saved in.
  public let encoding: TextEncoding
  /// What whoever saved the page says of where it was.
  private let savedAddress: String?

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ outline: PageOutline, _ syntax: PageSyntax = .text,
    _ encoding: TextEncoding = .utf8, address: String?, problems: [PageProblem]
  ) {
    self.text = text
    (self.syntax, self.encoding) = (syntax, encoding)
    self.outline = outline
    savedAddress = address
    self.outline.problems += problems
  }

  /// Bytes of the decoded text.
  public var byteCount: Int { text.count }

  /// Whether there is anything like an address near either end: cheap, for going through many pages.
  public var mayTellAddress: Bool {
    savedAddress != nil || outline.story.address != nil || (isAsSaved && PageAddress.mayBeIn(text))
  }

  /// The page's own web address, if it tells it, else what is known of it from outside.
  public var address: String? {
    let told = outline.story.address.map { string($0) } ?? (isAsSaved ? PageAddress.find(in: text) : nil)
    return [told, savedAddress].compactMap { $0 }.first { PageAddress.isWebAddress($0) }
  }

  /// The text is that of the file, in the file's order: a dump that is known exactly.
  private var isAsSaved: Bool { outline.blocks.isEmpty }

  /// The harmless text of a range, on one line and without blanks at its ends.
  public func string(_ range: ByteRange) -> String {
    var output: [UInt8] = []
    append(range, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the harmless text of a range in UTF-8, without blanks at its ends: an escape sequence that was removed
  /// may have stood before some.
  public func append(_ range: ByteRange, to output: inout [UInt8]) {
    let start = output.count
    TextSanitizer.append(UnsafeBufferPointer(rebasing: text[clamped(range)]), to: &output)
    let trimmed = output.withUnsafeBufferPointer { $0.trimmedRange(start..<output.count) }
    output.removeSubrange(trimmed.upperBound...)
    if trimmed.lowerBound > start { output.removeSubrange(start..<trimmed.lowerBound) }
  }

  /// Lends the bytes of a range as they stand in the page, not yet made harmless.
  public func withBytes<Result>(
    _ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(rebasing: text[clamped(range)]))
  }

  /// The paragraphs of a body: its lines that hold anything.
  public func paragraphs(_ body: ByteRange?) -> [String] {
    guard let body else { return [] }
    let range = clamped(body)
    var paragraphs: [String] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let rest = UnsafeBufferPointer(rebasing: text[position..<range.upperBound])
      let end = position + (rest.firstIndex(of: 0x0A) ?? rest.count)
      if let paragraph = text(of: position..<end) { paragraphs.append(paragraph) }
      position = end + 1
    }
    return paragraphs
  }

  /// The harmless text of a range; nil when there is none, or nothing is left of it.
  public func text(of range: ByteRange?) -> String? {
    guard let range else { return nil }
    let text = string(range)
    return text.isEmpty ? nil : text
  }

  /// Ranges may come from an older look at the file, which can have changed since.
  private func clamped(_ range: ByteRange) -> ByteRange { range.clamped(to: 0..<text.count) }

  func page(savedAt saved: Int64?) -> Page {
    var page = Page(
      kind: outline.kind, story: entry(outline.story, savedAt: saved),
      comments: outline.comments.compactMap { text(of: $0) }, commentCount: outline.commentCount,
      related: outline.related.map { entry($0, savedAt: saved) }, problems: outline.problems)
    (page.blocks, page.isDoubtful) = (blocks(of: outline.story), outline.isDoubtful)
    (page.syntax, page.language, page.encoding) = (syntax, text(of: outline.language), encoding)
    page.address = outline.kind == .topic ? nil : address
    return page
  }

  private func entry(_ entry: EntryOutline, savedAt saved: Int64?) -> Entry {
    var made = Entry(
      title: text(of: entry.title), source: text(of: entry.source), when: text(of: entry.when),
      published: entry.age?.time(savedAt: saved), topics: entry.topics.compactMap { text(of: $0) },
      body: blocks(of: entry).lazy.filter(\.isShown).map(\.text))
    made.author = text(of: entry.author)
    made.address = text(of: entry.address).flatMap { PageAddress.isWebAddress($0) ? $0 : nil }
    return made
  }
}
