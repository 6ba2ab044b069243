import PageFormats
import Search
import StoryLibrary

/// Parses a query to a condition. Errors are collected, and the rest is parsed as well as possible.
///
///     any  = all { ("OR" | "|") all }
///     all  = term { ["AND"] term }
///     term = ("-" | "NOT") term | "(" any ")" | word | "some words" | key ":" value
struct QueryParser {
  /// The most tokens and the deepest nesting of parentheses: more than any user types.
  private static let (mostTokens, mostDepth) = (256, 16)

  private(set) var problems: [QueryProblem] = []
  private var tokens: [QueryToken] = []
  private var position = 0
  private var depth = 0
  private let end: Int
  private let isPrefix: Bool

  /// A parser for a text. `isPrefix`: a word at its end may be incomplete.
  init(_ text: String, isPrefix: Bool) {
    end = text.utf8.count
    self.isPrefix = isPrefix
    var lexer = QueryLexer(text)
    while let token = lexer.next() {
      guard tokens.count < QueryParser.mostTokens else {
        note(.tooLong, at: token.range.lowerBound..<end)
        return
      }
      tokens.append(token)
    }
  }

  mutating func parse() -> QueryCondition? {
    var condition = any()
    while current?.kind == .close {
      note(.unopenedParenthesis, at: tokens[position].range)
      position += 1
      condition = QueryCondition.all([condition, any()].compactMap { $0 })
    }
    problems.sort { $0.range.lowerBound < $1.range.lowerBound }
    return condition
  }

  private var current: QueryToken? { position < tokens.count ? tokens[position] : nil }

  private mutating func note(_ error: QueryError, at range: Range<Int>, isUnfinished: Bool = false) {
    problems.append(QueryProblem(error, at: range, isUnfinished: isUnfinished))
  }

  private mutating func any() -> QueryCondition? {
    var branches: [QueryCondition] = []
    var isBehindOr = false
    while true {
      let start = position
      if let branch = all() { branches.append(branch) }
      let isNothing = position == start
      let or = current?.kind == .or ? current : nil
      if isNothing, isBehindOr || or != nil {
        let place = isBehindOr ? tokens[position - 1] : tokens[position]
        // A lone OR lacks both sides, but is reported once.
        if problems.last?.range != place.range {
          note(.missingTerm, at: place.range, isUnfinished: isBehindOr && place.range.upperBound == end)
        }
      }
      guard or != nil else { return QueryCondition.any(branches) }
      position += 1
      isBehindOr = true
    }
  }

  /// Nil if it contains no terms.
  private mutating func all() -> QueryCondition? {
    var terms: [QueryCondition] = []
    while let token = current, token.kind != .or, token.kind != .close {
      // AND is optional: adjacent terms must all match anyway.
      if token.kind == .and {
        position += 1
        continue
      }
      if let term = term() { terms.append(term) }
    }
    return QueryCondition.all(terms)
  }

  private mutating func term() -> QueryCondition? {
    var isNegated = false
    while current?.kind == .not {
      isNegated.toggle()
      position += 1
    }
    guard let token = current, ![.or, .and, .close].contains(token.kind) else {
      let not = tokens[position - 1].range
      note(.missingNegated, at: not, isUnfinished: not.upperBound == end)
      return nil
    }
    position += 1
    let condition: QueryCondition? =
      switch token.kind {
      case .open: group(token)
      case .word(let word): self.word(word, token.range)
      case .quoted(let text, let isClosed): quoted(text, isClosed, token.range)
      case .named(let key, let value, let isClosed): named(key, value, isClosed, token.range)
      case .close, .or, .and, .not: nil
      }
    return isNegated ? condition.map { .not($0) } : condition
  }

