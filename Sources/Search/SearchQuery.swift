import Text

/// What somebody looks for: words that must all be there, and "words in quotes" that must stand one after another.
///
/// Case makes a difference in words that are typed with a capital, and only there ("smart case").
public struct SearchQuery: Hashable, Sendable {
  /// Words that stand one after another; one word alone, mostly.
  struct Phrase: Hashable, Sendable {
    /// As they are compared (see `WordFolding`).
    var words: [[UInt8]] = []
    /// For each word how it is written, where that makes a difference.
    var spellings: [[UInt8]?] = []
    /// For each word whether it stands directly behind the one before, as neighbours in a script without spaces do.
    var isAdjacent: [Bool] = []
    /// What an index knows them by: the words, and for neighbours in a script without spaces each two of them.
    var terms: [[UInt8]] = []
    /// The last word is still being typed: it may be the beginning of a longer one.
    var isPrefix = false

    /// Whoever has the terms has the phrase.
    var isOneTerm: Bool { terms.count == 1 && !isCased }

    var isCased: Bool { spellings.contains { $0 != nil } }

    /// The terms, as they are asked for.
    var indexTerms: [IndexTerm] {
      terms.indices.map { IndexTerm(bytes: terms[$0], isPrefix: isPrefix && $0 == terms.count - 1) }
    }
  }

  private(set) var phrases: [Phrase] = []

  /// A query as it is typed. What has no letter or digit in it is left out.
  /// - Parameters:
  ///   - text: words, and "words in quotes" that stand one after another.
  ///   - isPrefix: the text is still being typed: where it ends in a word, all words count that begin with it.
  public init(_ text: String, isPrefix: Bool = false) {
    var pieces: [Substring] = []
    var isQuoted = false
    for piece in text.split(separator: "\"", omittingEmptySubsequences: false) {
      pieces +=
        isQuoted ? [piece] : piece.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace)
      isQuoted.toggle()
    }
    // Behind a blank or a closing quote the last piece is empty: that word is whole.
    self.init(pieces.map { String($0) }, isPrefix: isPrefix)
  }

  /// A query of pieces, each a word or some words that stand together.
  /// - Parameters:
  ///   - pieces: one without a letter or digit is left out.
  ///   - isPrefix: the last piece is still being typed.
  public init(_ pieces: [String], isPrefix: Bool = false) {
    for (number, piece) in pieces.enumerated() {
      let phrase = Phrase(piece, isPrefix: isPrefix && number == pieces.count - 1)
      if !phrase.words.isEmpty, !phrases.contains(phrase) { phrases.append(phrase) }
    }
  }

  /// There is no word in it: it finds nothing.
  public var isEmpty: Bool { phrases.isEmpty }

  /// A word of a query that stands by itself.
  public struct TypedWord: Hashable, Sendable {
    /// With the capitals that it was typed with, if it has any.
    public let text: String
    /// As words are compared when case makes no difference.
    public let folded: String
    /// It is found only as it is written.
    public let isCased: Bool
    /// Longer words that begin with it are found, too.
    public let isPrefix: Bool
  }

  /// The words that stand by themselves.
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

  /// An index can answer it by itself, without a look at any text.
  var isTermsAlone: Bool { phrases.allSatisfy(\.isOneTerm) }
}

extension SearchQuery.Phrase {
  /// A piece without spaces may be several words, as `cross-border` is: they stand together.
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
    // Two neighbours together say all that each alone does.
    let pairs = terms.pairs
    self.terms.removeAll { term in
      pairs.contains { $0 != term && ($0.starts(with: term) || $0.ends(with: term)) }
    }
  }

  /// Nil for a word without a capital: any case will do.
  private static func spelling(of word: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    String(decoding: word, as: UTF8.self).unicodeScalars.contains { WordFolding.isUpperCase($0) }
      ? WordFolding.keepingCase(word) : nil
  }
}

/// What an index is asked for.
struct IndexTerm: Hashable, Sendable {
  var bytes: [UInt8]
  /// Terms that begin with it count, too.
  var isPrefix: Bool
}

/// The terms under which an index keeps words: each word, and each two characters that stand together in a script
/// without spaces (bigrams, as Lucene's CJKAnalyzer has them).
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
