import Text

/// The pages of a web archive (WARC, ISO 28500, and WET, the texts that Common Crawl makes of it), one record after
/// another, in memory that does not grow with the archive.
///
/// Pages are successful responses with HTML or text, and resources and conversions of these types. Damage only affects
/// the records it touches.
public struct WARCReader: ~Copyable {
  /// Longer records are skipped.
  static let longestRecord = FileKind.html.sizeLimit.map { Int($0) } ?? 0

  private var archive: ArchiveBytes
  private var record: [UInt8] = []
  /// The position of the next record.
  public var place: CapturePlace { archive.place }
  /// How many records gave no page so far, by the reason.
  public private(set) var skipped: [SkippedRecord: Int] = [:]

  /// Reads an archive from its beginning or the position of a capture.
  /// - Parameters:
  ///   - place: where to begin.
  ///   - source: reads bytes at an offset of the file and returns how many: 0 at its end, less than 0 on error.
  public init(
    from place: CapturePlace = .wholeFile, _ source: @escaping (UnsafeMutableRawBufferPointer, Int64) -> Int
  ) {
    archive = ArchiveBytes(source, from: place)
  }

  /// Passes the next page to `body`.
  /// - Returns: false at the end.
  public mutating func next(_ body: (Capture) -> Void) -> Bool {
    while let header = nextHeader() {
      let length = max(0, header.fields["content-length"].flatMap { Int64($0) } ?? 0)
      switch RecordType(header.fields) {
      case .skipped(let reason): skip(length, reason)
      case .some where length > WARCReader.longestRecord + HeaderFields.longest: skip(length, .tooLong)
      case .some(let type):
        collect(Int(length))
        let outcome = record.withUnsafeBufferPointer { read($0, type, header, body) }
        if record.capacity > 1 << 20 { record = [] }
        switch outcome {
        case .page: return true
        case .skipped(let reason): skipped[reason, default: 0] += 1
        case .other: break
        }
      case nil: archive.skip(length)
      }
    }
    return false
  }

  private mutating func skip(_ length: Int64, _ reason: SkippedRecord) {
    skipped[reason, default: 0] += 1
    archive.skip(length)
  }

  // MARK: Records

  private struct Header {
    var place: CapturePlace
    var fields: HeaderFields
  }

  /// The header of the next record; nil at the end.
  private mutating func nextHeader() -> Header? {
    var place = archive.place
    var header: [UInt8] = []
    var lineStart = 0
    while true {
      let bytes = archive.next()
      guard !bytes.isEmpty else { return nil }
      // A record in the next gzip member has the position of that member.
      if header.isEmpty { place = archive.place }
      let lineEnd = bytes.place(of: 0x0A, from: 0)
      let count = min(lineEnd + 1, bytes.count)
      header.append(contentsOf: bytes[..<count])
      archive.consume(count)
      let isWhole = lineEnd < bytes.count
      guard isWhole || header.count > HeaderFields.longest else { continue }
      let isFirst = lineStart == 0
      let isBlank = header.count - lineStart <= 2 && header[lineStart..<header.count].allSatisfy(\.isBlank)
      if isFirst ? !header.starts(with: "WARC/".utf8) : header.count > HeaderFields.longest {
        // An empty line between records, or the middle of a damaged one.
        header.removeAll(keepingCapacity: true)
        lineStart = 0
      } else if isBlank {
        let fields = header.withUnsafeBufferPointer { HeaderFields.read($0)?.fields }
        if let fields { return Header(place: place, fields: fields) }
        header.removeAll(keepingCapacity: true)
        lineStart = 0
      } else {
        lineStart = header.count
      }
    }
  }

  /// The record's bytes; fewer if the archive ends within it. Memory is allocated for the bytes that exist, not for the
  /// length that the header claims.
  private mutating func collect(_ length: Int) {
    record.removeAll(keepingCapacity: true)
    while record.count < length {
      let bytes = archive.next()
      if bytes.isEmpty { return }
      let count = min(bytes.count, length - record.count)
      record.append(contentsOf: bytes[..<count])
      archive.consume(count)
    }
  }

  /// What a record turned out to be.
  private enum Outcome {
    case page
    case skipped(SkippedRecord)
    /// Nothing that anybody misses.
    case other
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ type: RecordType, _ header: Header, _ body: (Capture) -> Void
  ) -> Outcome {
    let address = header.fields["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
    let saved = header.fields["warc-date"].flatMap { WrittenTime.seconds($0) }
    func deliver(_ content: UnsafeBufferPointer<UInt8>, _ format: CaptureFormat, charset: String?) -> Outcome
    {
      guard content.contains(where: { !$0.isBlank }) else { return .skipped(.empty) }
      var capture = Capture(bytes: content, format: format)
      (capture.charset, capture.address, capture.saved) = (charset, address, saved)
      capture.place = header.place
      body(capture)
      return .page
    }
    switch type {
    case .page(let format): return deliver(bytes, format, charset: header.fields.parameter("charset"))
    case .response:
      // Crawlers fetch it from each site.
      if address?.hasSuffix("/robots.txt") == true { return .other }
      guard let response = HTTPResponse(bytes) else { return .other }
      guard response.isSuccessful else { return .skipped(.failed) }
      guard let format = response.format else { return .skipped(response.isEmpty ? .empty : .otherFormat) }
      var outcome = Outcome.skipped(.undecodable)
      response.read { outcome = deliver($0, format, charset: response.charset) }
      return outcome
    case .skipped(let reason): return .skipped(reason)
    }
  }
}

/// The type of a record that may be a page.
private enum RecordType {
  /// A server's response with its HTTP header.
  case response
  /// The page itself.
  case page(CaptureFormat)
  /// No page.
  case skipped(SkippedRecord)

  /// Nil for requests, metadata and what is not from the web.
  init?(_ fields: HeaderFields) {
    switch fields["warc-type"]?.lowercased() {
    case "response":
      guard fields.contentType == "application/http" else { return nil }
      self = .response
    case "resource", "conversion":
      let format = fields.contentType.flatMap { CaptureFormat(contentType: $0) }
      self = format.map { .page($0) } ?? .skipped(.otherFormat)
    case "revisit": self = .skipped(.revisit)
    default: return nil
    }
  }
}
