/// Why a record of a web archive that may have been a page is none. Records that never are (requests, metadata) have no
/// reason.
public enum SkippedRecord: Int, Sendable, Hashable, CaseIterable {
  /// It is longer than the limit of a page.
  case tooLong
  /// It is compressed with Brotli or Zstandard, or its compressed content is damaged.
  case undecodable
  /// A page without any content.
  case empty
  /// A redirection or an error of the server.
  case failed
  /// Something other than HTML or text: pictures, scripts.
  case otherFormat
  /// A page that had not changed since it was saved before, and was not saved again.
  case revisit
}
