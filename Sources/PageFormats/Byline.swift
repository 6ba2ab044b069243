/// The line below a headline: a source and an age without a separator, `The Meridian16 hours ago`.
struct Byline: Equatable {
  var source: ByteRange?
  var when: ByteRange
  var age: Age

  /// The maximum length of a source's name in bytes; a longer line is a paragraph that happens to end with an age.
  static let longestSource = 96
  private static let mostWords = 10

  /// Parses a byline; nil if the line is something else.
  init?(_ text: PageText, line: Int) {
    guard line < text.count else { return nil }
    let range = text.range(line)
    guard let match = AgeNotation.trailing(in: text[line]) else { return nil }
    when = range.lowerBound + match.start..<range.upperBound
    age = match.age
    guard match.start > 0 else { return }
    let name = text.slice(range.lowerBound..<range.lowerBound + match.start)
    guard match.start <= Byline.longestSource, Byline.mayBeName(name) else { return nil }
    let spaces = name.reversed().prefix { $0 == 0x20 }.count
    source = range.lowerBound..<range.lowerBound + match.start - spaces
  }

  /// Whether a line can be the name of a source and is unlikely to be a title.
  static func isShortName(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.count <= longestSource && line.split(separator: 0x20).count <= 6
  }

  /// A name is not a sentence. If a space separates it from the age, or if it ends with a digit that may belong to
  /// the age, its words must be capitalized: `The crash happened 16 hours ago` is the first line of a story, and
  /// `Published 2 hours ago` is not a name either.
  private static func mayBeName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let last = name.last else { return false }
    for byte in name where byte == UInt8(ascii: "?") || byte == UInt8(ascii: "\"") { return false }
    let words = name.split(separator: 0x20)
    guard words.count <= mostWords, let ending = words.last?.last else { return false }
    if [":", ",", ";", "("].contains(Character(UnicodeScalar(ending))) { return false }
    guard last == 0x20 || (words.last?.count == 1 && (0x30...0x39).contains(last)) else { return true }
    return !isLabel(words) && words.allSatisfy { isCapitalized($0) || isSmallWord($0) }
  }

  private static func isCapitalized(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    word.first.map { !(0x61...0x7A).contains($0) } ?? false
  }

  /// A small word within a name, as in `The Voice of the North`.
  private static func isSmallWord(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    ["of", "the", "and", "for", "on", "in", "de", "la", "le", "du", "al"].contains {
      word.elementsEqual($0.utf8)
    }
  }

  /// Words before an age that make the line something other than a byline.
  private static func isLabel(_ words: [Slice<UnsafeBufferPointer<UInt8>>]) -> Bool {
    guard let first = words.first else { return true }
    return [
      "Updated", "Published", "Posted", "Modified", "Last", "First", "Over", "About", "Nearly", "Just",
      "More",
    ]
    .contains { first.elementsEqual($0.utf8) }
  }
}
