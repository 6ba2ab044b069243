/// What somebody looks for: words that must all be there, and "words in quotes" that must stand one after another.
public struct SearchQuery: Hashable, Sendable {
  /// Words that stand one after another; one word alone, mostly.
  struct Phrase: Hashable, Sendable {
    /// As they are compared (see `WordFolding`).
    var words: [[UInt8]] = []
    /// For each word whether it stands directly behind the one before, as neighbours in a script without spaces do.
    var isJoined: [Bool] = []
    /// What an index knows them by: the words, and for neighbours in a script without spaces each two of them.
    var terms: [[UInt8]] = []

    /// Whoever has the terms has the phrase.
    var isOneTerm: Bool { terms.count == 1 }
  }

  private(set) var phrases: [Phrase] = []

  /// A query as it is typed. What has no letter or digit in it is left out.
  public init(_ text: String) {
    var isQuoted = false
    for piece in text.split(separator: "\"", omittingEmptySubsequences: false) {
      if isQuoted { add(piece) } else { piece.split(whereSeparator: \.isWhitespace).forEach { add($0) } }
      isQuoted.toggle()
    }
  }

  /// There is no word in it: it finds nothing.
  public var isEmpty: Bool { phrases.isEmpty }

  /// An index can answer it by itself, without a look at any text.
  var isTermsAlone: Bool { phrases.allSatisfy(\.isOneTerm) }

  /// A piece without spaces may be several words, as `cross-border` is: they stand together.
  private mutating func add(_ piece: Substring) {
    var phrase = Phrase()
    var terms = IndexTerms()
    var text = String(piece)
    text.withUTF8 { bytes in
      Words.visit(bytes) { word in
        let pairs = terms.pairs.count
        terms.add(word) { phrase.terms.append(Array($0)) }
        phrase.words.append(Array(word.bytes))
        phrase.isJoined.append(terms.pairs.count > pairs)
      }
    }
    // Two neighbours together say all that each alone does.
    let pairs = terms.pairs
    phrase.terms.removeAll { term in
      pairs.contains { $0 != term && ($0.starts(with: term) || $0.ends(with: term)) }
    }
    if !phrase.words.isEmpty, !phrases.contains(phrase) { phrases.append(phrase) }
  }
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
