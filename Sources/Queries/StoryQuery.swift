import PageFormats
import Marks
public import Search
public import StoryLibrary

/// What somebody wants to see of all stories: `unread source:nhk since:3d "quay wall" -ferry`.
///
/// Terms that stand side by side must all be true; `OR` or `|` between them asks for either, `-` before one for the
/// stories without it, and parentheses keep some together; `AND` and `NOT` are taken as well. A term is a keyword (``QueryKeyword``), a key with a
/// value (``QueryKey``), a word, the beginning of a word (`ferr*`), or "some words" that stand one after another. A keyword in quotation marks is a word
/// like any other. Words are folded, but those with a capital are found as they are written (see `SearchQuery`).
///
/// Any text is a query. What is wrong with it is told by ``problems``, and the rest is good.
public struct StoryQuery: Hashable, Sendable {
  /// As it was typed.
  public let text: String
  /// In the order of the text.
  public let problems: [QueryProblem]
  /// Nil: all stories.
  let condition: QueryCondition?

  /// A query as it is typed.
  /// - Parameters:
  ///   - text: any text.
  ///   - isPrefix: the text is still being typed: where it ends in a word, `ferr` finds the ferry.
  public init(_ text: String = "", isPrefix: Bool = false) {
    self.text = text
    var parser = QueryParser(text, isPrefix: isPrefix)
    condition = parser.parse()
    problems = parser.problems
  }

  private init(_ text: String, _ problems: [QueryProblem], _ condition: QueryCondition?) {
    (self.text, self.problems, self.condition) = (text, problems, condition)
  }

  /// What both queries ask for. The problems are those of this one: places lead into its text.
  public func and(_ other: StoryQuery) -> StoryQuery {
    StoryQuery(text, problems, .all([condition, other.condition].compactMap { $0 }))
  }

  /// Whether it leaves out archived stories, of which there are some: nothing in it is about them.
  public func hidesArchived(in scope: QueryScope) -> Bool {
    scope.marks.hasArchived && condition?.asksForArchived != true
  }

  /// It asks for nothing: all stories are good.
  public var isEmpty: Bool { condition == nil }

  /// Whether other stories make a difference: what threads and copies there are.
  public var comparesStories: Bool { condition?.comparesStories == true }

  /// The words that are looked for, for a ``MatchHighlighter``; not those that are excluded.
  public var words: SearchQuery { condition?.words ?? SearchQuery([]) }

  /// The sources and topics asked for that no story of a library has. Its names are not looked at when there are none.
  public func unknownNames(in names: @autoclosure () -> LibraryNames) -> [QueryProblem] {
    guard let condition, condition.hasNames else { return [] }
    return condition.unknownNames(in: names())
  }
}

/// A part of the name of a source or topic.
struct NamePattern: Hashable, Sendable {
  let text: String
  /// Where it stands in the query, in bytes of UTF-8.
  let range: Range<Int>
  private let finder: TextFinder

  init(_ text: String, at range: Range<Int>) {
    (self.text, self.range, finder) = (text, range, TextFinder(text, ignoresCase: true))
  }

  func matches(_ name: String) -> Bool { finder.isFound(in: name) }

  /// Whether it is a language, as BCP 47 writes it, or what that begins with: `pt` is `pt-BR`, too.
  func matches(language: String) -> Bool {
    let (wanted, language) = (text.lowercased(), language.lowercased())
    return language == wanted || language.hasPrefix(wanted + "-")
  }

  /// As it is kept: a label is known whole.
  var label: String { Label.normalized(text) ?? text }

  func begins(_ name: String) -> Bool { finder.ranges(in: name).first?.lowerBound == 0 }
}

/// What a query asks of a story.
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

  /// All of some conditions; nil for none. Their words are looked for at once: one copy of the story has them all.
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
    case .and(let parts), .or(let parts): parts.reduce(SearchQuery([])) { $0.and($1.words) }
    case .keyword, .source, .topic, .author, .site, .url, .language, .format, .label, .thread, .since,
      .before, .not:
      SearchQuery([])
    }
  }

  /// Archived stories are asked for, or against.
  var asksForArchived: Bool {
    switch self {
    case .keyword(let keyword): keyword == .archived
    case .not(let part): part.asksForArchived
    case .and(let parts), .or(let parts): parts.contains { $0.asksForArchived }
    case .source, .topic, .author, .site, .url, .language, .format, .label, .thread, .since, .before, .words:
      false
    }
  }

  /// Copies or a thread are asked for.
  var comparesStories: Bool {
    switch self {
    case .keyword(let keyword): keyword == .copies || keyword == .new
    case .thread: true
    case .not(let part): part.comparesStories
    case .and(let parts), .or(let parts): parts.contains { $0.comparesStories }
    case .source, .topic, .author, .site, .url, .language, .format, .label, .since, .before, .words: false
    }
  }

  /// A source or a topic is asked for.
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
