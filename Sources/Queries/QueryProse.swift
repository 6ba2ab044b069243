/// Messages about errors in queries, for the screen and the command line.
extension QueryError {
  /// What is wrong, what was expected, and what may have been meant, without a full stop.
  public var message: String {
    switch self {
    case .unknownKey(let word, let nearest?): "unknown key \(word):; did you mean \(nearest.rawValue):?"
    case .unknownKey(let word, nil): "unknown key \(word):; expected \(QueryError.keys)"
    case .missingValue(let key): "expected \(QueryError.value(of: key)) after \(key.rawValue):"
    case .badTime(let text, _, let nearest):
      "\(text): not a date; try 1d or 2025-06-01" + meant(nearest)
    case .badFormat(let text, let nearest):
      "\(text): not a format, expected text, html or markdown" + meant(nearest)
    case .badID(let text): "\(text): not a story's ID, expected 16 hexadecimal digits"
    case .unknownName(let text, .lang, let nearest):
      "no story is in the language \(text)" + meant(nearest)
    case .unknownName(let text, let key, let nearest):
      "no story has a \(key.rawValue) like \(text)" + meant(nearest)
    case .unclosedQuote: "missing closing quotation mark"
    case .unclosedParenthesis: "missing closing parenthesis"
    case .unopenedParenthesis: "closing parenthesis without an opening one"
    case .emptyParentheses: "nothing between the parentheses"
    case .missingTerm: "OR needs a term on both sides"
    case .missingNegated: "NOT needs a term after it"
    case .tooLong: "the query is too long; the rest is ignored"
    }
  }

  private func meant(_ nearest: String?) -> String { nearest.map { "; did you mean \($0)?" } ?? "" }

  /// The keys, except `thread:`, which is entered by a command.
  private static let keys: String = {
    let keys = QueryKey.allCases.filter { $0 != .thread }.map { $0.rawValue + ":" }
    return keys.dropLast().joined(separator: ", ") + " or " + (keys.last ?? "")
  }()

  private static func value(of key: QueryKey) -> String {
    switch key {
    case .source: "part of a source's name"
    case .topic: "part of a topic's name"
    case .author: "part of an author's name"
    case .label: "one of your labels"
    case .site: "part of a site's name"
    case .url: "part of a web address"
    case .lang: "a language (en, pt-BR)"
    case .format: "text, html or markdown"
    case .thread: "a story's ID"
    case .since, .before: "a date (2025-06-01, 2025-06, 2025) or an age (3h, 3d, 2w, 6m, 1y)"
    }
  }
}
