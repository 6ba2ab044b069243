public import StoryLibrary

/// Completions at the cursor of a query.
public struct QueryCompletion: Hashable, Sendable {
  /// One completion.
  public struct Candidate: Hashable, Sendable {
    /// The text to insert into the query.
    public var text: String
    /// A one-line description.
    public var help: String
    /// Whether more must follow, like the name after `source:`; otherwise a space may follow.
    public var isBeginning: Bool
  }

  /// The range of the query that a candidate replaces, in bytes of UTF-8.
  public let range: Range<Int>
  /// The candidates, most likely first.
  public let candidates: [Candidate]

  /// Completes a query at the cursor.
  /// - Parameters:
  ///   - text: the query.
  ///   - cursor: the number of UTF-8 bytes before the cursor; clamped to the text's length.
  ///   - names: the known sources and topics.
  ///   - limit: the most candidates.
  public init(_ text: String, cursor: Int, in names: LibraryNames, limit: Int = 10) {
    let end = min(max(0, cursor), text.utf8.count)
    let typed = String(decoding: text.utf8.prefix(end), as: UTF8.self)
    let token = QueryCompletion.lastToken(of: typed)
    let all: [Candidate]
    switch token?.kind {
    case .named(let name, let value, let isClosed)?:
      let start = (token?.range.lowerBound ?? end) + name.utf8.count + 1
      // After the second quotation mark the value is complete.
      let isQuoted = typed.utf8.dropFirst(start).first == UInt8(ascii: "\"")
      range = start..<end
      all = isQuoted && isClosed ? [] : QueryCompletion.values(of: name, value, names)
    case .word(let word)?:
      range = end - word.utf8.count..<end
      all = QueryCompletion.words(word)
    case .or?, .quoted?:
      range = end..<end
      all = []
    case .open?, .close?, .and?, .not?, nil:
      range = end..<end
      all = QueryCompletion.words("")
    }
    candidates = Array(all.prefix(max(0, limit)))
  }

  /// The token that ends at the end of a text; nil after a space.
  private static func lastToken(of text: String) -> QueryToken? {
    var lexer = QueryLexer(text)
    var last: QueryToken?
    while let token = lexer.next() { last = token }
    return last.flatMap { $0.range.upperBound == text.utf8.count ? $0 : nil }
  }

  private static func words(_ beginning: String) -> [Candidate] {
    let keywords = QueryKeyword.allCases.map {
      Candidate(text: $0.rawValue, help: $0.help, isBeginning: false)
    }
    let keys = QueryKey.allCases.map { Candidate(text: $0.rawValue + ":", help: $0.help, isBeginning: true) }
    let or = Candidate(
      text: "OR", help: "either what stands before it or what stands behind", isBeginning: false)
    return (keywords + keys + (beginning.isEmpty ? [] : [or])).filter { $0.text.hasPrefix(beginning) }
  }

  private static func values(of name: String, _ value: String, _ names: LibraryNames) -> [Candidate] {
    switch QueryKey(rawValue: name.lowercased()) {
    case .source: self.names(value, in: names.sources)
    case .topic: self.names(value, in: names.topics)
    case .author: self.names(value, in: names.authors)
    case .site: self.names(value, in: names.sites)
    case .lang: self.names(value, in: names.languages)
    case .label: self.names(value, in: names.labels)
    case .format: formats.filter { $0.text.hasPrefix(value.lowercased()) }
    case .url, .thread: []
    case .since, .before: ages.filter { $0.text.hasPrefix(value) }
    case nil: []
    }
  }

  private static let formats = [("text", "text"), ("html", "web pages"), ("markdown", "Markdown clips")].map {
    Candidate(text: $0.0, help: $0.1, isBeginning: false)
  }

  private static let ages = [
    ("3h", "three hours"), ("1d", "a day"), ("1w", "a week"), ("1m", "thirty days"), ("1y", "365 days"),
  ].map { Candidate(text: $0.0, help: $0.1, isBeginning: false) }

  /// Names that begin with the value, then names that contain it.
  private static func names(_ value: String, in names: [LibraryNames.Name]) -> [Candidate] {
    let pattern = NamePattern(value, at: 0..<0)
    let found = value.isEmpty ? names : names.filter { pattern.matches($0.text) }
    let (first, later) = (found.filter { pattern.begins($0.text) }, found.filter { !pattern.begins($0.text) })
    return (first + later).map { name in
      let help = StoryCount.text(name.stories)
      return Candidate(text: quoted(name.text), help: help, isBeginning: false)
    }
  }

  /// A name with spaces or special characters is quoted; if it contains a quotation mark, only the part before that is
  /// used.
  private static func quoted(_ name: String) -> String {
    let name = String(name.prefix { $0 != "\"" })
    let isPlain = name.unicodeScalars.allSatisfy {
      !$0.properties.isWhitespace && !"()|".unicodeScalars.contains($0)
    }
    return isPlain && !name.isEmpty ? name : "\"\(name)\""
  }
}
