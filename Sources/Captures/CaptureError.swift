/// Why a file contains no page that can be read.
public enum CaptureError: Error, Hashable, Sendable {
  /// It contains none: an MHTML file with only pictures, for example.
  case noPage
  /// Its page is longer than the limit, in bytes.
  case tooLarge(bytes: Int64, limit: Int64)
}
