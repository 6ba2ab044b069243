/// A token of a query.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case open, close, or, and, not
    /// Characters without a space.
    case word(String)
    /// Text in quotation marks.
    case quoted(String, isClosed: Bool)
    /// A word, a colon, and a value, which may be in quotation marks.
    case named(String, value: String, isClosed: Bool)
  }

  var kind: Kind
  /// In bytes of UTF-8.
  var range: Range<Int>
}

/// Splits a query into tokens. Accepts any text.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  /// The offset of each character in bytes of UTF-8, then that of the end.
  private let offsets: [Int]
  private var position = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    offsets = scalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + UTF8.width($1)) }
  }

  /// The next token; nil at the end.
  mutating func next() -> QueryToken? {
    skip { $0.properties.isWhitespace }
    guard let first = current else { return nil }
    let start = position
    let kind: QueryToken.Kind
    switch first {
    case "(": kind = single(.open)
    case ")": kind = single(.close)
    case "|": kind = single(.or)
    case "\"":
      let (text, isClosed) = quoted()
      kind = .quoted(text, isClosed: isClosed)
    case "-" where isNegation: kind = single(.not)
    default: kind = word()
    }
    return QueryToken(kind: kind, range: offsets[start]..<offsets[position])
  }

  private var current: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func single(_ kind: QueryToken.Kind) -> QueryToken.Kind {
    position += 1
    return kind
  }

  private mutating func skip(_ isSkipped: (Unicode.Scalar) -> Bool) {
    while let scalar = current, isSkipped(scalar) { position += 1 }
  }

  private func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<position])
    return String(text)
  }

  /// Whether a dash negates a term; one followed by a space is part of a headline.
  private var isNegation: Bool {
    guard position + 1 < scalars.count else { return false }
    let next = scalars[position + 1]
    return !next.properties.isWhitespace && next != ")" && next != "|"
  }

  private mutating func quoted() -> (text: String, isClosed: Bool) {
    position += 1
    let start = position
    skip { $0 != "\"" }
    let text = text(from: start)
    let isClosed = position < scalars.count
    if isClosed { position += 1 }
    return (text, isClosed)
  }

  private mutating func word() -> QueryToken.Kind {
    let start = position
    skip { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    if position > start, current == ":", !isAddress { return named(text(from: start)) }
    skipWord()
    let word = text(from: start)
    switch word {
    case "OR": return .or
    case "AND": return .and
    case "NOT": return .not
    default: return .word(word)
    }
  }

  /// Whether it is a web address, not a key: `https://`.
  private var isAddress: Bool {
    position + 2 < scalars.count && scalars[position + 1] == "/" && scalars[position + 2] == "/"
  }

  private mutating func named(_ key: String) -> QueryToken.Kind {
    position += 1
    if current == "\"" {
      let (value, isClosed) = quoted()
      return .named(key, value: value, isClosed: isClosed)
    }
    let start = position
    skipWord()
    return .named(key, value: text(from: start), isClosed: true)
  }

  private mutating func skipWord() {
    skip { !$0.properties.isWhitespace && !"()|\"".unicodeScalars.contains($0) }
  }
}
