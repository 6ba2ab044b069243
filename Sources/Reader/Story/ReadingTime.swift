public import StoryLibrary

/// The estimated reading time of a text, from its size in bytes and the script of its headline, so that lists do not
/// have to read texts.
enum ReadingTime {
  /// In whole minutes, at least one.
  static func minutes(bytes: Int, like headline: String, wordsAMinute: Int) -> Int {
    let bytesAMinute = max(1, wordsAMinute) * bytesAWord(like: headline)
    return max(1, (bytes + bytesAMinute / 2) / bytesAMinute)
  }

  /// The maximum number of characters of a headline that are examined.
  private static let sample = 64

  /// The UTF-8 bytes per word including the space after it, by the script of most of a headline's letters. Chinese
  /// and Japanese are read at about 1.6 characters in the time of an English word (Brysbaert 2019).
  private static func bytesAWord(like headline: String) -> Int {
    let letters = headline.unicodeScalars.prefix(sample).filter(\.properties.isAlphabetic).map { Script($0) }
    func count(_ script: Script) -> Int { letters.count { $0 == script } }
    let script = Script.allCases.max { (count($0), $0.rawValue) < (count($1), $1.rawValue) }
    return (letters.isEmpty ? nil : script)?.rawValue ?? Script.latin.rawValue
  }

  /// The scripts, by the number of bytes per word.
  private enum Script: Int, CaseIterable {
    case ideographs = 5
    case latin = 6
    case hangul = 8
    /// Greek, Cyrillic, Hebrew, Arabic.
    case twoBytes = 12
    /// The scripts of India and Southeast Asia.
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
  /// The remaining minutes of a story that the user has begun but not finished; nil for any other.
  public func minutesLeft(of story: Story, place: Int) -> Int? {
    guard place > 0 else { return nil }
    return minutes(bytes: max(0, library.bodyLength(of: story.index) - place), of: story)
  }

  /// The minutes needed to read a number of bytes of a story.
  public func minutes(bytes: Int, of story: Story) -> Int {
    ReadingTime.minutes(bytes: bytes, like: story.title, wordsAMinute: settings.readingSpeed)
  }
}
