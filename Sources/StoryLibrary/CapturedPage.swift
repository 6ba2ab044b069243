import Captures
import PageFormats

extension PageParser {
  /// Calls `body` with the text and outline of a page in a file.
  static func read<Result>(_ capture: Capture, _ body: (ParsedPage) throws -> Result) rethrows -> Result {
    try read(
      capture.bytes, as: PageSyntax(capture.format), address: capture.address, charset: capture.charset, body)
  }

  /// A page in a file, as values that can be stored.
  static func page(_ capture: Capture, savedAt saved: Int64) -> Page {
    page(
      capture.bytes, as: PageSyntax(capture.format), address: capture.address, charset: capture.charset,
      savedAt: saved)
  }

  /// Whether a page is not text at all, such as a picture or a program. HTML and Markdown are recognized by their first
  /// bytes.
  static func isBinary(_ capture: Capture) -> Bool { capture.format == .text && isBinary(capture.bytes) }
}

extension PageSyntax {
  fileprivate init(_ format: CaptureFormat) {
    switch format {
    case .text: self = .text
    case .html: self = .html
    case .markdown: self = .markdown
    }
  }
}
