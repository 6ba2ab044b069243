import PageFormats
import Text

/// Finds the words of a query in texts: in texts that are not indexed, and to locate the words in those that are.
public struct WordMatcher: Sendable {
  /// How often each phrase of a query is in a text.
  public typealias Counts = [Int]

  let query: SearchQuery
  /// The words of each phrase that can be found without splitting a text into words.
  private let needles: [[AsciiNeedle]]

  /// A matcher for a query.
  public init(_ query: SearchQuery) {
    self.query = query
    needles = query.phrases.map { phrase in
      phrase.words.indices.compactMap { number in
        AsciiNeedle(
          phrase.words[number], spelling: phrase.spellings[number], isPrefix: phrase.isPrefix(number))
      }
    }
  }

  /// Whether a file may have all phrases.
  func mayMatch(_ file: UnsafeBufferPointer<UInt8>) -> Bool {
    // A file that is not UTF-8 may contain anything.
    let isPlain = PageParser.isPlain(file)
    guard isPlain || PageParser.isUTF8(file), PageParser.hasWordsAsWritten(file) else { return true }
    return needles.allSatisfy { $0.allSatisfy { $0.mayMatch(file, isPlain: isPlain) } }
  }

  /// How often each phrase of the query is in a text.
  func counts(in text: UnsafeBufferPointer<UInt8>) -> Counts {
    var counts = Counts(repeating: 0, count: query.phrases.count)
    var places: [(phrase: Int, range: Range<Int>)]?
    for (number, needles) in needles.enumerated() {
      if query.phrases[number].words.count == 1, let needle = needles.first {
        counts[number] = needle.count(in: text)
      } else if needles.allSatisfy({ $0.count(in: text) > 0 }) {
        let all = places ?? self.ranges(in: text)
        counts[number] = all.count { $0.phrase == number }
        places = all
      }
    }
    return counts
  }

  /// The phrases of the query to be looked for in folded text, given the texts of a story: those that none of these has,
  /// if they may be in folded text or if no phrase is in the story. Nil if there are none.
  public func missing(in texts: some Sequence<String>) -> SearchQuery? {
    var isFound = [Bool](repeating: false, count: query.phrases.count)
    for var text in texts where isFound.contains(false) {
      let found = text.withUTF8 { counts(in: $0) }
      for number in found.indices where found[number] > 0 { isFound[number] = true }
    }
    let missing = isFound.indices.filter {
      !isFound[$0] && (query.phrases[$0].findsFolded || !isFound.contains(true))
    }
    return missing.isEmpty ? nil : query.only(missing)
  }

  /// Whether a text has all phrases of the query.
  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { counts(in: $0).allSatisfy { $0 > 0 } }
  }

  /// The ranges of the query's phrases in a text, in bytes, in order.
  public func ranges(in text: String) -> [Range<Int>] {
    var text = text
    return text.withUTF8 { ranges(in: $0).map(\.range) }
  }

  private func ranges(in text: UnsafeBufferPointer<UInt8>) -> [(phrase: Int, range: Range<Int>)] {
    var runs = query.phrases.map { PhraseRun($0) }
    var found: [(phrase: Int, range: Range<Int>)] = []
    Words.visit(text) { word in
      for number in runs.indices {
        if let range = runs[number].add(word, in: text) { found.append((number, range)) }
      }
    }
    return found.sorted { ($0.range.lowerBound, $0.phrase) < ($1.range.lowerBound, $1.phrase) }
  }
}

/// Matches one phrase while the words of a text are read.
private struct PhraseRun {
  private let phrase: SearchQuery.Phrase
  /// Partial matches of the phrase: the number of matched words, and the start of the first.
  private var open: [(count: Int, start: Int)] = []
  /// The end of the previous word.
  private var end = -1

  init(_ phrase: SearchQuery.Phrase) {
    self.phrase = phrase
  }

  /// - Returns: the range of a match that ends with this word.
  mutating func add(_ word: Words.Word, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var found: Range<Int>?
    var next: [(count: Int, start: Int)] = []
    let isNext = end == word.range.lowerBound
    end = word.range.upperBound
    let begins = phrase.hasWord(0, word, in: text)
    // The fast path for most words.
    if !begins, open.isEmpty { return nil }
    let begun = begins ? [(0, word.range.lowerBound)] : []
    for run in open + begun where run.count == 0 || phrase.hasWord(run.count, word, in: text) {
      if phrase.isAdjacent[run.count], !isNext { continue }
      if run.count + 1 == phrase.words.count {
        found = run.start..<word.range.upperBound
      } else {
        next.append((run.count + 1, run.start))
      }
    }
    open = next
    return found
  }
}

extension SearchQuery.Phrase {
  /// Whether the n-th word may be a prefix.
  fileprivate func isPrefix(_ number: Int) -> Bool { isPrefix && number == words.count - 1 }

  /// Whether a word of a text is the n-th of the phrase.
  fileprivate func hasWord(_ number: Int, _ word: Words.Word, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    word.bytes.isWord(
      words[number], spellings[number], isPrefix: isPrefix(number), writtenAs: text[word.range])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a folded word of a text, spelled `written` there, is one of the words searched for: in any case if no
  /// exact spelling is given, and also as the beginning of a longer word if it is a prefix.
  func isWord(
    _ word: [UInt8], _ spelling: [UInt8]?, isPrefix: Bool,
    writtenAs written: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    guard isPrefix ? starts(with: word) : elementsEqual(word) else { return false }
    guard let spelling else { return true }
    let kept = WordFolding.keepingCase(UnsafeBufferPointer(rebasing: written))
    return isPrefix ? kept.starts(with: spelling) : kept == spelling
  }
}
