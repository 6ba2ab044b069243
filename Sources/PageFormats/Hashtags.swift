/// The tags under a story of style B: a label, then `#Tag` lines, or none.
struct Hashtags {
  var first: Int
  var topics: [ByteRange]

  /// Bytes of a tag that is written without `#`.
  private static let longestTag = 60

  /// Looks upwards from the end of the story. `isOpen`: the file ends there, without furniture, and can truncate
  /// the label.
  static func find(in text: PageText, lines: Range<Int>, isOpen: Bool) -> Hashtags? {
    guard let last = lines.last else { return nil }
    if isOpen,
      Furniture.languages.contains(where: { text.isTruncated(last, of: .init($0.hashtags), atLeast: 6) })
    {
      return Hashtags(first: last, topics: [])
    }
    for line in lines.reversed() {
      if Furniture.languages.contains(where: { text.isLine(line, $0.hashtags) }) {
        return Hashtags(first: line, topics: (line + 1..<lines.upperBound).flatMap { tags(text, $0) })
      }
      guard isTag(text[line]) else { return nil }
    }
    return nil
  }

  /// Begins with `#`, or is a word or two that are no sentence.
  private static func isTag(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if line.first == UInt8(ascii: "#") { return true }
    guard line.count <= longestTag, let last = line.last else { return false }
    let isSentence = last < 0x80 && !AgeNotation.isLetterOrDigit(last)
    return !isSentence && line.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) } < 2
  }

  /// `#Tag`, or several on one line, with or without anything between them. A tag without `#` is the whole
  /// line.
  private static func tags(_ text: PageText, _ line: Int) -> [ByteRange] {
    guard text[line].first == UInt8(ascii: "#") else { return [text.range(line)] }
    var tags: [ByteRange] = []
    var start: Int?
    let range = text.range(line)
    for position in range.lowerBound...range.upperBound {
      let isInTag = position < range.upperBound && !isSeparator(text.bytes[position])
      if isInTag, start == nil { start = position }
      if !isInTag, let begun = start {
        tags.append(begun..<position)
        start = nil
      }
    }
    return tags
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "#") || byte == UInt8(ascii: ",")
  }
}
