/// The tags below a story in the dashed layout: a label, then `#Tag` lines, if any.
struct Hashtags {
  var first: Int
  var topics: [ByteRange]

  /// The maximum length in bytes of a tag without `#`.
  private static let longestTag = 60

  /// Searches upwards from the end of the story. `isOpen`: the file ends there, without furniture, and the label may
  /// be truncated.
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

  /// Whether a line begins with `#`, or consists of one or two words that are not a sentence.
  private static func isTag(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if line.first == UInt8(ascii: "#") { return true }
    guard line.count <= longestTag, let last = line.last else { return false }
    let isSentence = last < 0x80 && !AgeNotation.isLetterOrDigit(last)
    return !isSentence && line.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) } < 2
  }

  /// `#Tag`, or several on one line, with or without separators. A tag without `#` takes up the whole line.
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
