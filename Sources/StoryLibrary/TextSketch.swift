import Tables

/// What is kept of a story's text to tell copies, versions and editions apart without reading it again: 64 bytes,
/// made in one look at the text's opening, its closing and the ends of its sentences (see ``init(_:)``).
///
/// Spaces, line breaks, punctuation and the case of ASCII letters make no difference to the opening and the closing,
/// so that a text is the same with its paragraphs as flattened into one line. Marks are kept with sketches, and
/// identities are made from them: the sketch of a text must never change.
public struct TextSketch: Hashable, Sendable, BitwiseCopyable {
  /// A byte for each four of the first 64 letters, hashed from the beginning: texts that begin alike have the same
  /// bytes up to where they part. 0 where the text is shorter.
  var opening = SketchBytes()
  /// For each of 16 classes of sentence ends, the least hash among them (minwise hashing with one permutation, kept
  /// to 8 bits; Li and König 2011): the share of equal bytes is about the share of sentences in common.
  var sentences = SketchBytes()
  /// The same for the words of a short text; empty for a long one.
  var words = SketchBytes()
  /// A byte for the first 1, 2, 3, 5, 8, 16, 32 and 64 sentence ends, hashed from the beginning.
  var chain: UInt64 = 0
  /// A hash of the last letters.
  var closing: UInt32 = 0
  /// How many letters there are, at most ``openingLetters``.
  var letterCount: UInt16 = 0
  /// How many sentence ends were looked at.
  var sentenceCount: UInt16 = 0

  /// The sketch of no text.
  public static let none = TextSketch()
  /// How many letters the opening has.
  static let openingLetters = 64

  private init() {}

  /// Whether there is no text: nothing but spaces and punctuation.
  public var isEmpty: Bool { letterCount == 0 }

  /// A number that is the same for equal sketches, in every run and on every machine.
  public var hash64: UInt64 {
    var mixer = Mixer()
    for word in storedWords { mixer.add(word) }
    return mixer.value
  }

  /// An order that means nothing and is the same everywhere.
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
  /// How many bytes ``bytes`` has.
  public static let byteCount = 64

  /// The sketch as it is kept with a mark.
  public var bytes: [UInt8] {
    storedWords.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) } }
  }

  /// A sketch as it was kept; nil for another number of bytes.
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
      opening.low, opening.high, sentences.low, sentences.high, words.low, words.high, chain,
      UInt64(closing) | UInt64(letterCount) << 32 | UInt64(sentenceCount) << 48,
    ]
  }
}
