import Text

/// Names in running text, found by their form: two to five capitalized words each, several separated by commas and `and`.
extension AuthorNames {
  private static let particles: [StaticString] = [
    "de", "van", "von", "der", "den", "la", "le", "du", "di", "da", "al", "el", "bin", "ten", "dos",
  ]
  private static let conjunctions: [StaticString] = ["and ", "und ", "et ", "y ", "e ", "& "]
  /// Words that follow a name and do not belong to it.
  private static let followers: [StaticString] = [
    "updated", "update", "published", "publish", "posted", "on", "at",
  ]
  /// Two or three capitalized words that appear next to dates and are not names.
  private static let others = Set([
    "news", "staff", "share", "read", "more", "updated", "published", "image", "photo", "home", "about",
    "contact",
    "sign", "menu", "search", "comment", "comments", "subscribe", "follow", "min", "press", "agency",
    "policy",
    "terms", "video", "store", "shop", "blog", "edition", "today", "day", "days", "world", "sport", "sports",
  ])

  /// The names in a line, from a position on.
  static func read(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> [ByteRange] {
    var names: [ByteRange] = []
    var position = start
    while let name = name(line, from: position) {
      names.append(name)
      guard let next = nextName(line, from: name.upperBound) else { break }
      position = next
    }
    return names
  }

  /// Whether all words of a text can be part of a name.
  static func hasForm(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.split(separator: 0x20).allSatisfy { word in
      let word = UnsafeBufferPointer(rebasing: word)
      return wordEnd(word, from: 0) == word.count
    }
  }

  static func hasOtherWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.split(separator: 0x20).contains { others.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
  }

  private static func name(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> ByteRange? {
    var (end, words, position) = (start, 0, start)
    while words < 5, let next = wordEnd(line, from: position) {
      if words > 0, isFollower(line.slice(position..<next)) { break }
      (end, words) = (next, words + 1)
      position = next
      while position < line.count, line[position] == 0x20 { position += 1 }
      guard position > next else { break }
    }
    while end > start, line[end - 1] == UInt8(ascii: ".") { end -= 1 }
    return words >= 2 ? start..<end : nil
  }

  /// The end of a capitalized word, or of a particle such as `van`.
  private static func wordEnd(_ line: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard start < line.count else { return nil }
    let rest = line.dropping(first: start)
    let first = rest.scalar(at: 0).scalar.value
    guard Letters.isUppercase(first) else {
      return particles.first { rest.startsWithWordAsWritten($0) }.map { start + $0.utf8CodeUnitCount }
    }
    var end = start
    while end < line.count {
      let (scalar, length) = line.scalar(at: end)
      guard Letters.isWord(scalar.value) || ["'", "\u{2019}", ".", "-"].contains(scalar) else { break }
      end += length
    }
    return end
  }

  private static func isFollower(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    followers.contains { word.startsWithWord($0) }
  }

  /// The position of the next name, after a comma or a conjunction.
  private static func nextName(_ line: UnsafeBufferPointer<UInt8>, from end: Int) -> Int? {
    var position = end
    while position < line.count, line[position] == 0x20 || line[position] == UInt8(ascii: ".") {
      position += 1
    }
    let rest = line.dropping(first: position)
    if rest.first == UInt8(ascii: ",") {
      position += 1
    } else if let word = conjunctions.first(where: { rest.hasPrefixIgnoringCase($0) }) {
      position += word.utf8CodeUnitCount - 1
    } else {
      return nil
    }
    let next = position
    while position < line.count, line[position] == 0x20 { position += 1 }
    return position > next && position < line.count ? position : nil
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes begin with a whole word, in the given case.
  fileprivate func startsWithWordAsWritten(_ word: StaticString) -> Bool {
    hasPrefix(word) && !isWord(at: word.utf8CodeUnitCount)
  }
}