  private mutating func group(_ open: QueryToken) -> QueryCondition? {
    guard depth < QueryParser.mostDepth else {
      note(.tooLong, at: open.range.lowerBound..<end)
      position = tokens.count
      return nil
    }
    depth += 1
    defer { depth -= 1 }
    if let close = current, close.kind == .close {
      note(.emptyParentheses, at: open.range.lowerBound..<close.range.upperBound)
    }
    let condition = any()
    if current?.kind == .close {
      position += 1
    } else {
      note(.unclosedParenthesis, at: open.range, isUnfinished: true)
    }
    return condition
  }

  private func word(_ word: String, _ range: Range<Int>) -> QueryCondition? {
    // `new york` are two words.
    if word == QueryKeyword.new.rawValue, case .word(let next)? = current?.kind,
      QueryKeyword(rawValue: next) == nil
    {
      return words(word, range)
    }
    return QueryKeyword(rawValue: word).map { .keyword($0) } ?? words(word, range)
  }

  private func words(_ text: String, _ range: Range<Int>) -> QueryCondition? {
    // `ferr*` finds ferry; so does `ferr` at the end of a text that is still being typed.
    let isBeginning = text.hasSuffix("*")
    let query = SearchQuery(
      [isBeginning ? String(text.dropLast()) : text],
      isPrefix: isBeginning || isPrefix && range.upperBound == end)
    return query.isEmpty ? nil : .words(query)
  }

  private mutating func quoted(_ text: String, _ isClosed: Bool, _ range: Range<Int>) -> QueryCondition? {
    guard isClosed else {
      note(.unclosedQuote, at: range.lowerBound..<range.lowerBound + 1, isUnfinished: true)
      return words(text, range)
    }
    return words(text, range.lowerBound..<range.lowerBound)
  }

  private mutating func named(
    _ name: String, _ value: String, _ isClosed: Bool, _ range: Range<Int>
  ) -> QueryCondition? {
    guard let key = QueryKey(rawValue: name.lowercased()) else {
      let nearest = NearestWord.nearest(to: name, in: QueryKey.allCases.map(\.rawValue))
      let place = range.lowerBound..<range.lowerBound + name.utf8.count
      note(.unknownKey(name, nearest: nearest.flatMap { QueryKey(rawValue: $0) }), at: place)
      return words(name + " " + value, range)
    }
    let place = range.lowerBound + name.utf8.count + 1..<range.upperBound
    let isLast = range.upperBound == end
    if !isClosed { note(.unclosedQuote, at: place.lowerBound..<place.lowerBound + 1, isUnfinished: true) }
    guard !value.allSatisfy(\.isWhitespace) else {
      if isClosed { note(.missingValue(key), at: range, isUnfinished: isLast) }
      return nil
    }
    do throws(QueryError) {
      return try QueryParser.condition(key, value, at: place)
    } catch {
      note(error, at: place, isUnfinished: isLast)
      return nil
    }
  }

  private static func condition(
    _ key: QueryKey, _ value: String, at range: Range<Int>
  ) throws(QueryError) -> QueryCondition {
    switch key {
    case .source: return .source(NamePattern(value, at: range))
    case .topic: return .topic(NamePattern(value, at: range))
    case .author: return .author(NamePattern(value, at: range))
    case .label: return .label(NamePattern(value, at: range))
    case .site: return .site(NamePattern(value, at: range))
    case .url: return .url(NamePattern(value, at: range))
    case .lang: return .language(NamePattern(value, at: range))
    case .format: return .format(try format(value))
    case .thread:
      guard let story = StoryID(value) else { throw .badID(value) }
      return .thread(story)
    case .since: return .since(try time(value, key))
    case .before: return .before(try time(value, key))
    }
  }

  private static func format(_ value: String) throws(QueryError) -> PageSyntax {
    if let format = PageSyntax(rawValue: value.lowercased()) { return format }
    let formats = PageSyntax.allCases.map(\.rawValue)
    throw .badFormat(value, nearest: NearestWord.nearest(to: value, in: formats))
  }

  private static func time(_ value: String, _ key: QueryKey) throws(QueryError) -> QueryTime {
    if let time = QueryTime(value) { return time }
    throw .badTime(value, key: key, nearest: QueryTime.nearest(to: value))
  }
}
