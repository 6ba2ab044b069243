extension StoryQuery {
  /// Adds a keyword to the text of a query, or removes it if the text already has it.
  public static func toggling(_ keyword: QueryKeyword, in text: String) -> String {
    var lexer = QueryLexer(text)
    var depth = 0
    var isNegated = false
    var hasChoice = false
    var found: Range<Int>?
    while let token = lexer.next() {
      switch token.kind {
      case .open: depth += 1
      case .close: depth -= 1
      case .or where depth == 0: hasChoice = true
      case .word(keyword.rawValue) where depth == 0 && !isNegated: found = token.range
      default: break
      }
      isNegated = token.kind == .not
    }
    let bytes = Array(text.utf8)
    if let found, !hasChoice {
      let before = String(decoding: bytes[..<found.lowerBound], as: UTF8.self)
      let after = String(decoding: bytes[found.upperBound...], as: UTF8.self)
      return [before, after].flatMap { $0.split(separator: " ") }.joined(separator: " ")
    }
    let query = text.split(separator: " ").joined(separator: " ")
    if query.isEmpty { return keyword.rawValue }
    return (hasChoice ? "(\(query))" : query) + " " + keyword.rawValue
  }
}
