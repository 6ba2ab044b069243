import StoryLibrary
import Search

/// A suggestion for a query that finds nothing.
public enum QueryHint: Hashable, Sendable {
  /// A word with a capital letter is matched exactly; some stories have it in a different case.
  case anyCase(String, stories: Int)
  /// Longer words begin with the word.
  case beginning(String, stories: Int)
  /// No story has the word; some have this one, which is the most similar.
  case nearest(String, to: String, stories: Int)
  /// Each word is found, but no story has all of them.
  case apart
  /// Other sections have stories that match.
  case otherSections(stories: Int)
}

extension StoryQuery {
  /// The most words of a query that are searched for separately.
  private static let mostWords = 3

  /// Why its words may find nothing. Takes as long as several searches, so do not call it on the terminal's thread.
  public func hints(in scope: QueryScope) -> [QueryHint] {
    let typed = words.typedWords
    var hints: [QueryHint] = []
    var found = 0
    for word in typed.prefix(StoryQuery.mostWords) {
      if StoryQuery.count(word.text, isPrefix: word.isPrefix, scope) > 0 {
        found += 1
      } else if let hint = StoryQuery.hint(for: word, scope) {
        hints.append(hint)
      }
    }
    return hints.isEmpty && found > 1 && found == typed.count ? [.apart] : hints
  }

  private static func hint(for word: SearchQuery.TypedWord, _ scope: QueryScope) -> QueryHint? {
    if word.isCased {
      let count = count(word.folded, isPrefix: word.isPrefix, scope)
      if count > 0 { return .anyCase(word.folded + (word.isPrefix ? "*" : ""), stories: count) }
    }
    if !word.isPrefix {
      let count = count(word.folded, isPrefix: true, scope)
      if count > 0 { return .beginning(word.folded + "*", stories: count) }
    }
    let vocabulary = Vocabulary(near: word.folded, in: scope.library, indexPath: scope.indexPath)
    guard let nearest = NearestWord.nearest(to: word.folded, in: vocabulary.words) else { return nil }
    return .nearest(nearest, to: word.text, stories: count(nearest, isPrefix: false, scope))
  }

  /// How many stories have a word.
  private static func count(_ word: String, isPrefix: Bool, _ scope: QueryScope) -> Int {
    let query = StoryQuery("\"\(word)\(isPrefix ? "*" : "")\"")
    return StorySelection(query: query).stories(in: scope).stories.count
  }
}

extension QueryHint {
  /// A sentence without a full stop.
  public var message: String {
    switch self {
    case .anyCase(let word, let stories):
      "Words with a capital letter are matched exactly; \(word) finds \(StoryCount.text(stories))"
    case .beginning(let word, let stories): "\(word) also matches longer words: \(StoryCount.text(stories))"
    case .nearest(let word, let typed, let stories):
      "No story has \(typed); did you mean \(word)? (\(StoryCount.text(stories)))"
    case .apart: "Each word is found, but no story has all of them; OR between words matches either"
    case .otherSections(let stories): "Other sections have \(stories == 1 ? "1 match" : "\(stories) matches")"
    }
  }
}
