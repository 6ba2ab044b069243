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
    // The number of letters by their bytes per word.
    var counts = Array(repeating: 0, count: Script.threeBytes.rawValue + 1)
    for scalar in headline.unicodeScalars.prefix(sample) where isLetter(scalar) {
      counts[Script(scalar).rawValue] += 1
    }
    var most = Script.latin.rawValue
    for bytes in counts.indices where counts[bytes] > 0 && counts[bytes] >= counts[most] { most = bytes }
    return most
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    // Looking up the properties of a character is slow.
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
  }

  /// The scripts, by the number of bytes per word.
  private enum Script: Int {
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
