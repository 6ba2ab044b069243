import PageFormats
import Marks
public import Search
public import StoryLibrary

/// A query for stories: `unread source:nhk since:3d "quay wall" -ferry`.
///
/// Adjacent terms must all match; `OR` or `|` between terms matches either, `-` or `NOT` before a term excludes it, and
/// parentheses group terms; `AND` is optional. A term is a keyword (``QueryKeyword``), a key with a value
/// (``QueryKey``), a word, a prefix (`ferr*`), or "some words" in this order. A keyword in quotation marks is a plain
/// word. Words are folded, but those with a capital letter are matched exactly (see `SearchQuery`).
///
/// Any text is a query. Its errors are in ``problems``, and the rest is used.
public struct StoryQuery: Hashable, Sendable {
  /// The text, as typed.
  public let text: String
  /// The errors, in the order of the text.
  public let problems: [QueryProblem]
  /// Nil for all stories.
  let condition: QueryCondition?

  /// Parses a query.
  /// - Parameters:
  ///   - text: any text.
  ///   - isPrefix: whether the text is still being typed, so that its last word may be incomplete: `ferr` finds ferry.
  public init(_ text: String = "", isPrefix: Bool = false) {
    self.text = text
    var parser = QueryParser(text, isPrefix: isPrefix)
    condition = parser.parse()
    problems = parser.problems
  }

  private init(_ text: String, _ problems: [QueryProblem], _ condition: QueryCondition?) {
    (self.text, self.problems, self.condition) = (text, problems, condition)
  }

  /// The stories that match both queries. The problems are those of this one, because ranges refer to its text.
  public func and(_ other: StoryQuery) -> StoryQuery {
    StoryQuery(text, problems, .all([condition, other.condition].compactMap { $0 }))
  }

  /// The same query, whose words may also be in text that is folded on a story's page: for a search, which says where
  /// its words are, and whose best matches come first. A filter is about what stories say.
  public var findingFolded: StoryQuery { StoryQuery(text, problems, condition?.findingFolded) }

  /// Whether it leaves out archived stories: there are some, and the query does not mention them.
  public func hidesArchived(in scope: QueryScope) -> Bool {
    scope.marks.hasArchived && condition?.asksForArchived != true
  }

  /// Whether it has no terms, so that all stories match.
  public var isEmpty: Bool { condition == nil }

  /// Whether the result depends on other stories, through threads or copies.
  public var comparesStories: Bool { condition?.comparesStories == true }

  /// The words to search for, without excluded ones, for a ``MatchHighlighter``.
  public var words: SearchQuery { condition?.words ?? SearchQuery([]) }

  /// Problems for names in the query that no story has. `names` is only evaluated if the query has names.
  public func unknownNames(in names: @autoclosure () -> LibraryNames) -> [QueryProblem] {
    guard let condition, condition.hasNames else { return [] }
    return condition.unknownNames(in: names())
  }
}

/// A part of the name of a source or topic.
struct NamePattern: Hashable, Sendable {
  let text: String
  /// Its range in the query, in bytes of UTF-8.
  let range: Range<Int>
  private let finder: TextFinder

  init(_ text: String, at range: Range<Int>) {
    (self.text, self.range, finder) = (text, range, TextFinder(text, ignoresCase: true))
  }

  func matches(_ name: String) -> Bool { finder.isFound(in: name) }

  /// Whether it is a BCP 47 language tag or a prefix of it: `pt` also matches `pt-BR`.
  func matches(language: String) -> Bool {
    let (wanted, language) = (text.lowercased(), language.lowercased())
    return language == wanted || language.hasPrefix(wanted + "-")
  }

  /// The label, as it is stored; labels only match as a whole.
  var label: String { Label.normalized(text) ?? text }

  func begins(_ name: String) -> Bool { finder.ranges(in: name).first?.lowerBound == 0 }
}

