import Text

/// HTML character references that a tool left in its dump: `&amp;`, `&#8217;`, including doubly escaped ones.
enum DumpReferences {
  /// The text with references decoded; nil if it has none, or if it is about HTML and they are meant literally.
  static func decoded(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let first = firstReference(text), !isAboutHTML(text) else { return nil }
    let once = decoded(text, from: first)
    return once.withUnsafeBufferPointer { once in firstReference(once).map { decoded(once, from: $0) } }
      ?? once
  }

  /// Whether a text has any references.
  static func areIn(_ text: UnsafeBufferPointer<UInt8>) -> Bool { firstReference(text) != nil }

  private static func firstReference(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = 0
    while let place = text.firstIndex(ofByte: UInt8(ascii: "&"), from: position) {
      if reference(text, place) != nil { return place }
      position = place + 1
    }
    return nil
  }

  /// A semicolon is required: `&copy=2` is part of an address.
  private static func reference(
    _ text: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> CharacterReferences.Match? {
    CharacterReferences.match(at: place, in: text).flatMap {
      text[place + $0.length - 1] == UInt8(ascii: ";") ? $0 : nil
    }
  }

  /// Whether a text mentions HTML by name, has tags, or marks references as code.
  private static func isAboutHTML(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if text.contains("HTML") || text.contains("`&") { return true }
    var position = 0
    while let place = text.firstIndex(ofByte: UInt8(ascii: "<"), from: position) {
      let next = place + 1 < text.count ? text[place + 1] : 0
      // Mail addresses and links in angle brackets occur in texts of all kinds.
      if next == UInt8(ascii: "/") || ASCII.isLetter(next) && endsAsTag(text, from: place + 1) { return true }
      position = place + 1
    }
    return false
  }

  /// Whether a name is followed by the same characters as in a tag.
  private static func endsAsTag(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let end = text[start...].prefix(12).firstIndex { !ASCII.isLetter($0) && !ASCII.isDigit($0) }
    return end.map { text[$0] == UInt8(ascii: ">") || text[$0] == 0x20 || text[$0] == UInt8(ascii: "/") }
      ?? false
  }

  private static func decoded(_ text: UnsafeBufferPointer<UInt8>, from first: Int) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var (copied, next) = (0, Optional(first))
    while let place = next {
      var position = place + 1
      if let match = reference(text, place) {
        output.append(contentsOf: text.slice(copied..<place))
        // A line end or an escape sequence that is written as a number becomes a blank.
        CharacterReferences.append(match.value < 0x20 ? 0x20 : match.value, to: &output)
        position = place + match.length
        copied = position
      }
      next = text.firstIndex(ofByte: UInt8(ascii: "&"), from: position)
    }
    output.append(contentsOf: text.slice(copied..<text.count))
    return output
  }
}
