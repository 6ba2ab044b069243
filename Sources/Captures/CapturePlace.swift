/// The position of a capture in its file.
public struct CapturePlace: Sendable, Hashable, BitwiseCopyable {
  /// The offset of its record in the file; in a compressed archive, that of the gzip member that contains the record.
  public var offset: Int64
  /// The offset of its record in that member's decompressed data. Mostly 0, as archives are compressed record by
  /// record.
  public var skip: Int64

  /// A position in an archive.
  public init(offset: Int64, skip: Int64 = 0) {
    (self.offset, self.skip) = (offset, skip)
  }

  /// The position of a capture that is the whole contents of its file.
  public static let wholeFile = CapturePlace(offset: 0)

  /// The position as a name, so that an archive can be treated like a folder with its captures as files: `81920`, or
  /// `0+4711` if one gzip member has several records.
  public var name: String { skip == 0 ? String(offset) : "\(offset)+\(skip)" }

  /// The position with a name; nil for any other text.
  public init?(name: String) {
    let parts = name.split(separator: "+", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy(\.isDigit) ? Int64(part) : nil
    }
    guard numbers.count == parts.count, (1...2).contains(parts.count) else { return nil }
    self.init(offset: numbers[0], skip: numbers.count > 1 ? numbers[1] : 0)
  }
}
