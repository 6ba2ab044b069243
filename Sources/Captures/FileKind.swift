import SmallFiles
import Text

/// What a file holds, as far as its name and its first bytes tell.
public enum FileKind: Sendable, Hashable, CaseIterable {
  /// A page as text.
  case text
  /// A page as Markdown.
  case markdown
  /// A page as HTML.
  case html
  /// A page with all that belongs to it, as a mail has it (RFC 2557).
  case mhtml
  /// A page with all that belongs to it, as Safari saves it.
  case webArchive
  /// The records of a crawl, some of which are pages (ISO 28500), compressed or not.
  case warc

  /// As many bytes as have to be known of a file to tell what it is.
  public static let headSize = 4_096

  /// Longer files of this kind are not read; nil for one that is read piece by piece. Of text, some six hundred times
  /// a usual page; of HTML, with room for all pictures in it.
  public var sizeLimit: Int64? {
    switch self {
    case .text, .markdown: 8 << 20
    case .html, .mhtml, .webArchive: 64 << 20
    case .warc: nil
    }
  }

  /// What a file is.
  /// - Parameters:
  ///   - name: of the file, also with a path before it.
  ///   - head: its first bytes, at least ``headSize`` unless there are fewer.
  /// - Returns: nil for a file that has an ending of other programs and does not begin like a page.
  public static func of(_ name: String, _ head: UnsafeBufferPointer<UInt8>) -> FileKind? {
    let ending = FileEnding(name)
    if head.hasPrefix("WARC/") || ending == .warc && Gzip.isBegun(by: head) { return .warc }
    if head.hasPrefix("bplist00") { return ending == .webArchive ? .webArchive : nil }
    if MHTMLFile.isBegun(by: head) { return .mhtml }
    switch ending {
    case .html: return HTMLStart.hasTags(head) ? .html : .text
    case .markdown: return HTMLStart.isDocument(head) ? .html : .markdown
    case .text, .none:
      return HTMLStart.isDocument(head) ? .html : FrontMatter.isBegun(by: head) ? .markdown : .text
    case .mhtml, .warc, .webArchive, .unknown, .foreign: return HTMLStart.isDocument(head) ? .html : nil
    }
  }
}
