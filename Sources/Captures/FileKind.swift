import SmallFiles
import Text

/// The kind of a file, recognized by its name and first bytes.
public enum FileKind: Sendable, Hashable, CaseIterable {
  /// A page in plain text.
  case text
  /// A page in Markdown.
  case markdown
  /// A page in HTML.
  case html
  /// A page with its resources as a MIME message (RFC 2557).
  case mhtml
  /// A page with its resources, as Safari saves it.
  case webArchive
  /// The records of a crawl, some of which are pages (ISO 28500), compressed or not.
  case warc

  /// How many first bytes of a file are needed to recognize it.
  public static let headSize = 4_096

  /// Longer files of this kind are not read; nil for a kind that is read piece by piece. For text, about six hundred
  /// times a usual page; for HTML, enough for all embedded pictures.
  public var sizeLimit: Int64? {
    switch self {
    case .text, .markdown: 8 << 20
    case .html, .mhtml, .webArchive: 64 << 20
    case .warc: nil
    }
  }

  /// Recognizes a file.
  /// - Parameters:
  ///   - name: the file's name or path.
  ///   - head: its first bytes, at least ``headSize`` unless there are fewer.
  /// - Returns: nil for a file with another program's extension that does not begin like a page.
  public static func of(_ name: String, _ head: UnsafeBufferPointer<UInt8>) -> FileKind? {
    let fileExtension = FileExtension(name)
    if head.hasPrefix("WARC/") || fileExtension == .warc && Gzip.isBegun(by: head) { return .warc }
    if head.hasPrefix("bplist00") { return fileExtension == .webArchive ? .webArchive : nil }
    if MHTMLFile.isBegun(by: head) { return .mhtml }
    switch fileExtension {
    case .html: return HTMLStart.hasTags(head) ? .html : .text
    case .markdown: return HTMLStart.isDocument(head) ? .html : .markdown
    case .text, .none:
      return HTMLStart.isDocument(head) ? .html : FrontMatter.isBegun(by: head) ? .markdown : .text
    case .mhtml: return HTMLStart.isDocument(head) ? .html : .mhtml
    case .webArchive: return HTMLStart.isDocument(head) ? .html : .webArchive
    case .warc, .unknown, .foreign: return HTMLStart.isDocument(head) ? .html : nil
    }
  }
}
