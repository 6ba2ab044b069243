import Text

/// The page in an MHTML file (`.mhtml`, `.mht`; RFC 2557): a MIME message, one part of which is the page, and the
/// others are its pictures, style sheets and frames.
struct MHTMLFile {
  /// The deepest nesting of parts.
  private static let deepest = 4
  /// The most parts that are read: far more than any page has.
  private static let mostParts = 20_000

  private let bytes: UnsafeBufferPointer<UInt8>
  private let fields: HeaderFields
  private let start: String?
  private let location: String?
  private var best: Part?
  /// The largest part that may be the page, used if the header names none.
  private var largest: Part?
  private var partCount = 0

  /// A part that may be the page.
  private struct Part {
    var fields: HeaderFields
    var range: Range<Int>
    var rank: Rank
  }

  /// How likely a part is the page; the first one of the highest rank is chosen.
  private enum Rank: Int, Comparable {
    case text, html, located, start

    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether a file begins with the header of an MHTML file.
  static func isBegun(by head: UnsafeBufferPointer<UInt8>) -> Bool {
    let lineEnd = head.place(of: 0x0A, from: 0)
    let colon = head.part(0..<lineEnd).place(of: UInt8(ascii: ":"), from: 0)
    guard colon > 0, colon < min(lineEnd, 64),
      head.part(0..<colon).allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") })
    else { return false }
    // The header may be longer than `head`.
    guard let fields = HeaderFields.read(head)?.fields else {
      return head.firstPlace(of: "multipart/related") != nil
    }
    guard fields["mime-version"] != nil || fields["snapshot-content-location"] != nil else { return false }
    return fields.contentType.map { $0.hasPrefix("multipart/") || isPage($0) } ?? false
  }

  private static func isPage(_ type: String) -> Bool {
    ["text/html", "application/xhtml+xml"].contains(type)
  }

  /// Nil if the file does not begin with a header.
  init?(_ file: UnsafeBufferPointer<UInt8>) {
    guard let (fields, end) = HeaderFields.read(file) else { return nil }
    (bytes, self.fields) = (file, fields)
    start = fields.parameter("start").map { MHTMLFile.identifier($0) }
    location = fields["snapshot-content-location"].map { EncodedWords.decoded($0) }
    visit(fields, end..<file.count, depth: 0)
  }

  /// Passes the page to `body`.
  func read(_ body: (Capture) -> Void) throws(CaptureError) {
    guard let part = best.flatMap({ isFrameset($0) ? largest ?? $0 : $0 }) else { throw CaptureError.noPage }
    let content = bytes.part(part.range)
    var capture = Capture(bytes: content, format: part.rank == .text ? .text : .html)
    capture.charset = part.fields.parameter("charset")
    capture.address = location ?? part.fields["content-location"].map { EncodedWords.decoded($0) }
    capture.saved = fields["date"].flatMap { WrittenTime.seconds($0) }
    guard let decoded = TransferEncoding(part.fields["content-transfer-encoding"]).decoded(content) else {
      body(capture)
      return
    }
    decoded.withUnsafeBufferPointer {
      capture.bytes = $0
      body(capture)
    }
  }

  // MARK: Parts

  private mutating func visit(_ fields: HeaderFields, _ range: Range<Int>, depth: Int) {
    let type = fields.contentType ?? "text/plain"
    if type.hasPrefix("multipart/") {
      guard depth < MHTMLFile.deepest, let boundary = fields.parameter("boundary"), !boundary.isEmpty else {
        return
      }
      visitParts(range, boundary: boundary, depth: depth)
    } else if MHTMLFile.isPage(type) {
      consider(Part(fields: fields, range: range, rank: rank(fields)))
    } else if type == "text/plain" {
      consider(Part(fields: fields, range: range, rank: .text))
    }
  }

  private mutating func consider(_ part: Part) {
    if best.map({ part.rank > $0.rank }) ?? true { best = part }
    if part.rank == .html, part.range.count > largest?.range.count ?? 0, !isFrameset(part) { largest = part }
  }

  private func rank(_ fields: HeaderFields) -> Rank {
    if let start, fields["content-id"].map({ MHTMLFile.identifier($0) }) == start { return .start }
    if let location, fields["content-location"].map({ EncodedWords.decoded($0) }) == location {
      return .located
    }
    return .html
  }

  private static func identifier(_ text: String) -> String { text.filter { !"<> \t".contains($0) } }

  /// Whether a part is a frameset, whose text is in one of its frames.
  private func isFrameset(_ part: Part) -> Bool {
    let head = bytes.part(part.range.lowerBound..<min(part.range.upperBound, part.range.lowerBound + 8_192))
    func hasFrameset(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
      html.firstPlace(of: "<frameset") != nil || html.firstPlace(of: "<FRAMESET") != nil
    }
    let encoding = TransferEncoding(part.fields["content-transfer-encoding"])
    return encoding.decoded(head)?.withUnsafeBufferPointer(hasFrameset) ?? hasFrameset(head)
  }

  /// Visits the parts, each of which follows a boundary line. A truncated file ends within its last part.
  private mutating func visitParts(_ range: Range<Int>, boundary: String, depth: Int) {
    let delimiter = Array(("--" + boundary).utf8)
    delimiter.withUnsafeBufferPointer { delimiter in
      var begin = nextDelimiter(delimiter, in: range, from: range.lowerBound)
      while let found = begin, partCount < MHTMLFile.mostParts {
        partCount += 1
        let next = nextDelimiter(delimiter, in: range, from: found.upperBound)
        let content = found.upperBound..<(next?.lowerBound ?? range.upperBound)
        if let (fields, end) = HeaderFields.read(bytes.part(content)) {
          visit(fields, content.lowerBound + end..<content.upperBound, depth: depth + 1)
        }
        begin = next
      }
    }
  }

  /// From the line break before a boundary to the end of its line; to the end of the data for the last one, which is
  /// followed by `--`. Nil if there are no more.
  private func nextDelimiter(
    _ delimiter: UnsafeBufferPointer<UInt8>, in range: Range<Int>, from start: Int
  ) -> Range<Int>? {
    let part = bytes.part(0..<range.upperBound)
    var position = start
    while let place = part.firstPlace(of: delimiter, from: position) {
      position = place + delimiter.count
      guard place == range.lowerBound || part[place - 1] == 0x0A else { continue }
      let lineEnd = part.place(of: 0x0A, from: position)
      let rest = part.part(position..<lineEnd).trimmedString
      guard rest.isEmpty || rest == "--" else { continue }
      var lower = max(start, place - 1)
      if lower > start, part[lower - 1] == 0x0D { lower -= 1 }
      return lower..<(rest.isEmpty ? min(part.count, lineEnd + 1) : range.upperBound)
    }
    return nil
  }
}
