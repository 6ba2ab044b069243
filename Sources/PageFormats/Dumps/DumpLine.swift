import Text

/// One line of a dump (a whole paragraph if the dump was unwrapped) and its traits.
struct DumpLine {
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// It was a list item.
    static let bullet = Traits(rawValue: 1)
    static let blankBefore = Traits(rawValue: 2)
    static let blankAfter = Traits(rawValue: 4)
    /// It ends with the end of a sentence.
    static let ends = Traits(rawValue: 8)
    /// It breaks off, as teasers do: `…`, `... Read more`.
    static let teases = Traits(rawValue: 16)
    /// A short line with a date, a time or an age.
    static let dated = Traits(rawValue: 32)
    /// It contains words of buttons, menus or notices.
    static let furniture = Traits(rawValue: 64)
    /// It begins like an insertion in the middle of a story.
    static let between = Traits(rawValue: 128)
    /// It begins like the text below a story.
    static let after = Traits(rawValue: 256)
    static let picture = Traits(rawValue: 512)
    /// Another line has the same text.
    static let repeated = Traits(rawValue: 1024)
    /// It is as long as a paragraph, ends with the end of a sentence, and no other line has the same text.
    static let good = Traits(rawValue: 2048)
    static let digits = Traits(rawValue: 4096)
  }

  /// The beginning of the text, after any bullet.
  var start: Int32
  var end: Int32
  /// Its length, in letters of an alphabet.
  var size: Int32 = 0
  /// The index of its first stem among those of all lines.
  var firstStem: Int32 = 0
  var stemCount: Int32 = 0
  var commas: UInt16 = 0
  /// Ends of sentences within it, at most three.
  var sentences: UInt8 = 0
  var traits: Traits = []
  /// Equal for lines that differ only in punctuation, numbers and case.
  var key: UInt64 = 0

  /// Its stems among those of all lines.
  var stems: Range<Int> { Int(firstStem)..<Int(firstStem + stemCount) }
  var range: ByteRange { Int(start)..<Int(end) }
  var isBullet: Bool { traits.contains(.bullet) }
  var isGood: Bool { traits.contains(.good) }
  var isDated: Bool { traits.contains(.dated) }
  /// It has the length of a headline.
  var mayBeHeadline: Bool { size >= 18 && size < 160 && !isGood }
}
