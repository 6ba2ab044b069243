import Text

/// The words and signs of a text, prepared for finding names.
struct NameText {
  struct Token {
    /// In bytes of the sentence.
    let start: Int
    let end: Int
    /// The end of the name part of the word: without a possessive and a suffix.
    let baseEnd: Int
    /// The whole token.
    let word: NameVocabulary.Number
    /// Without an `'s`.
    let withoutPossessive: NameVocabulary.Number
    /// Also without a lower-case suffix: `London-based`.
    let base: NameVocabulary.Number
    /// Whether at most a single space precedes it.
    let isGlued: Bool

    /// Whether the name must end with this word.
    var endsName: Bool { base != word }
  }

  private(set) var tokens: [Token] = []
  /// The tokens of each sentence.
  private(set) var sentences: [Range<Int>] = []

  /// Adds a sentence.
  mutating func add(_ sentence: UnsafeBufferPointer<UInt8>, to vocabulary: inout NameVocabulary) {
    let first = tokens.count
    var end = 0
    var scanner = NameTokenScanner(text: sentence)
    while let range = scanner.next() {
      let gap = range.lowerBound - end
      let isGlued = gap == 0 || gap == 1 && sentence[end] == 0x20
      tokens.append(NameText.token(sentence, range, isGlued: isGlued, &vocabulary))
      end = range.upperBound
    }
    sentences.append(first..<tokens.count)
  }

  /// Longer words do not exist in any language; only their beginning is used. In bytes.
  private static let longestWord = 64

  private static func token(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isGlued: Bool,
    _ vocabulary: inout NameVocabulary
  ) -> Token {
    func number(_ end: Int) -> NameVocabulary.Number {
      let end = min(end, range.lowerBound + longestWord)
      return vocabulary.number(of: String(decoding: text[range.lowerBound..<end], as: UTF8.self))
    }
    let bytes = UnsafeBufferPointer(rebasing: text[range])
    let bare = bytes.lengthWithoutPossessive
    let base = UnsafeBufferPointer(rebasing: bytes[..<bare]).lengthWithoutSuffix
    let word = number(range.upperBound)
    let withoutPossessive = bare == bytes.count ? word : number(range.lowerBound + bare)
    return Token(
      start: range.lowerBound, end: range.upperBound, baseEnd: range.lowerBound + base, word: word,
      withoutPossessive: withoutPossessive,
      base: base == bare ? withoutPossessive : number(range.lowerBound + base), isGlued: isGlued)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The length without `'s` or a final apostrophe.
  fileprivate var lengthWithoutPossessive: Int {
    for ending in ["'s", "’s", "'", "’"] as [StaticString]
    where hasSuffix(ending) && count > ending.utf8CodeUnitCount {
      return count - ending.utf8CodeUnitCount
    }
    return count
  }

  /// The length without the part after a hyphen, if that is a word of more than three lower-case letters.
  fileprivate var lengthWithoutSuffix: Int {
    guard let hyphen = firstIndex(of: UInt8(ascii: "-")), hyphen > 1 else { return count }
    let suffix = dropping(first: hyphen + 1)
    guard suffix.count > 3, suffix.allSatisfy({ $0 &- 0x61 < 26 }) else { return count }
    return hyphen
  }
}

/// Splits a sentence into words with the signs that join their parts (`AT&T`, `al-Qaeda`), abbreviations, and
/// single signs.
private struct NameTokenScanner {
  let text: UnsafeBufferPointer<UInt8>
  private var position = 0

  init(text: UnsafeBufferPointer<UInt8>) { self.text = text }

  mutating func next() -> Range<Int>? {
    while position < text.count {
      let start = position
      if let length = text.spaceLength(at: position) {
        position += length
      } else if let end = abbreviationEnd() ?? wordEnd() {
        position = end
        return start..<end
      } else {
        position += text.scalar(at: position).length
        // An underscore is neither a letter nor a sign.
        if text[start] != 0x5F { return start..<position }
      }
    }
    return nil
  }

  /// The end of an abbreviation: two or more letters, each with a full stop.
  private func abbreviationEnd() -> Int? {
    var end = position
    while end + 1 < text.count, (text[end] | 0x20) &- 0x61 < 26, text[end + 1] == UInt8(ascii: ".") {
      end += 2
    }
    return end - position >= 4 ? end : nil
  }

  private func wordEnd() -> Int? {
    guard var end = runEnd(from: position) else { return nil }
    while let joint = jointLength(at: end), let next = runEnd(from: end + joint) { end = next }
    return end + (apostropheLength(at: end) ?? 0)
  }

  private func runEnd(from start: Int) -> Int? {
    var end = start
    while end < text.count {
      let byte = text[end]
      if byte < 0x80 {
        guard (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 else { break }
        end += 1
      } else {
        let (scalar, length) = text.scalar(at: end)
        guard case .letter = WordFolding.role(of: scalar) else { break }
        end += length
      }
    }
    return end > start ? end : nil
  }

  private func jointLength(at position: Int) -> Int? {
    guard position < text.count else { return nil }
    switch text[position] {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "&"): return 1
    default: return apostropheLength(at: position)
    }
  }

  private func apostropheLength(at position: Int) -> Int? {
    guard position < text.count else { return nil }
    if text[position] == UInt8(ascii: "'") { return 1 }
    return text.dropping(first: position).hasPrefix("’") ? 3 : nil
  }
}
