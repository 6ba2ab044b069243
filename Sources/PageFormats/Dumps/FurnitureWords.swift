import Text

/// Words that stand around stories on news sites: in buttons, menus, notices, bylines.
///
/// A word is looked up by its first eight bytes and its length, which tells all of these apart.
struct FurnitureWords: Sendable {
  struct Meaning: OptionSet, Sendable {
    let rawValue: UInt8
    /// Buttons, menus, notices.
    static let furniture = Meaning(rawValue: 1)
    /// What is said of a time: `ago`, `yesterday`.
    static let time = Meaning(rawValue: 2)
    /// What is said of a picture: `photo`, `credit`.
    static let picture = Meaning(rawValue: 4)
    /// Furniture if certain words follow.
    static let phrase = Meaning(rawValue: 8)
    /// The beginning of such words.
    static let stem = Meaning(rawValue: 16)
  }

  static let shared = FurnitureWords()

  private struct Entry {
    var packed: UInt64 = 0
    var length: UInt8 = 0
    var meaning: Meaning = []
  }

  private var entries = [Entry](repeating: Entry(), count: 1024)
  /// What follows a word, with one blank or hyphen between.
  private var followers: [UInt64: [[UInt8]]] = [:]

  private init() {
    add(
      """
      cookie cookies newsletter newsletters login register sponsored copyright privacy share tweet facebook twitter \
      whatsapp instagram linkedin email comment comments related recommended download app getty photo image credit \
      video play menu search skip
      """, .furniture)
    add("photo image getty credit logo icon", .picture)
    add("ago hour hours min mins minutes yesterday today vor hace назад πριν temu 前", .time)
    add("subscri advertis", [.furniture, .stem])
    for (word, next) in [
      ("sign", "up in"), ("log", "in"), ("all", "rights"), ("terms", "of"), ("read", "more next also"),
      ("most", "read popular viewed"), ("follow", "us"), ("click", "here"), ("e", "mail"),
    ] {
      add(word, .phrase)
      followers[FurnitureWords.packed(word)] = next.split(separator: " ").map { Array($0.utf8) }
    }
  }

  private mutating func add(_ words: String, _ meaning: Meaning) {
    for word in words.split(separator: " ") {
      let packed = FurnitureWords.packed(String(word))
      var place = FurnitureWords.place(packed)
      while entries[place].packed != 0, entries[place].packed != packed { place = (place + 1) & 1023 }
      entries[place].packed = packed
      entries[place].length = UInt8(word.utf8.count)
      entries[place].meaning.formUnion(meaning)
    }
  }

  private static func packed(_ word: String) -> UInt64 {
    word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  @inline(__always)
  private static func place(_ packed: UInt64) -> Int {
    Int(truncatingIfNeeded: (packed &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// What a word means.
  /// - Parameters:
  ///   - packed: its first eight bytes in lower case, the first of them highest.
  ///   - length: of the whole word, in bytes.
  ///   - rest: the text after it.
  /// - Returns: nothing of all for a word that stands anywhere.
  @inline(__always)
  func meaning(_ packed: UInt64, length: Int, before rest: UnsafeBufferPointer<UInt8>) -> Meaning {
    var place = FurnitureWords.place(packed)
    while entries[place].packed != 0 {
      if entries[place].packed == packed {
        let entry = entries[place]
        guard Int(entry.length) == length else { break }
        return entry.meaning.contains(.phrase) && goesOn(packed, rest) ? [.furniture] : entry.meaning
      }
      place = (place + 1) & 1023
    }
    return length > 7 ? stemMeaning(packed, length: length) : []
  }

  /// `subscribe`, `subscription`, `advertisement`.
  private func stemMeaning(_ packed: UInt64, length: Int) -> Meaning {
    let isSubscription = packed >> 8 == 0x73_7562_7363_7269
    let isAdvertisement = packed == 0x6164_7665_7274_6973 && length > 8
    return isSubscription || isAdvertisement ? [.furniture] : []
  }

  private func goesOn(_ packed: UInt64, _ rest: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let separator = rest.first, separator == 0x20 || separator == UInt8(ascii: "-") else {
      return false
    }
    let next = rest.dropping(first: 1)
    return followers[packed]?.contains { next.startsWithWord($0) } == true
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes begin with a word, in any case, and it ends there.
  func startsWithWord(_ word: [UInt8]) -> Bool {
    startsIgnoringCase(with: word) && !isWord(at: word.count)
  }

  /// Whether these bytes begin with others, which are in lower case; letters outside ASCII, too.
  func startsIgnoringCase(with lowercase: [UInt8]) -> Bool {
    guard count >= lowercase.count else { return false }
    var position = 0
    while position < lowercase.count {
      if self[position] < 0x80 {
        guard ASCII.lowercased(self[position]) == lowercase[position] else { return false }
        position += 1
      } else {
        let (scalar, length) = scalar(at: position)
        guard position + length <= lowercase.count else { return false }
        let other = lowercase.withUnsafeBufferPointer { $0.scalar(at: position).scalar }
        guard Letters.lowercased(scalar.value) == other.value else { return false }
        position += length
      }
    }
    return true
  }

  /// Whether there is a letter, digit or underscore at a place.
  func isWord(at position: Int) -> Bool {
    position < count && Letters.isWord(scalar(at: position).scalar.value)
  }

  /// Where the first letter, digit or underscore stands; the end if there is none.
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
