import Tables

/// A 64-byte summary of a story's text for distinguishing copies, versions and editions without reading the text again.
/// It is computed in one pass over the text's opening, closing and sentence ends (see ``init(_:)``).
///
/// Spaces, line breaks, punctuation and the case of ASCII letters make no difference to the opening and the closing, so
/// that a text with paragraphs equals the same text on one line. Sketches are stored with marks, and identities are
/// computed from them, so the sketch of a text must never change.
public struct TextSketch: Hashable, Sendable, BitwiseCopyable {
  /// A byte for every four of the first 64 letters, hashed from the beginning: texts with the same beginning have the
  /// same bytes up to where they differ. 0 where the text is shorter.
  var opening = SketchBytes()
  /// For each of 16 classes of sentence ends, the minimum hash (one-permutation minwise hashing, truncated to 8 bits;
  /// Li and König 2011): the share of equal bytes approximates the share of common sentences.
  var sentences = SketchBytes()
  /// The same for the words of a short text; empty for a long one.
  var words = SketchBytes()
  /// A byte for the first 1, 2, 3, 5, 8, 16, 32 and 64 sentence ends, hashed from the beginning.
  var chain: UInt64 = 0
  /// A hash of the last letters.
  var closing: UInt32 = 0
  /// The number of letters, at most ``openingLetters``.
  var letterCount: UInt16 = 0
  /// The number of examined sentence ends.
  var sentenceCount: UInt16 = 0

  /// The sketch of no text.
  public static let none = TextSketch()
  /// The number of letters in the opening.
  static let openingLetters = 64

  private init() {}

  /// Whether there is no text: only spaces and punctuation.
  public var isEmpty: Bool { letterCount == 0 }

  /// A number that is the same for equal sketches, in every run and on every machine.
  public var hash64: UInt64 {
    // Not a loop over an array: this is called for each text that is merged.
    var mixer = Mixer()
    mixer.add(opening.low)
    mixer.add(opening.high)
    mixer.add(sentences.low)
    mixer.add(sentences.high)
    mixer.add(words.low)
    mixer.add(words.high)
    mixer.add(chain)
    mixer.add(lastWord)
    return mixer.value
  }

  /// An arbitrary order that is the same everywhere.
  func precedes(_ other: TextSketch) -> Bool { storedWords.lexicographicallyPrecedes(other.storedWords) }
}

/// Sixteen bytes.
struct SketchBytes: Hashable, Sendable, BitwiseCopyable {
  var low: UInt64 = 0
  var high: UInt64 = 0

  var isEmpty: Bool { low | high == 0 }

  mutating func set(_ index: Int, _ byte: UInt8) {
    if index < 8 {
      low |= UInt64(byte) << UInt64(8 * index)
    } else {
      high |= UInt64(byte) << UInt64(8 * index - 64)
    }
  }
}

// MARK: Keeping

extension TextSketch {
  /// The number of bytes in ``bytes``.
  public static let byteCount = 64

  /// The sketch as it is stored with a mark.
  public var bytes: [UInt8] {
    storedWords.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  /// A stored sketch; nil if the number of bytes is wrong.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == TextSketch.byteCount else { return nil }
    var words = [UInt64](repeating: 0, count: 8)
    for (index, byte) in bytes.enumerated() { words[index / 8] |= UInt64(byte) << UInt64(8 * (index % 8)) }
    (opening.low, opening.high, sentences.low, sentences.high) = (words[0], words[1], words[2], words[3])
    (self.words.low, self.words.high, chain) = (words[4], words[5], words[6])
    closing = UInt32(truncatingIfNeeded: words[7])
    letterCount = min(UInt16(truncatingIfNeeded: words[7] >> 32), UInt16(TextSketch.openingLetters))
    sentenceCount = UInt16(truncatingIfNeeded: words[7] >> 48)
  }

  private var storedWords: [UInt64] {
    [
      opening.low, opening.high, sentences.low, sentences.high, words.low, words.high, chain, lastWord,
    ]
  }

  private var lastWord: UInt64 {
    UInt64(closing) | UInt64(letterCount) << 32 | UInt64(sentenceCount) << 48
  }
}
