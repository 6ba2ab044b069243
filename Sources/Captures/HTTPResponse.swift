import Text

/// A web server's response in an archive: status line, header fields and content.
struct HTTPResponse {
  private let fields: HeaderFields
  private let content: UnsafeBufferPointer<UInt8>
  /// Whether it is neither a redirection nor an error.
  let isSuccessful: Bool

  /// Nil for anything that is not a response.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.hasPrefix("HTTP/"), let (fields, end) = HeaderFields.read(bytes) else { return nil }
    let words = bytes.part(0..<bytes.place(of: 0x0A, from: 0)).prefix(64).split { $0.isBlank }
    guard words.count > 1, words[1].count == 3 else { return nil }
    isSuccessful = words[1].first == UInt8(ascii: "2")
    (self.fields, content) = (fields, bytes.dropping(first: end))
  }

  /// Whether it has no content.
  var isEmpty: Bool { content.isEmpty }

  /// The format of its content; nil if that is not a page.
  var format: CaptureFormat? {
    guard let type = fields.contentType else { return HTMLStart.isDocument(content) ? .html : nil }
    return CaptureFormat(contentType: type)
  }

  /// The encoding of its text, if the server named one.
  var charset: String? { fields.parameter("charset") }

  /// Passes the decoded content to `body`. Some archives store it already decoded, whatever the header fields say.
  /// - Returns: false if its encoding is not supported, or it is too long.
  @discardableResult
  func read(_ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    guard fields["transfer-encoding"].map({ HeaderFields.first(of: $0) }) == "chunked",
      let joined = ChunkedContent.joined(content)
    else { return unpack(content, body) }
    return joined.withUnsafeBufferPointer { unpack($0, body) }
  }

  private func unpack(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void)
    -> Bool
  {
    let encoding = fields["content-encoding"].map { HeaderFields.first(of: $0) } ?? "identity"
    let unpacked: [UInt8]?
    switch encoding {
    case "gzip" where Gzip.isBegun(by: bytes), "x-gzip" where Gzip.isBegun(by: bytes):
      unpacked = Inflater.unpacked(bytes, .any, limit: WARCReader.longestRecord)
    case "deflate" where !isText(bytes):
      unpacked =
        Inflater.unpacked(bytes, .any, limit: WARCReader.longestRecord)
        ?? Inflater.unpacked(bytes, .none, limit: WARCReader.longestRecord)
    case "br" where !isText(bytes), "zstd" where !isText(bytes): unpacked = nil
    default:
      body(bytes)
      return true
    }
    guard let unpacked else { return false }
    unpacked.withUnsafeBufferPointer(body)
    return true
  }

  /// Whether it begins with UTF-8 text without control characters, as no compressed data does.
  private func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let head = bytes.part(0..<256)
    return !head.contains { $0 < 0x20 && !$0.isBlank } && HTMLStart.hasTags(bytes)
  }
}

/// Content in the chunked transfer coding (RFC 9112, section 7.1): each chunk begins with its length in hexadecimal.
enum ChunkedContent {
  /// The valid chunks, joined; nil for content that does not begin with one.
  static func joined(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let lineEnd = bytes.place(of: 0x0A, from: position)
      guard lineEnd < bytes.count, let count = length(bytes.part(position..<lineEnd)) else {
        return position == 0 ? nil : output
      }
      if count == 0 { return output }
      let content = bytes.part(lineEnd + 1..<min(bytes.count, lineEnd + 1 + count))
      output.append(contentsOf: content)
      position = lineEnd + 1 + content.count
      // The line break after a chunk.
      if position < bytes.count, bytes[position] == 0x0D { position += 1 }
      if position < bytes.count, bytes[position] == 0x0A { position += 1 }
    }
    return output
  }

  private static func length(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    let digits = line.prefix { TransferEncoding.hexDigit($0) != nil }
    guard (1...8).contains(digits.count) else { return nil }
    let rest = line[digits.endIndex...].first { $0 != 0x20 && $0 != 0x09 }
    guard rest == nil || rest == 0x0D || rest == UInt8(ascii: ";") else { return nil }
    return digits.reduce(0) { $0 << 4 | Int(TransferEncoding.hexDigit($1) ?? 0) }
  }
}
