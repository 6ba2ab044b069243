import Text

/// Recognizes headlines by their shape alone.
enum HeadlineShape {
  /// The maximum length in characters of a headline cut from a longer line.
  static let longest = 240

  /// At least four words, or about seven letters of a script without spaces, and no date, time or web address.
  static func fits(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    let line = UnsafeBufferPointer(rebasing: line.prefix(longest * 4))
    guard line.count >= 20, hasLetter(line) else { return false }
    var (words, digits, numbers) = (1, 0, [Int]())
    var run = 0
    for byte in line {
      if ASCII.isDigit(byte) {
        (digits, run) = (digits + 1, run + 1)
        continue
      }
      if run > 0 { numbers.append(run) }
      run = 0
      if byte == 0x20 { words += 1 }
    }
    if run > 0 { numbers.append(run) }
    // A year and a day with few other words make a date.
    let isDate = words <= 8 && numbers.contains(4) && numbers.contains { $0 <= 2 }
    return (words >= 4 || (line.first ?? 0) >= 0xE0) && digits * 3 < line.count && !isDate
  }

  /// Whether a short line is followed by a paragraph: a sentence several times as long.
  static func isAbove(_ next: UnsafeBufferPointer<UInt8>, _ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.count <= longest && hasLetter(line) && next.count >= 2 * line.count && next.count >= 40
      && LineEnding.endsSentence(next) && !LineEnding.endsSentence(line)
      && DumpDate.written(line) == nil && line.last != UInt8(ascii: ":")
  }

  static func hasLetter(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    line.contains { ASCII.isLetter($0) || $0 >= 0x80 }
  }

  /// A line without its bullet, cut to as many whole words as a headline can have.
  static func cut(_ text: UnsafeBufferPointer<UInt8>, _ line: ByteRange) -> ByteRange {
    let range = line.lowerBound + bulletLength(text.slice(line))..<line.upperBound
    var (end, characters, lastSpace) = (range.lowerBound, 0, range.lowerBound)
    while end < range.upperBound {
      if text[end] & 0xC0 != 0x80 {
        if characters == longest { break }
        characters += 1
        if text[end] == 0x20 { lastSpace = end }
      }
      end += 1
    }
    guard end < range.upperBound else { return range }
    let isWord = text[end] == 0x20 || (lastSpace - range.lowerBound) * 2 < end - range.lowerBound
    return range.lowerBound..<(isWord ? end : lastSpace)
  }

  /// A headline without what a text browser put beside it: the name of a picture before it (`[logo.png]`), a button, a
  /// rule after it; and once, if it is there twice, as the text and the description of a picture.
  static func withoutControls(_ text: UnsafeBufferPointer<UInt8>, _ line: ByteRange) -> ByteRange {
    var range = line
    while let end = controlEnd(text.slice(range)) {
      range = text.trimmedRange(range.lowerBound + end..<range.upperBound)
    }
    while range.upperBound > range.lowerBound + 2, text[range.upperBound - 1] == UInt8(ascii: "_"),
      text[range.upperBound - 2] == UInt8(ascii: "_") || text[range.upperBound - 2] == 0x20
    {
      range = text.trimmedRange(range.lowerBound..<range.upperBound - 1)
    }
    guard hasLetter(text.slice(range)) else { return line }
    return half(text, range) ?? range
  }

  /// The end of a button or the name of a picture at the beginning.
  private static func controlEnd(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    let button: StaticString = "(BUTTON) "
    if line.hasPrefix(button) { return button.utf8CodeUnitCount }
    guard line.first == UInt8(ascii: "["), let end = line.firstIndex(ofByte: UInt8(ascii: "]"), from: 1),
      end < line.count - 1
    else { return nil }
    let name = line.slice(1..<end)
    return name.contains(UInt8(ascii: ".")) && !name.contains(0x20) ? end + 1 : nil
  }

  /// The first of two equal halves, with or without a blank between them.
  private static func half(_ text: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> ByteRange? {
    let length = range.count / 2
    guard length >= 10 else { return nil }
    let second = range.upperBound - length
    let isApart = range.count % 2 == 1
    guard !isApart || text[range.lowerBound + length] == 0x20,
      text.slice(range.lowerBound..<range.lowerBound + length).elementsEqual(
        text.slice(second..<range.upperBound))
    else { return nil }
    return range.lowerBound..<range.lowerBound + length
  }

  private static func bulletLength(_ line: UnsafeBufferPointer<UInt8>) -> Int {
    for bullet: StaticString in ["• ", "- ", "* ", "> "] where line.hasPrefix(bullet) {
      return bullet.utf8CodeUnitCount
    }
    return 0
  }
}
