import Text

/// Bytes of one saved page in, its structure or its text out. Pure: no files, no clock; nothing in a page
/// makes it fail.
public enum PageParser {
  /// A page whole, as values that can be kept. Ages count back from when it was saved, in seconds since 1970
  /// (UTC).
  public static func page(_ bytes: [UInt8], savedAt saved: Int64? = nil) -> Page {
    read(bytes) { $0.page(savedAt: saved) }
  }

  /// The same for bytes that stay in a caller's buffer during the call.
  public static func page(_ bytes: UnsafeBufferPointer<UInt8>, savedAt saved: Int64? = nil) -> Page {
    read(bytes) { $0.page(savedAt: saved) }
  }

  /// Lends a page's decoded text and outline to `body`: the way to keep only some parts of many pages.
  public static func read<Result>(_ bytes: [UInt8], _ body: (ParsedPage) throws -> Result) rethrows -> Result
  {
    try bytes.withUnsafeBufferPointer { try read($0, body) }
  }

  /// The same for bytes that stay in a caller's buffer during the call.
  public static func read<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (ParsedPage) throws -> Result
  ) rethrows -> Result {
    switch TextDecoding.decode(bytes) {
    case .utf8(let range):
      return try body(ParsedPage(UnsafeBufferPointer(rebasing: bytes[range]), undecodable: 0))
    case .converted(let text, let undecodable):
      return try text.withUnsafeBufferPointer { try body(ParsedPage($0, undecodable: undecodable)) }
    }
  }

  /// Whether bytes are UTF-8 as they stand, to the last one, and no UTF-16 that looks like it.
  public static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    !bytes.contains(byte: 0) && UTF8Check.isValid(bytes)
  }

  /// Whether bytes are ASCII, but for the spaces, dashes and quotation marks of U+2000 to U+203F.
  public static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { UTF8Check.isPlain(bytes) }

  /// Whether bytes are no text at all: a picture, an archive, a program.
  public static func isBinary(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    TextDecoding.isBinary(bytes)
  }
}

/// A page's decoded text and its outline, lent by ``PageParser/read(_:_:)-(UnsafeBufferPointer<UInt8>,_)``;
/// valid only during that call.
public struct ParsedPage {
  private let text: UnsafeBufferPointer<UInt8>
  /// Where the parts of the page are in its decoded text.
  public let outline: PageOutline

  init(_ text: UnsafeBufferPointer<UInt8>, undecodable: Int) {
    self.text = text
    var outline = ParsedPage.outline(of: PageText(text))
    if undecodable > 0 { outline.problems.append(.undecodableBytes(count: undecodable)) }
    self.outline = outline
  }

  /// The outline that the first format has which recognizes a text.
  static func outline(of text: PageText) -> PageOutline {
    for format in DumpFormats.all {
      if let outline = format.outline(of: text) { return outline }
    }
    return PageOutline(kind: .unknown)
  }

  /// Bytes of the decoded text.
  public var byteCount: Int { text.count }

  /// Whether there is anything like an address near either end: cheap, for going through many pages.
  public var mayTellAddress: Bool {
    PageAddress.mayBeIn(text)
  }

  /// The page's own web address, if it tells it.
  public var address: String? { PageAddress.find(in: text) }

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
      if let paragraph = shown(position..<end) { paragraphs.append(paragraph) }
      position = end + 1
    }
    return paragraphs
  }

  /// The harmless text of a range; nil when nothing is left.
  private func shown(_ range: ByteRange) -> String? {
    let text = string(range)
    return text.isEmpty ? nil : text
  }

  /// Ranges may come from an older look at the file, which can have changed since.
  private func clamped(_ range: ByteRange) -> ByteRange { range.clamped(to: 0..<text.count) }

  func page(savedAt saved: Int64?) -> Page {
    Page(
      kind: outline.kind, story: entry(outline.story, savedAt: saved),
      comments: outline.comments.compactMap { shown($0) }, commentCount: outline.commentCount,
      related: outline.related.map { entry($0, savedAt: saved) }, problems: outline.problems)
  }

  private func entry(_ entry: EntryOutline, savedAt saved: Int64?) -> Entry {
    Entry(
      title: entry.title.flatMap { shown($0) }, source: entry.source.flatMap { shown($0) },
      when: entry.when.flatMap { shown($0) },
      published: entry.age?.time(savedAt: saved), topics: entry.topics.compactMap { shown($0) },
      body: paragraphs(entry.body))
  }
}
