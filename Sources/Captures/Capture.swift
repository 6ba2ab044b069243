/// One saved page in a file: its bytes and metadata.
///
/// A file contains one (an HTML page, a text, an MHTML file with its pictures) or many (a web archive of a crawl).
public struct Capture {
  /// The page as its site sent it, in any encoding. Valid only during the call that passes the capture.
  public var bytes: UnsafeBufferPointer<UInt8>
  /// Its format.
  public var format: CaptureFormat
  /// The encoding named by the container, as reported by the page's server or the saving program (`windows-1252`).
  public var charset: String?
  /// The address of the page, if the saving program recorded it. It may be any text: check it before use.
  public var address: String?
  /// When the page was saved, in seconds since 1970 (UTC), if the file records it.
  public var saved: Int64?
  /// Its position in the file.
  public var place = CapturePlace.wholeFile

  /// A capture without further metadata.
  public init(bytes: UnsafeBufferPointer<UInt8>, format: CaptureFormat) {
    (self.bytes, self.format) = (bytes, format)
  }
}

/// The format of a page.
public enum CaptureFormat: Sendable, Hashable, CaseIterable {
  /// Plain text.
  case text
  /// HTML or XHTML.
  case html
  /// Markdown, mostly with YAML front matter.
  case markdown

  /// The extension of files with such a page, without the dot.
  public var fileExtension: String {
    switch self {
    case .text: "txt"
    case .html: "html"
    case .markdown: "md"
    }
  }
}
