import Text

/// Words around stories on news sites: in buttons, menus, notices, bylines.
///
/// A word is looked up by its first eight bytes and its length, which distinguish all of these words.
struct FurnitureWords: Sendable {
  struct Meaning: OptionSet, Sendable {
    let rawValue: UInt8
    /// Buttons, menus, notices.
    static let furniture = Meaning(rawValue: 1)
    /// Words for a time: `ago`, `yesterday`.
    static let time = Meaning(rawValue: 2)
    /// Words for a picture: `photo`, `credit`.
    static let picture = Meaning(rawValue: 4)
    /// Furniture if followed by certain words.
    static let phrase = Meaning(rawValue: 8)
  }

  static let shared = FurnitureWords()

  private struct Entry {
    var packed: UInt64 = 0
    var length: UInt8 = 0
    var meaning: Meaning = []
  }

  /// A hash table of the words, with linear probing.
  private var entries = [Entry](repeating: Entry(), count: 512)
  /// The words that may follow a word, separated by one blank or hyphen.
  private var followers: [UInt64: [StaticString]] = [:]
  /// One bit for each word: whether a word whose first eight bytes have this hash may have a meaning.
  private var mayHaveMeaning = [UInt64](repeating: 0, count: 64)
  private let subscription = FurnitureWords.packed("subscri")
  private let advertisement = FurnitureWords.packed("advertis")

  private init() {
    add(
      """
      cookie cookies newsletter newsletters login register sponsored copyright privacy share tweet facebook twitter \
      whatsapp instagram linkedin email comment comments related recommended download app getty photo image credit \
      video play menu search skip
      """, .furniture)
    add("photo image getty credit logo icon", .picture)
    add("ago hour hours min mins minutes yesterday today vor hace назад πριν temu 前", .time)
    add("subscri advertis", .furniture)
    let phrases: [(String, [StaticString])] = [
      ("sign", ["up", "in"]), ("log", ["in"]), ("all", ["rights"]), ("terms", ["of"]),
      ("read", ["more", "next", "also"]), ("most", ["read", "popular", "viewed"]), ("follow", ["us"]),
      ("click", ["here"]), ("e", ["mail"]),
    ]
    for (word, next) in phrases {
      add(word, .phrase)
      followers[FurnitureWords.packed(word)] = next
    }
    for entry in entries where entry.packed != 0 { allow(entry.packed) }
    // The eighth letter is not one of the stem.
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") { allow(subscription | UInt64(letter) << 56) }
  }

  private mutating func allow(_ packed: UInt64) {
    let hash = LineScanner.product(packed) >> 52
    mayHaveMeaning[Int(hash >> 6)] |= 1 << (hash & 63)
  }

  /// Whether an ASCII word may have a meaning: a fast test for all words. `product` is `LineScanner.product(_:)` of its
  /// first eight letters.
  @inline(__always)
  func mayHaveMeaning(_ product: UInt64) -> Bool {
    let hash = product >> 52
    return mayHaveMeaning[Int(hash >> 6)] >> (hash & 63) & 1 != 0
  }

  private mutating func add(_ words: String, _ meaning: Meaning) {
    for word in words.split(separator: " ") {
      let (packed, length) = (FurnitureWords.packed(String(word)), word.utf8.count)
      let place = place(packed, length)
      entries[place].packed = packed
      entries[place].length = UInt8(length)
      entries[place].meaning.formUnion(meaning)
    }
  }

  /// The index of a word's entry, or of the free slot for it.
  @inline(__always)
  private func place(_ packed: UInt64, _ length: Int) -> Int {
    var place = Int(truncatingIfNeeded: LineScanner.product(packed) >> 55)
    while entries[place].packed != 0, entries[place].packed != packed || Int(entries[place].length) != length
    {
      place = (place + 1) & 511
    }
    return place
  }

  private static func packed(_ word: String) -> UInt64 {
    word.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The meaning of a word.
  /// - Parameters:
  ///   - packed: its first eight bytes in lower case, the first one in the lowest byte.
  ///   - length: the length of the whole word in bytes.
  /// - Returns: an empty set for a word without a special meaning; if it has ``Meaning/phrase``, it depends on the
  /// following words (``goesOn(_:_:)``).
  @inline(__always)
  func meaning(_ packed: UInt64, length: Int) -> Meaning {
    let entry = entries[place(packed, length)]
    return entry.packed != 0 ? entry.meaning : stemMeaning(packed, length)
  }

  /// Recognizes `subscribe`, `subscription`, `advertisement`.
  @inline(__always)
  private func stemMeaning(_ packed: UInt64, _ length: Int) -> Meaning {
    guard length > 7 else { return [] }
    let isSubscription = packed << 8 == subscription << 8
    let isAdvertisement = packed == advertisement && length > 8
    return isSubscription || isAdvertisement ? [.furniture] : []
  }

  /// Whether a word is followed by words that make it furniture.
  func goesOn(_ packed: UInt64, _ rest: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let separator = rest.first, separator == 0x20 || separator == UInt8(ascii: "-") else {
      return false
    }
    let next = rest.dropping(first: 1)
    return followers[packed]?.contains { next.startsWithWord($0) } == true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes begin with a whole ASCII word, ignoring case.
  func startsWithWord(_ word: StaticString) -> Bool {
    hasPrefixIgnoringCase(word) && !isWord(at: word.utf8CodeUnitCount)
  }

  /// Whether there is a letter, digit or underscore at a position.
  func isWord(at position: Int) -> Bool {
    position < count && Letters.isWord(scalar(at: position).scalar.value)
  }

  /// The position of the first letter, digit or underscore; the end if there is none.
  func firstWord(from start: Int = 0) -> Int {
    var position = start
    while position < count {
      let (scalar, length) = scalar(at: position)
      if Letters.isWord(scalar.value) { return position }
      position += length
    }
    return count
  }
}
