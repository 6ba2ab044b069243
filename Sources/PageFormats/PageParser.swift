public import Text

/// Parses the bytes of one saved page into its structure or its text. It accesses no files and no clock, and no
/// content of a page makes it fail.
public enum PageParser {
  /// A whole page, as values that can be stored. Ages count back from the time when it was saved, in seconds since
  /// 1970 (UTC).
  public static func page(
    _ bytes: [UInt8], as syntax: PageSyntax = .text, address: String? = nil, charset: String? = nil,
    savedAt saved: Int64? = nil
  ) -> Page {
    read(bytes, as: syntax, address: address, charset: charset) { $0.page(savedAt: saved) }
  }

  /// The same for bytes in the caller's buffer, which must be valid during the call.
  public static func page(
    _ bytes: UnsafeBufferPointer<UInt8>, as syntax: PageSyntax = .text, address: String? = nil,
    charset: String? = nil, savedAt saved: Int64? = nil
  ) -> Page {
    read(bytes, as: syntax, address: address, charset: charset) { $0.page(savedAt: saved) }
  }

  /// Passes a page's decoded text and outline to `body`, without copying them: for reading only some parts of many
  /// pages.
  public static func read<Result>(
    _ bytes: [UInt8], as syntax: PageSyntax = .text, address: String? = nil, charset: String? = nil,
    _ body: (ParsedPage) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try read($0, as: syntax, address: address, charset: charset, body) }
  }

  /// The same for bytes in the caller's buffer, which must be valid during the call.
  /// - Parameters:
  ///   - bytes: the page as it was saved, in any encoding.
  ///   - syntax: the syntax of its text.
  ///   - address: the page's web address, if it is known from outside the page.
  ///   - charset: an encoding declared outside the page, which overrides the page's own declaration.
  ///   - body: receives the page.
  /// - Returns: the result of `body`.
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

  /// The same for UTF-8. A format either gives ranges of this text or assembles a text of its own.
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
    case .text: MarkdownPage.isClip(text) ? MarkdownPage.build(text) : TextDump.build(text, address: address)
    case .markdown: MarkdownPage.build(text)
    case .html: HTMLPage.build(text, address: address)
    }
  }

  /// Whether all bytes are valid UTF-8, and not UTF-16 that looks like it.
  public static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.contains(byte: 0) && UTF8Check.isValid(bytes)
  }

  /// Whether bytes are ASCII, except for the spaces, dashes and quotation marks from U+2000 to U+203F.
  public static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { UTF8Check.isPlain(bytes) }

  /// Whether the words of a text can be read directly from its bytes: it has no overstruck letters, no escape
  /// sequences within words, and no HTML character references.
  public static func hasWordsAsWritten(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.contains(byte: 0x08) && !bytes.contains(byte: 0x1B) && !DumpReferences.areIn(bytes)
  }

  /// Whether bytes are not text at all: a picture, an archive, a program.
  public static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    TextDecoding.isBinary(bytes)
  }
}

/// The syntax of a page's text.
public enum PageSyntax: String, Sendable, Hashable, CaseIterable {
  /// Plain text.
  case text
  /// HTML, including XHTML.
  case html
  /// Markdown, with or without YAML front matter.
  case markdown
}

/// A page's text and its outline, passed by ``PageParser/read(_:as:address:_:)-(UnsafeBufferPointer<UInt8>,_,_,_)``;
/// valid only during that call.
public struct ParsedPage {
  private let text: UnsafeBufferPointer<UInt8>
  /// The positions of the page's parts in its text.
  public private(set) var outline: PageOutline
  /// The syntax of the text.
  public let syntax: PageSyntax
  /// The encoding in which it was saved.
  public let encoding: TextEncoding
  /// The web address known from outside the page.
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

  /// Whether there is anything like an address near either end: a cheap test for going through many pages.
  public var mayTellAddress: Bool {
    savedAddress != nil || outline.story.address != nil || (isAsSaved && PageAddress.mayBeIn(text))
  }

  /// The page's own web address if it gives one, else the one known from outside.
  public var address: String? {
    let told = outline.story.address.map { string($0) } ?? (isAsSaved ? PageAddress.find(in: text) : nil)
    return [told, savedAddress].compactMap { $0 }.first { PageAddress.isWebAddress($0) }
  }

  /// Whether the text is that of the file, in the same order: the page is a dump in an exactly known format.
  private var isAsSaved: Bool { outline.blocks.isEmpty }

  /// The sanitized text of a range, on one line and without blanks at its ends.
  public func string(_ range: ByteRange) -> String {
    var output: [UInt8] = []
    append(range, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the sanitized text of a range in UTF-8, without blanks at its ends, including blanks that were next to a
  /// removed escape sequence.
  public func append(_ range: ByteRange, to output: inout [UInt8]) {
    let start = output.count
    TextSanitizer.append(UnsafeBufferPointer(rebasing: text[clamped(range)]), to: &output)
    let trimmed = output.withUnsafeBufferPointer { $0.trimmedRange(start..<output.count) }
    output.removeSubrange(trimmed.upperBound...)
    if trimmed.lowerBound > start { output.removeSubrange(start..<trimmed.lowerBound) }
  }

  /// Passes the original bytes of a range, not yet sanitized, to a closure.
  public func withBytes<Result>(
    _ range: ByteRange, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try body(UnsafeBufferPointer(rebasing: text[clamped(range)]))
  }

  /// The paragraphs of a body: its lines that have any text.
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

  /// The sanitized text of a range; nil if there is none, or if nothing remains of it.
  public func text(of range: ByteRange?) -> String? {
    guard let range else { return nil }
    let text = string(range)
    return text.isEmpty ? nil : text
  }

  /// Ranges may come from an earlier parse of the file, which can have changed since.
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
