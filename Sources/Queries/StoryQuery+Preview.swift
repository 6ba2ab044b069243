extension StoryQuery {
  /// What a query asks for so far that is being typed: the last word may go on, and what may still become a keyword or has
  /// no value yet is left out, and so is what is wrong with all behind it. Nil where nothing right is left.
  public static func preview(of text: String) -> String? {
    var lexer = QueryLexer(text)
    var last: QueryToken?
    while let token = lexer.next() { last = token }
    var preview = text
    if let last, last.range.upperBound == text.utf8.count {
      let before = String(decoding: Array(text.utf8)[..<last.range.lowerBound], as: UTF8.self)
      switch last.kind {
      case .word(let word) where QueryKeyword(rawValue: word) == nil:
        // Nearly all stories have a word that begins with some letter.
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
