import PageFormats
import Text

/// Looks for a query in texts: in those that no index knows, and for the places of the words in those it knows.
public struct WordMatcher: Sendable {
  /// How often each phrase of a query stands in a text.
  public typealias Counts = [Int]

  let query: SearchQuery
  /// For each phrase its words, as far as they can be looked for without taking a text apart.
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

  /// Whether all phrases stand in a file, or may.
  func mayMatch(_ file: UnsafeBufferPointer<UInt8>) -> Bool {
    // What is not UTF-8 may have anything in it.
    let isPlain = PageParser.isPlain(file)
    guard isPlain || PageParser.isUTF8(file), PageParser.hasWordsAsWritten(file) else { return true }
    return needles.allSatisfy { $0.allSatisfy { $0.mayMatch(file, isPlain: isPlain) } }
  }

  /// How often each phrase of the query stands in a text.
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

  /// Whether all phrases of the query stand in a text.
  public func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { counts(in: $0).allSatisfy { $0 > 0 } }
  }

  /// Where the phrases of the query stand in a text, in bytes, in the order of the text.
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

/// Follows the words of a text for one phrase.
private struct PhraseRun {
  private let phrase: SearchQuery.Phrase
  /// Beginnings of the phrase that still go on: how many words of it, and where the first stands.
  private var open: [(count: Int, start: Int)] = []
  /// Where the word before ended.
  private var end = -1

  init(_ phrase: SearchQuery.Phrase) {
    self.phrase = phrase
  }

  /// - Returns: where the phrase stands that ends with this word.
  mutating func add(_ word: Words.Word, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var found: Range<Int>?
    var next: [(count: Int, start: Int)] = []
    let isNext = end == word.range.lowerBound
    end = word.range.upperBound
    let begins = phrase.hasWord(0, word, in: text)
    // Most words have nothing to do with the phrase.
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
  /// Whether the n-th word may be the beginning of a longer one.
  fileprivate func isPrefix(_ number: Int) -> Bool { isPrefix && number == words.count - 1 }

  /// Whether a word of a text is the n-th of the phrase.
  fileprivate func hasWord(_ number: Int, _ word: Words.Word, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    word.bytes.isWord(
      words[number], spellings[number], isPrefix: isPrefix(number), writtenAs: text[word.range])
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether a folded word of a text, which is `written` there, is one that is looked for: in any case where there is
  /// no spelling, and also as the beginning of a longer word where it is a prefix.
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
