extension StoryQuery {
  /// The valid part of a query that is being typed. The last word may be incomplete; a word that may still become a
  /// keyword, a key without a value, and everything from the first error on are left out. Nil if nothing valid is left.
  public static func preview(of text: String) -> String? {
    var lexer = QueryLexer(text)
    var last: QueryToken?
    while let token = lexer.next() { last = token }
    var preview = text
    if let last, last.range.upperBound == text.utf8.count {
      let before = String(decoding: Array(text.utf8)[..<last.range.lowerBound], as: UTF8.self)
      switch last.kind {
      case .word(let word) where QueryKeyword(rawValue: word) == nil:
        // A single letter would match nearly all stories.
        let isOpen = word.utf8.count < 2 || mayBecomeKeyword(word)
        preview = isOpen ? before : word.hasSuffix("*") ? text : text + "*"
      case .named where StoryQuery(text).problems.contains(where: \.isUnfinished): preview = before
      default: break
      }
    }
    let mistakes = StoryQuery(preview).problems.filter { !$0.isUnfinished }
    guard let first = mistakes.map(\.range.lowerBound).min() else { return preview }
    let right = String(decoding: Array(preview.utf8).prefix(first), as: UTF8.self)
    return StoryQuery(right).problems.allSatisfy(\.isUnfinished) ? right : nil
  }

  private static func mayBecomeKeyword(_ word: String) -> Bool {
    QueryKeyword.allCases.contains { $0.rawValue.hasPrefix(word) }
      || QueryKey.allCases.contains { $0.rawValue.hasPrefix(word) }
  }
}
