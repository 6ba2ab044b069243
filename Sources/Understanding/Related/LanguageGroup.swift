import Text

/// A group of languages whose stories are weighted together: the rarity of a word means nothing among stories
/// in other languages.
///
/// English is identified by its words, other languages only by their letters: languages with the same letters
/// form one group.
public enum LanguageGroup: UInt8, Sendable, CaseIterable {
  /// The words are stop words and common words of English.
  case english
  /// Latin letters, but not English.
  case latin
  case cyrillic, greek, hebrew, arabic, indic
  /// Thai, Lao, Burmese and Khmer.
  case southeastAsian
  /// Han and kana.
  case chineseAndJapanese
  case korean
  case other

  /// The group of a single word. With letters outside ASCII, the first of them decides.
  static func ofWord(_ bytes: UnsafeBufferPointer<UInt8>) -> LanguageGroup {
    guard let position = bytes.firstIndex(where: { $0 >= 0x80 }) else { return .latin }
    switch bytes.scalar(at: position).scalar.value {
    case 0..<0x370, 0x1E00..<0x1F00: return .latin
    case 0x370..<0x400, 0x1F00..<0x2000: return .greek
    case 0x400..<0x530: return .cyrillic
    case 0x590..<0x600: return .hebrew
    case 0x600..<0x780, 0x8A0..<0x900: return .arabic
    case 0x900..<0xE00: return .indic
    case 0xE00..<0xF00, 0x1000..<0x10A0, 0x1780..<0x1800: return .southeastAsian
    case 0x1100..<0x1200, 0xAC00..<0xD7B0: return .korean
    case 0x3040..<0x3100, 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000..<0x40000: return .chineseAndJapanese
    default: return .other
    }
  }

  /// The prior word counts, if counts of English news apply to this group.
  var prior: PriorWords? { self == .english ? .english : nil }
}

/// Counts the words of a text by language group.
struct LanguageTally {
  private var words = InlineArray<11, Int>(repeating: 0)
  private var knownWords = 0

  /// - Parameters:
  ///   - word: as ``Token`` compares it.
  ///   - isEnglish: whether it is a stop word or a common word of English.
  mutating func add(_ word: UnsafeBufferPointer<UInt8>, isEnglish: Bool) {
    words[Int(LanguageGroup.ofWord(word).rawValue)] += 1
    if isEnglish { knownWords += 1 }
  }

  /// The group of most words; English for a text without words.
  var group: LanguageGroup {
    var (best, total) = (0, 0)
    for group in words.indices {
      total += words[group]
      if words[group] > words[best] { best = group }
    }
    // English news has a share of 40 percent or more, mostly 80; other languages up to 38, mostly 15 to 33.
    guard knownWords * 8 < total * 3 else { return .english }
    return LanguageGroup(rawValue: UInt8(best)) ?? .other
  }
}
