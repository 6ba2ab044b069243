/// What a file's extension says about its contents.
public enum FileExtension: Sendable, Hashable {
  /// Extensions of saved pages.
  case text, markdown, html, mhtml, webArchive, warc
  /// No extension: the contents decide. The text after the last dot may be part of a headline, a number, a host, or the
  /// end of an address (`index.html?page=2`).
  case none
  /// An unknown extension: the contents decide.
  case unknown
  /// The extension of another program's files, which are never read.
  case foreign

  /// The extension of a file name or a path.
  public init(_ name: String) {
    if name.utf8.suffix(4).elementsEqual(".txt".utf8) {
      self = .text
      return
    }
    var name = name[
      (name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name.utf8.index(after: $0) } ?? name.startIndex)...]
    // A copy numbered by `wget`: `story.txt.1`.
    while let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      name.utf8[name.utf8.index(after: dot)...].allSatisfy(\.isDigit)
    {
      name = name[..<dot]
    }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      self = .none
      return
    }
    let suffix = name[name.utf8.index(after: dot)...].lowercased()
    if suffix == "gz" {
      let isArchive =
        name[..<dot].lowercased().hasSuffix(".warc") || name[..<dot].lowercased().hasSuffix(".wet")
      self = isArchive ? .warc : .foreign
    } else if let known = FileExtension.known[suffix] {
      self = known
    } else {
      self = FileExtension.isExtension(suffix) ? .unknown : .none
    }
  }

  /// The text after the last dot of a name; empty if there is none.
  public static func text(of name: String) -> String {
    let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
    return dot.map { String(name[name.utf8.index(after: $0)...]) } ?? ""
  }

  /// Whether a text looks like an extension: short, of letters and digits, and not a top-level domain.
  private static func isExtension(_ text: String) -> Bool {
    (1...5).contains(text.utf8.count) && text.utf8.allSatisfy(\.isAlphanumeric) && !hosts.contains(text)
  }

  private static let hosts: Set<String> = ["com", "org", "net", "info", "gov", "edu"]

  private static let known: [String: FileExtension] = {
    let kinds: [(FileExtension, String)] = [
      (.text, "txt text"), (.markdown, "md markdown"), (.html, "html htm xhtml shtml"), (.mhtml, "mhtml mht"),
      (.webArchive, "webarchive"), (.warc, "warc wet"),
      (
        .foreign,
        "jpg jpeg png gif webp svg avif ico bmp tif tiff heic css js mjs map json jsonl xml rss yaml yml toml"
      ),
      (
        .foreign,
        "woff woff2 ttf otf eot mp3 m4a ogg opus wav flac mp4 m4v mov mkv webm avi vtt srt pdf ps epub mobi"
      ),
      (
        .foreign,
        "doc docx xls xlsx ppt pptx odt ods odp rtf csv tsv zip gz bz2 xz zst tar tgz 7z rar iso img deb rpm"
      ),
      (
        .foreign,
        "exe dll so o a bin dat db sqlite log lock tmp part bak swp orig c h cc cpp hpp swift rs go py rb pl sh"
      ),
      (.foreign, "ts java kt cs lua sql tex bib ini cfg conf cdx cdxj wat eml"),
    ]
    return Dictionary(
      uniqueKeysWithValues: kinds.flatMap { kind, endings in
        endings.split(separator: " ").map { (String($0), kind) }
      })
  }()
}
