import Foundation
@testable import Search
import StoryLibrary
import Testing

@testable import Queries

/// What queries are taken to mean, and what is said where they mean nothing.
struct ParseTests {
  /// A condition written out with all its parentheses.
  private func meaning(_ text: String) -> String {
    StoryQuery(text).condition.map { ParseTests.text($0) } ?? "everything"
  }

  private static func text(_ condition: QueryCondition) -> String {
    switch condition {
    case .keyword(let keyword): keyword.rawValue
    case .source(let pattern): "source:" + pattern.text
    case .topic(let pattern): "topic:" + pattern.text
    case .author(let pattern): "author:" + pattern.text
    case .site(let pattern): "site:" + pattern.text
    case .url(let pattern): "url:" + pattern.text
    case .language(let pattern): "lang:" + pattern.text
    case .format(let format): "format:" + format.rawValue
    case .label(let pattern): "label:" + pattern.label
    case .thread(let story): "thread:\(story)"
    case .since(let time): "since:\(seconds(time))"
    case .before(let time): "before:\(seconds(time))"
    case .words(let query):
      query.phrases.map { $0.words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "_") }
        .joined(separator: "+")
    case .not(let part): "-" + text(part)
    case .and(let parts): "(" + parts.map { text($0) }.joined(separator: " ") + ")"
    case .or(let parts): "(" + parts.map { text($0) }.joined(separator: "|") + ")"
    }
  }

  private static func seconds(_ time: QueryTime) -> Int64 {
    switch time.start(now: 0) {
    case .moment(let seconds), .wall(let seconds): seconds
    }
  }

  private func errors(_ text: String) -> [QueryError] { StoryQuery(text).problems.map(\.error) }

  @Test(arguments: [
    ("", "everything"), ("   ", "everything"), ("unread", "unread"),
    ("copies new", "(copies new)"), ("york new", "(new york)"), ("new york", "new+york"), ("new", "new"),
    ("new since:3d", "(new since:-259200)"), ("new copies", "(new copies)"), ("new (york)", "(new york)"),
    ("\"unread\"", "unread"),
    ("ferry", "ferry"), ("ferry quay", "ferry+quay"), ("\"quay wall\"", "quay_wall"),
    ("cross-border", "cross_border"), ("quay unread wall", "(unread quay+wall)"),
    ("ferry OR quay", "(ferry|quay)"), ("ferry|quay", "(ferry|quay)"), ("ferry or quay", "ferry+or+quay"),
    ("unread ferry OR starred", "((unread ferry)|starred)"), ("-ferry", "-ferry"), ("--ferry", "ferry"),
    ("-\"quay wall\"", "-quay_wall"), ("-(ferry OR quay)", "-(ferry|quay)"), ("-source:nhk", "-source:nhk"),
    ("unread (ferry OR quay)", "(unread (ferry|quay))"), ("source:NHK", "source:NHK"),
    ("SOURCE:nhk", "source:nhk"), ("source:\"the mainichi\" read", "(source:the mainichi read)"),
    ("topic:business", "topic:business"), ("since:1970-01-02", "since:86400"), ("since:3h", "since:-10800"),
    ("before:2w", "before:-1209600"), ("since:1971", "since:31536000"), ("since:1970-02", "since:2678400"),
    ("since:1m", "since:-2592000"), ("before:1y", "before:-31536000"), ("since:1d", "since:-86400"),
    ("10:30", "10_30"), ("https://example.net/a", "https_example_net_a"), ("Smith & Sons", "smith+sons"),
    ("a - b", "a+b"), ("Unread", "unread"), ("قطار -غير", "(-غير قطار)"), ("cafe\u{301}", "cafe"),
    ("ferry AND quay", "ferry+quay"), ("ferry and quay", "ferry+and+quay"), ("NOT ferry", "-ferry"),
    ("unread AND NOT (ferry OR quay)", "(unread -(ferry|quay))"), ("\"NOT\"", "not"),
    ("ferr* quay", "ferr+quay"),
  ])
  func meaningOf(text: String, expected: String) {
    #expect(meaning(text) == expected)
    #expect(errors(text) == [])
  }

  @Test func aStarFindsLongerWords() {
    let query = StoryQuery("ferr* quay").words
    #expect(query.phrases.map(\.isPrefix) == [true, false])
    #expect(StoryQuery("*").isEmpty)
  }

  @Test(arguments: [("ferry NOT", 6..<9), ("(ferry NOT) quay", 7..<10), ("NOT OR ferry", 0..<3)])
  func aNotMissesItsTerm(text: String, range: Range<Int>) {
    let problem = StoryQuery(text).problems.first { $0.error == .missingNegated }
    #expect(problem?.range == range)
  }

  @Test(arguments: [
    ("", "unread"), ("unread", ""), ("source:nhk", "source:nhk unread"), ("unread source:nhk", "source:nhk"),
    ("ferry unread starred", "ferry starred"), ("-unread", "-unread unread"),
    ("ferry OR unread", "(ferry OR unread) unread"), ("(ferry OR quay) unread", "(ferry OR quay)"),
    ("\"unread\"", "\"unread\" unread"),
  ])
  func aKeywordIsToggled(text: String, expected: String) {
    #expect(StoryQuery.toggling(.unread, in: text) == expected)
  }

  @Test func keywordsAreLowerCaseAndBare() {
    #expect(StoryQuery("unread").condition == .keyword(.unread))
    for word in ["\"unread\"", "Unread", "UNREAD", "unreads"] {
      #expect(
        StoryQuery(word).condition == .words(SearchQuery([word.replacingOccurrences(of: "\"", with: "")])))
    }
  }

  @Test(arguments: [
    ("sorce:nhk", [QueryError.unknownKey("sorce", nearest: .source)], [0..<5]),
    ("ab zzzzzzzzz:nhk", [.unknownKey("zzzzzzzzz", nearest: nil)], [3..<12]),
    ("unread source:", [.missingValue(.source)], [7..<14]),
    ("topic:\"\" a", [.missingValue(.topic)], [0..<8]),
    ("since:yesterday", [.badTime("yesterday", key: .since, nearest: nil)], [6..<15]),
    ("é since:2025/6/1 a", [.badTime("2025/6/1", key: .since, nearest: "2025-6-1")], [9..<17]),
    ("before:3days", [.badTime("3days", key: .before, nearest: "3d")], [7..<12]),
    ("since:2025-02-30", [.badTime("2025-02-30", key: .since, nearest: nil)], [6..<16]),
    ("a \"quay", [.unclosedQuote], [2..<3]), ("source:\"quay", [.unclosedQuote], [7..<8]),
    ("(a", [.unclosedParenthesis], [0..<1]), ("a)", [.unopenedParenthesis], [1..<2]),
    ("()", [.emptyParentheses], [0..<2]), ("OR", [.missingTerm], [0..<2]),
    ("a OR", [.missingTerm], [2..<4]), ("OR a", [.missingTerm], [0..<2]),
    ("a OR OR b", [.missingTerm], [2..<4]), ("a | | | b", [.missingTerm, .missingTerm], [2..<3, 4..<5]),
    ("(a OR) b", [.missingTerm], [3..<5]),
    ("x sorce:a )", [.unknownKey("sorce", nearest: .source), .unopenedParenthesis], [2..<7, 10..<11]),
  ])
  func problems(text: String, expected: [QueryError], ranges: [Range<Int>]) {
    let problems = StoryQuery(text).problems
    #expect(problems.map(\.error) == expected)
    #expect(problems.map(\.range) == ranges)
    for problem in problems { #expect(!problem.error.message.isEmpty) }
  }

  @Test func theRestIsGood() {
    #expect(meaning("sorce:nhk unread") == "(unread sorce_nhk)")
    #expect(meaning("unread since:nonsense") == "unread")
    #expect(meaning("ferry OR") == "ferry")
    #expect(meaning("a) b") == "a+b")
    #expect(meaning("(a OR b c") == "(a|b+c)")
    #expect(meaning("\"quay wall") == "quay_wall")
  }

  @Test func whatIsUnfinished() {
    for text in ["source:", "since:2", "since:2025-1-", "a OR", "(a", "\"a"] {
      #expect(StoryQuery(text).problems.allSatisfy { $0.isUnfinished }, "\(text)")
      #expect(!StoryQuery(text).problems.isEmpty || text == "since:2", "\(text)")
    }
    for text in ["source: a", "since:2 a", "OR a", "a)", "sorce:a"] {
      #expect(StoryQuery(text).problems.contains { !$0.isUnfinished }, "\(text)")
    }
  }

  @Test(arguments: [
    ("\"", 100_000), ("OR ", 100_000), ("(", 100_000), (")", 100_000), ("-", 100_000), ("a ", 100_000),
    ("source:", 20_000), ("(a OR ", 50_000), ("x", 300_000), ("\u{301}", 100_000), ("since:\"", 20_000),
    ("|)(", 30_000), ("\u{202E}\u{0}\u{FFFD}\"\u{0}", 1), ("source:\u{1B}[2J", 1),
  ])
  func anyTextIsAQuery(unit: String, count: Int) {
    let text = String(repeating: unit, count: count)
    for isPrefix in [false, true] {
      let query = StoryQuery(text, isPrefix: isPrefix)
      #expect(query.text.utf8.count == text.utf8.count)
      #expect(query.problems.count <= 1_000)
      for problem in query.problems {
        #expect(problem.range.lowerBound >= 0 && problem.range.upperBound <= text.utf8.count)
        #expect(!problem.error.message.isEmpty)
      }
      _ = query.words
    }
  }

  @Test func tooMuchIsTold() {
    let query = StoryQuery(String(repeating: "a ", count: 1_000))
    #expect(query.problems.map(\.error) == [.tooLong])
    #expect(query.problems.first?.range.upperBound == 2_000)
    #expect(errors(String(repeating: "(", count: 40)).contains(.tooLong))
  }

  @Test func anOrderByName() {
    for key in StorySort.Key.allCases {
      for sort in [StorySort(key), StorySort(key, isReversed: true)] {
        #expect(StorySort(sort.description) == sort)
      }
    }
    #expect(StorySort("-title") == StorySort(.title, isReversed: true))
    for name in ["", "-", "--date", "Date", "size"] { #expect(StorySort(name) == nil) }
    #expect(StoryGrouping(rawValue: "day") == .day)
  }

  @Test func nearestWords() {
    let keys = QueryKey.allCases.map(\.rawValue)
    for (typed, meant) in [
      ("sorce", "source"), ("soucre", "source"), ("topc", "topic"), ("befor", "before"), ("sicne", "since"),
      ("SOURCE", "source"),
    ] {
      #expect(NearestWord.nearest(to: typed, in: keys) == meant)
    }
    #expect(NearestWord.nearest(to: "qqqqq", in: keys) == nil)
    #expect(NearestWord.distance(Array("ab".unicodeScalars), Array("ba".unicodeScalars)) == 1)
    #expect(NearestWord.distance([], Array("abc".unicodeScalars)) == 3)
  }

  @Test func threadsAreThoseOfAStory() {
    let wrong = StoryQuery("thread:ferry")
    #expect(wrong.problems.map(\.error) == [.badID("ferry")])
    #expect(wrong.problems[0].error.message == "ferry: not a story's ID, expected 16 hexadecimal digits")
    #expect(StoryQuery("thread:0123456789abcdef unread").problems.isEmpty)
  }
}
