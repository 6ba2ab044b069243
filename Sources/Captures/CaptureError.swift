/// Why a file gave no page.
public enum CaptureError: Error, Hashable, Sendable {
  /// There is none in it: an MHTML file of pictures, say.
  case noPage
  /// Its page is longer than any that is read, in bytes.
  case tooLarge(bytes: Int64, limit: Int64)
}
