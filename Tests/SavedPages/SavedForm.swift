/// One invented page of news in every form in which browsers and tools save pages.
public enum SavedForm: String, CaseIterable, Sendable {
  case plain, singleFile, monolith, browser, httrack, utf16, windows1252
  case quotedPrintable, base64, eightBit
  case webArchive, xmlWebArchive, warc, compressedWARC, wet
  case markdown, text

  /// Where the page was.
  public static let address = "https://lantern.example/harbour/2025/lamp-room-reopens"
  /// Its headline.
  public static let title = "Lamp room reopens after forty years"
  /// A sentence of its text, with characters that are not ASCII.
  public static let sentence = "“Nobody had turned the handle since Aunt Solène’s day,” the keeper said."
  /// When it was saved, in seconds since 1970 (UTC): 11 March 2025, 08:15:02.
  public static let saved: Int64 = 1_741_680_902

  /// A file's name for it.
  public var name: String {
    switch self {
    case .quotedPrintable, .base64: "\(rawValue).mhtml"
    case .eightBit: "eightBit.mht"
    case .webArchive: "safari.webarchive"
    case .xmlWebArchive: "safari-xml.webarchive"
    case .warc: "crawl.warc"
    case .compressedWARC: "crawl.warc.gz"
    case .wet: "crawl.wet"
    case .markdown: "clip.md"
    case .text: "dump.txt"
    default: "\(rawValue).html"
    }
  }

  /// Where the page was, as the container says; HTTrack leaves out the scheme.
  public var address: String? {
    switch self {
    case .plain, .utf16, .windows1252, .text, .markdown: nil
    case .httrack: "http" + SavedForm.address.dropFirst("https".count)
    default: SavedForm.address
    }
  }

  /// Whether the file says when the page was saved.
  public var tellsTime: Bool {
    switch self {
    case .plain, .utf16, .windows1252, .text, .browser, .webArchive, .xmlWebArchive: false
    default: true
    }
  }

  /// The file.
  public var bytes: [UInt8] {
    switch self {
    case .plain: SavedForm.html().utf8Bytes
    case .singleFile:
      SavedForm.html(comment: SavedForm.singleFileComment, picture: SavedForm.dataAddress).utf8Bytes
    case .monolith:
      "<!-- Saved from \(SavedForm.address) at 2025-03-11T08:15:02Z using monolith v2.10.1 -->\n".utf8Bytes
        + SavedForm.html(picture: SavedForm.dataAddress).utf8Bytes
    case .browser:
      SavedForm.html(comment: "<!-- saved from url=(0052)\(SavedForm.address) -->").utf8Bytes
    case .httrack:
      SavedForm.html(
        comment:
          "<!-- Mirrored from lantern.example/harbour/2025/lamp-room-reopens by HTTrack Website Copier/3.x "
          + "[XR&CO'2014], Tue, 11 Mar 2025 08:15:02 GMT -->"
      ).utf8Bytes
    case .utf16: [0xFF, 0xFE] + SavedForm.html().utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case .windows1252: SavedForm.windows1252(SavedForm.html(charset: "windows-1252"))
    case .quotedPrintable: MailFile.page(encoding: "quoted-printable", lineEnd: "\r\n")
    case .base64: MailFile.page(encoding: "base64", lineEnd: "\r\n")
    case .eightBit: MailFile.page(encoding: "8bit", lineEnd: "\n")
    case .webArchive: PropertyListFile.webArchive
    case .xmlWebArchive: PropertyListFile.xmlWebArchive
    case .warc: ArchiveFile.records(page: SavedForm.html().utf8Bytes).flatMap { $0 }
    case .compressedWARC:
      ArchiveFile.records(page: SavedForm.html().utf8Bytes, isChunked: true).flatMap { Gzip.compress($0) }
    case .wet: ArchiveFile.converted(SavedForm.plainText.utf8Bytes)
    case .markdown:
      """
      ---
      title: "\(SavedForm.title)"
      source: "\(SavedForm.address)"
      author:
        - "[[Ida Brandt]]"
      created: 2025-03-11T08:15:02Z
      ---
      \(SavedForm.sentences.joined(separator: "\n\n").replacing("harbour office", with: "[harbour office](\(SavedForm.office))"))

      """.utf8Bytes
    case .text: SavedForm.plainText.utf8Bytes
    }
  }

  static let sentences = [
    "The lamp room of the old light at Skerry Head was opened to visitors on Monday, forty years after it was locked and "
      + "its key was lost, the harbour office said.",
    sentence + " The lamp itself, of brass and glass, was cleaned in six weeks by four volunteers.",
    "Tickets cost three crowns. The money pays for the stairs, of which eleven steps are still closed.",
  ]

  /// What the text leads to.
  public static let office = "https://lantern.example/harbour/office"
  private static let link = "<a href=\"\(office)\">harbour office</a>"

  static var plainText: String { ([title] + sentences).joined(separator: "\n\n") + "\n" }

  static let dataAddress = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="

  static let singleFileComment = """
    <!--
     Page saved with SingleFile\u{20}
     url: \(address)\u{20}
     saved date: Tue Mar 11 2025 09:15:02 GMT+0100 (Central European Standard Time)
    -->
    """

  /// The page as its site has it.
  public static func html(
    comment: String = "", charset: String = "utf-8", picture: String = "lamp.png"
  ) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">\(comment)<head><meta charset="\(charset)"><title>\(title) - The Lantern</title></head>
    <body><nav><a href="/">Home</a> <a href="/harbour">Harbour</a></nav>
    <article><h1>\(title)</h1><p class="byline">By Ida Brandt, <time datetime="2025-03-10">10 March 2025</time></p>
    \(sentences.map { "<p>\($0)</p>" }.joined(separator: "\n").replacing("harbour office", with: link))
    <figure><img src="\(picture)" alt=""><figcaption>The lamp. Photo: Harbour Office</figcaption></figure></article>
    <footer>© 2025 The Lantern</footer></body></html>

    """
  }

  private static func windows1252(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "“": 0x93
      case "”": 0x94
      case "’": 0x92
      default: UInt8(truncatingIfNeeded: scalar.value)
      }
    }
  }
}

extension String {
  /// The string in UTF-8.
  public var utf8Bytes: [UInt8] { Array(utf8) }
}
