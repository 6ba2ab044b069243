import Text

/// One line of a dump, a whole paragraph where the dump was unwrapped, and what is known of it.
struct DumpLine {
  struct Traits: OptionSet {
    let rawValue: UInt16
    /// It was an item of a list.
    static let bullet = Traits(rawValue: 1)
    static let blankBefore = Traits(rawValue: 2)
    static let blankAfter = Traits(rawValue: 4)
    /// A sentence ends with it.
    static let ends = Traits(rawValue: 8)
    /// It breaks off: `…`, `... Read more`.
    static let teases = Traits(rawValue: 16)
    /// A short line with a date, a time or an age.
    static let dated = Traits(rawValue: 32)
    /// It has words of buttons, menus, notices.
    static let furniture = Traits(rawValue: 64)
    /// It begins like what stands in the middle of stories.
    static let between = Traits(rawValue: 128)
    /// It begins like what stands below stories.
    static let after = Traits(rawValue: 256)
    static let picture = Traits(rawValue: 512)
    /// Another line says the same.
    static let repeated = Traits(rawValue: 1024)
    /// As long as a paragraph, a sentence ends with it, and no other line says the same.
    static let good = Traits(rawValue: 2048)
    static let digits = Traits(rawValue: 4096)
  }

  /// Without the bullet.
  var start: Int32
  var end: Int32
  /// In letters of an alphabet.
  var size: Int32 = 0
  /// In `DumpLines.stems`.
  var firstStem: Int32 = 0
  var stemCount: Int32 = 0
  var commas: UInt16 = 0
  /// Ends of sentences inside of it, three at most.
  var sentences: UInt8 = 0
  var traits: Traits = []
  /// The same for lines that differ in punctuation, numbers and case alone.
  var key: UInt64 = 0

  var range: ByteRange { Int(start)..<Int(end) }
  var isBullet: Bool { traits.contains(.bullet) }
  var isGood: Bool { traits.contains(.good) }
  var isDated: Bool { traits.contains(.dated) }
  /// As long as a headline.
  var mayBeHeadline: Bool { size >= 18 && size < 160 && !isGood }
}