/// A condition of a query.
indirect enum QueryCondition: Hashable, Sendable {
  case keyword(QueryKeyword)
  case source(NamePattern)
  case topic(NamePattern)
  case author(NamePattern)
  case site(NamePattern)
  case url(NamePattern)
  case language(NamePattern)
  case format(PageSyntax)
  case label(NamePattern)
  case thread(StoryID)
  case since(QueryTime)
  case before(QueryTime)
  case words(SearchQuery)
  case not(QueryCondition)
  /// Two or more.
  case and([QueryCondition])
  /// Two or more.
  case or([QueryCondition])

  /// All of some conditions; nil for none. Their words are combined: one copy of the story must have all of them.
  static func all(_ conditions: [QueryCondition]) -> QueryCondition? {
    var words = SearchQuery([])
    var others: [QueryCondition] = []
    for condition in conditions {
      if case .words(let query) = condition { words = words.and(query) } else { others.append(condition) }
    }
    if !words.isEmpty { others.append(.words(words)) }
    return others.count > 1 ? .and(others) : others.first
  }

  /// Any of some conditions; nil for none.
  static func any(_ conditions: [QueryCondition]) -> QueryCondition? {
    conditions.count > 1 ? .or(conditions) : conditions.first
  }

  var words: SearchQuery {
    switch self {
    case .words(let query): query
    case .and(let parts): parts.reduce(SearchQuery([])) { $0.and($1.words) }
    // A story that has one of them need not have the others.
    case .or(let parts): parts.reduce(SearchQuery([])) { $0.and($1.words.findingFolded(false)) }
    case .keyword, .source, .topic, .author, .site, .url, .language, .format, .label, .thread, .since,
      .before, .not:
      SearchQuery([])
    }
  }

  /// The same with words that may be in folded text. What is excluded must not be in the story.
  var findingFolded: QueryCondition {
    switch self {
    case .words(let query): .words(query.findingFolded())
    case .and(let parts): .and(parts.map(\.findingFolded))
    case .or(let parts): .or(parts.map(\.findingFolded))
    case .keyword, .source, .topic, .author, .site, .url, .language, .format, .label, .thread, .since,
      .before, .not:
      self
    }
  }

  /// Whether it mentions archived stories.
  var asksForArchived: Bool {
    switch self {
    case .keyword(let keyword): keyword == .archived
    case .not(let part): part.asksForArchived
    case .and(let parts), .or(let parts): parts.contains { $0.asksForArchived }
    case .source, .topic, .author, .site, .url, .language, .format, .label, .thread, .since, .before, .words:
      false
    }
  }

  /// Whether it mentions copies or a thread.
  var comparesStories: Bool {
    switch self {
    case .keyword(let keyword): keyword == .copies || keyword == .new
    case .thread: true
    case .not(let part): part.comparesStories
    case .and(let parts), .or(let parts): parts.contains { $0.comparesStories }
    case .source, .topic, .author, .site, .url, .language, .format, .label, .since, .before, .words: false
    }
  }

  /// Whether it mentions a source or a topic.
  var hasNames: Bool {
    switch self {
    case .source, .topic, .author, .site, .language, .label: true
    case .not(let part): part.hasNames
    case .and(let parts), .or(let parts): parts.contains { $0.hasNames }
    case .keyword, .url, .format, .thread, .since, .before, .words: false
    }
  }

  func unknownNames(in names: LibraryNames) -> [QueryProblem] {
    switch self {
    case .source(let pattern): pattern.problems(.source, in: names.sources)
    case .topic(let pattern): pattern.problems(.topic, in: names.topics)
    case .author(let pattern): pattern.problems(.author, in: names.authors)
    case .site(let pattern): pattern.problems(.site, in: names.sites)
    case .language(let pattern): pattern.problems(.lang, in: names.languages)
    case .label(let pattern): pattern.problems(.label, in: names.labels)
    case .not(let part): part.unknownNames(in: names)
    case .and(let parts), .or(let parts): parts.flatMap { $0.unknownNames(in: names) }
    case .keyword, .url, .format, .thread, .since, .before, .words: []
    }
  }
}

extension NamePattern {
  fileprivate func problems(_ key: QueryKey, in names: [LibraryNames.Name]) -> [QueryProblem] {
    let isKnown = names.contains { name in
      switch key {
      case .lang: matches(language: name.text)
      case .label: name.text == label
      default: matches(name.text)
      }
    }
    if isKnown { return [] }
    let nearest = NearestWord.nearest(to: text, in: names.map(\.text))
    return [QueryProblem(.unknownName(text, key: key, nearest: nearest), at: range)]
  }
}
