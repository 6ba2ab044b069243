import Text

/// Words to search for, all of which must match, and "words in quotes" that must be consecutive.
///
/// Words with a capital letter are case-sensitive, others are not ("smart case").
public struct SearchQuery: Hashable, Sendable {
  /// Consecutive words; mostly a single word.
  struct Phrase: Hashable, Sendable {
    /// The words, folded for comparison (see `WordFolding`).
    var words: [[UInt8]] = []
    /// The exact spelling of each word; nil if case does not matter.
    var spellings: [[UInt8]?] = []
    /// Whether each word directly follows the one before, as in scripts without spaces.
    var isAdjacent: [Bool] = []
    /// Their index terms: the words, and in scripts without spaces each pair of them.
    var terms: [[UInt8]] = []
    /// Whether the last word may be incomplete, because it is still being typed.
    var isPrefix = false
    /// Whether it may also be in text that is folded on the story's page.
    var findsFolded = false

    /// Whether the phrase is a single term, so that the index alone can find it.
    var isOneTerm: Bool { terms.count == 1 && !isCased }

    var isCased: Bool { spellings.contains { $0 != nil } }

    /// The terms to look up in an index.
    var indexTerms: [IndexTerm] {
      terms.indices.map { IndexTerm(bytes: terms[$0], isPrefix: isPrefix && $0 == terms.count - 1) }
    }
  }

  private(set) var phrases: [Phrase] = []

  /// Parses a query, ignoring parts without letters and digits.
  /// - Parameters:
  ///   - text: words, and consecutive "words in quotes".
  ///   - isPrefix: whether the text is still being typed: if it ends in a word, all words with that prefix match.
  public init(_ text: String, isPrefix: Bool = false) {
    var pieces: [Substring] = []
    var isQuoted = false
    for piece in text.split(separator: "\"", omittingEmptySubsequences: false) {
      pieces +=
        isQuoted ? [piece] : piece.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      isQuoted.toggle()
    }
    // After a space or a closing quote the last piece is empty, so the word before it is complete.
    self.init(pieces.map { String($0) }, isPrefix: isPrefix)
  }

  /// A query of pieces, each a word or a phrase.
  /// - Parameters:
  ///   - pieces: the pieces; those without letters and digits are ignored.
  ///   - isPrefix: whether the last piece is still being typed.
  public init(_ pieces: [String], isPrefix: Bool = false) {
    for (number, piece) in pieces.enumerated() {
      let phrase = Phrase(piece, isPrefix: isPrefix && number == pieces.count - 1)
      if !phrase.words.isEmpty, !phrases.contains(phrase) { phrases.append(phrase) }
    }
  }

  /// Whether it has no words, so that it finds nothing.
  public var isEmpty: Bool { phrases.isEmpty }

  /// A word of a query that is not in a phrase.
  public struct TypedWord: Hashable, Sendable {
    /// The word, as typed.
    public let text: String
    /// The folded word.
    public let folded: String
    /// Whether it is matched exactly.
    public let isCased: Bool
    /// Whether it also matches longer words that begin with it.
    public let isPrefix: Bool
  }

  /// The words that are not in phrases.
  public var typedWords: [TypedWord] {
    phrases.filter { $0.words.count == 1 }.map { phrase in
      let (folded, spelling) = (phrase.words[0], phrase.spellings[0])
      return TypedWord(
        text: String(decoding: spelling ?? folded, as: UTF8.self),
        folded: String(decoding: folded, as: UTF8.self),
        isCased: spelling != nil, isPrefix: phrase.isPrefix)
    }
  }

  /// A query for the words of both.
  public func and(_ other: SearchQuery) -> SearchQuery {
    var both = self
    for phrase in other.phrases where !both.phrases.contains(phrase) { both.phrases.append(phrase) }
    return both
  }

  /// The same query, whose words may also be in text that is folded on a story's page; or only in the story.
  public func findingFolded(_ findsFolded: Bool = true) -> SearchQuery {
    var query = self
    for number in phrases.indices { query.phrases[number].findsFolded = findsFolded }
    return query
  }

  /// A query for some of the phrases, given by their numbers.
  func only(_ numbers: [Int]) -> SearchQuery {
    var query = self
    query.phrases = numbers.map { phrases[$0] }
    return query
  }

  /// Whether the index alone can answer it, without reading texts.
  var isTermsAlone: Bool { phrases.allSatisfy(\.isOneTerm) }
}

extension SearchQuery.Phrase {
  /// A phrase of a piece, which may have several words even without spaces, like `cross-border`.
  init(_ piece: String, isPrefix: Bool) {
    var terms = IndexTerms()
    var text = piece
    text.withUTF8 { bytes in
      Words.visit(bytes) { word in
        let pairs = terms.pairs.count
        terms.add(word) { self.terms.append(Array($0)) }
        words.append(Array(word.bytes))
        spellings.append(Self.spelling(of: UnsafeBufferPointer(rebasing: bytes[word.range])))
        isAdjacent.append(terms.pairs.count > pairs)
        self.isPrefix = isPrefix && word.range.upperBound == bytes.count && !word.isIdeograph
      }
    }
    // A pair includes both of its words.
    let pairs = terms.pairs
    self.terms.removeAll { term in
      pairs.contains { $0 != term && ($0.starts(with: term) || $0.ends(with: term)) }
    }
  }

  /// Nil for a word without a capital letter, which matches any case.
  private static func spelling(of word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    String(decoding: word, as: UTF8.self).unicodeScalars.contains { WordFolding.isUpperCase($0) }
      ? WordFolding.keepingCase(word) : nil
  }
}

/// A term to look up in an index.
struct IndexTerm: Hashable, Sendable {
  var bytes: [UInt8]
  /// Whether it also matches terms that begin with it.
  var isPrefix: Bool
}

/// The terms under which an index stores words: each word, and each pair of adjacent characters in a script without
/// spaces (bigrams, as in Lucene's CJKAnalyzer).
struct IndexTerms {
  private var before: (bytes: [UInt8], end: Int)?
  /// The bigrams so far.
  private(set) var pairs: [[UInt8]] = []

  mutating func add(_ word: Words.Word, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    body(word.bytes)
    guard word.isIdeograph else {
      before = nil
      return
    }
    let bytes = Array(word.bytes)
    if let before, before.end == word.range.lowerBound {
      let pair = before.bytes + bytes
      pairs.append(pair)
      pair.withUnsafeBufferPointer(body)
    }
    before = (bytes, word.range.upperBound)
  }
}

extension [UInt8] {
  fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}
