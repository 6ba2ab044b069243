/// What the end of a file's name says of the file, without a look at it.
public enum FileEnding: Sendable, Hashable {
  /// Endings of saved pages.
  case text, markdown, html, mhtml, webArchive, warc
  /// There is none: the contents decide. What follows the last dot may be part of a headline, a number, a host, or what
  /// an address ends in (`index.html?page=2`).
  case none
  /// Something that may be an ending, and is not known here: the contents decide.
  case unknown
  /// Files of other programs, which are never looked at.
  case foreign

  /// The ending of a name, also of one with a path before it.
  public init(_ name: String) {
    if name.utf8.suffix(4).elementsEqual(".txt".utf8) {
      self = .text
      return
    }
    var name = name[
      (name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name.utf8.index(after: $0) } ?? name.startIndex)...]
    // A copy that `wget` numbers: `story.txt.1`.
    while let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
      name.utf8[name.utf8.index(after: dot)...].allSatisfy(\.isDigit)
    {
      name = name[..<dot]
    }
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      self = .none
      return
    }
    let ending = name[name.utf8.index(after: dot)...].lowercased()
    if ending == "gz" {
      let isArchive =
        name[..<dot].lowercased().hasSuffix(".warc") || name[..<dot].lowercased().hasSuffix(".wet")
      self = isArchive ? .warc : .foreign
    } else if let known = FileEnding.known[ending] {
      self = known
    } else {
      self = FileEnding.isEnding(ending) ? .unknown : .none
    }
  }

  /// What follows the last dot of a name; nothing where there is none.
  public static func text(of name: String) -> String {
    let dot = name.utf8.lastIndex(of: UInt8(ascii: "."))
    return dot.map { String(name[name.utf8.index(after: $0)...]) } ?? ""
  }

  /// Short, of letters and digits, and not the end of a host's name.
  private static func isEnding(_ ending: String) -> Bool {
    (1...5).contains(ending.utf8.count) && ending.utf8.allSatisfy(\.isAlphanumeric) && !hosts.contains(ending)
  }

  private static let hosts: Set<String> = ["com", "org", "net", "info", "gov", "edu"]

  private static let known: [String: FileEnding] = {
    let kinds: [(FileEnding, String)] = [
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
      (.foreign, "ts java kt cs php lua sql tex bib ini cfg conf cdx cdxj wat eml"),
    ]
    return Dictionary(
      uniqueKeysWithValues: kinds.flatMap { kind, endings in
        endings.split(separator: " ").map { (String($0), kind) }
      })
  }()
}
