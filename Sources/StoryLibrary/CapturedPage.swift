import Captures
import PageFormats

extension PageParser {
  /// Lends the text and outline of a page that a file holds.
  static func read<Result>(_ capture: Capture, _ body: (ParsedPage) throws -> Result) rethrows -> Result {
    try read(
      capture.bytes, as: PageSyntax(capture.format), address: capture.address, charset: capture.charset, body)
  }

  /// A page that a file holds, as values that can be kept.
  static func page(_ capture: Capture, savedAt saved: Int64) -> Page {
    page(
      capture.bytes, as: PageSyntax(capture.format), address: capture.address, charset: capture.charset,
      savedAt: saved)
  }

  /// Whether a page is no text at all: a picture, a program. What is HTML or Markdown says so in its first bytes.
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
