/// One saved page as a file holds it: its bytes, and what the file tells of them.
///
/// A file holds one (an HTML page, a text, an MHTML file with all its pictures) or many (a web archive of a crawl).
public struct Capture {
  /// The page as it came from its site, in whatever encoding. Valid only during the call that lends the capture.
  public var bytes: UnsafeBufferPointer<UInt8>
  /// How it is written.
  public var format: CaptureFormat
  /// The encoding that the container names, as the page's server or saver had it (`windows-1252`).
  public var charset: String?
  /// Where the page was, if its saver says so. Anything at all may stand there: it is checked where it is used.
  public var address: String?
  /// When the page was saved, in seconds since 1970 (UTC), if the file says so itself.
  public var saved: Int64?
  /// Where in the file it is.
  public var place = CapturePlace.wholeFile

  /// A capture of which nothing is known but what it is.
  public init(bytes: UnsafeBufferPointer<UInt8>, format: CaptureFormat) {
    (self.bytes, self.format) = (bytes, format)
  }
}

/// How a page is written.
public enum CaptureFormat: Sendable, Hashable, CaseIterable {
  /// As people read it.
  case text
  /// HTML or XHTML.
  case html
  /// Markdown, mostly with YAML above it.
  case markdown

  /// How the name of a file with such a page ends, without the dot.
  public var fileEnding: String {
    switch self {
    case .text: "txt"
    case .html: "html"
    case .markdown: "md"
    }
  }
}
