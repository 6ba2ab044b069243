/// The line under a headline: a source and an age without anything between them, `The Meridian16 hours ago`.
struct Byline: Equatable {
  var source: ByteRange?
  var when: ByteRange
  var age: Age

  /// The longest name of a source that a byline is believed to have, in bytes; a longer line is a paragraph that
  /// happens to end in an age.
  static let longestSource = 96

  /// Reads a byline; nil when the line is something else.
  init?(_ text: PageText, line: Int) {
    guard line < text.count else { return nil }
    let range = text.range(line)
    guard let match = AgeNotation.trailing(in: text[line]) else { return nil }
    when = range.lowerBound + match.start..<range.upperBound
    age = match.age
    guard match.start > 0 else { return }
    let name = text.slice(range.lowerBound..<range.lowerBound + match.start)
    guard match.start <= Byline.longestSource, Byline.canBeName(name) else { return nil }
    let spaces = name.reversed().prefix { $0 == 0x20 }.count
    source = range.lowerBound..<range.lowerBound + match.start - spaces
  }

  /// A name is not a sentence, and where a space separates it from the age it is a short one: `The crash happened
  /// 16 hours ago` is the story's first line.
  private static func canBeName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    if name.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "\"") }) { return false }
    let words = name.reduce(1) { $0 + ($1 == 0x20 ? 1 : 0) }
    return name.last == 0x20 ? words <= 3 : words <= 10
  }
}
