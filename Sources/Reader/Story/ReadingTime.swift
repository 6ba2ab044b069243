public import StoryLibrary

/// How long it takes to read a text: a guess from its bytes and the script of its headline, so that no text has to be
/// looked at for a list.
enum ReadingTime {
  /// Whole minutes, at least one.
  static func minutes(bytes: Int, like headline: String, wordsAMinute: Int) -> Int {
    let bytesAMinute = max(1, wordsAMinute) * bytesAWord(like: headline)
    return max(1, (bytes + bytesAMinute / 2) / bytesAMinute)
  }

  /// How many characters of a headline are examined.
  private static let sample = 64

  /// Bytes of UTF-8 that a word takes with the blank behind it, in the script of most of a headline's letters. Chinese
  /// and Japanese are read at about 1.6 characters in the time of an English word (Brysbaert 2019).
  private static func bytesAWord(like headline: String) -> Int {
    let letters = headline.unicodeScalars.prefix(sample).filter(\.properties.isAlphabetic).map { Script($0) }
    func count(_ script: Script) -> Int { letters.count { $0 == script } }
    let script = Script.allCases.max { (count($0), $0.rawValue) < (count($1), $1.rawValue) }
    return (letters.isEmpty ? nil : script)?.rawValue ?? Script.latin.rawValue
  }

  /// Scripts by the bytes that their words take.
  private enum Script: Int, CaseIterable {
    case ideographs = 5
    case latin = 6
    case hangul = 8
    /// Greek, Cyrillic, Hebrew, Arabic.
    case twoBytes = 12
    /// Those of India and Southeast Asia.
    case threeBytes = 15

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case ..<0x370: self = .latin
      case ..<0x800: self = .twoBytes
      case 0xAC00..<0xD7B0: self = .hangul
      case 0x2E80..<0xA000, 0xF900..<0xFB00, 0x20000...: self = .ideographs
      default: self = .threeBytes
      }
    }
  }
}

extension ReaderState {
  /// Minutes that are left of a story that the reader has begun and not finished; nil for any other.
  public func minutesLeft(of story: Story, place: Int) -> Int? {
    guard place > 0 else { return nil }
    return minutes(bytes: max(0, library.bodyLength(of: story.index) - place), of: story)
  }

  /// Minutes that some bytes of a story take to read.
  public func minutes(bytes: Int, of story: Story) -> Int {
    ReadingTime.minutes(bytes: bytes, like: story.title, wordsAMinute: settings.readingSpeed)
  }
}
