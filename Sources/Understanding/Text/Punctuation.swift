import Text

/// The signs and spaces around sentences, with their lengths in bytes.
extension UnsafeBufferPointer<UInt8> {
  /// The length of `.`, `!`, `?`, `؟` or `…`; nil for anything else.
  func stopLength(at position: Int) -> Int? {
    guard position < count else { return nil }
    switch self[position] {
    case 0x21, 0x2E, 0x3F: return 1
    case 0xD8: return has(0x9F, 0, at: position, length: 2) ? 2 : nil
    case 0xE2: return has(0x80, 0xA6, at: position, length: 3) ? 3 : nil
    default: return nil
    }
  }

  /// The length of `。`, `！` or `？`; nil for anything else.
  func wideStopLength(at position: Int) -> Int? {
    guard position < count, self[position] >= 0xE3 else { return nil }
    switch scalar(at: position).scalar {
    case "。", "！", "？": return 3
    default: return nil
    }
  }

  /// The length of a closing quotation mark or bracket after the end of a sentence; nil for anything else.
  func closingLength(at position: Int) -> Int? {
    guard position < count else { return nil }
    let (scalar, length) = scalar(at: position)
    switch scalar {
    case "\"", "'", ")", "]", "”", "’", "»": return length
    default: return nil
    }
  }

  /// The length of a Chinese or Japanese closing bracket; nil for anything else.
  func wideClosingLength(at position: Int) -> Int? {
    guard position < count, self[position] >= 0xE3 else { return nil }
    switch scalar(at: position).scalar {
    case "」", "』", "）": return 3
    default: return nil
    }
  }

  /// The length of a space or line break; nil for anything else.
  func spaceLength(at position: Int) -> Int? {
    guard position < count else { return nil }
    let byte = self[position]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : nil }
    let (scalar, length) = scalar(at: position)
    return scalar.properties.isWhitespace ? length : nil
  }

  /// The end of the run of spaces at a position.
  func endOfSpaces(from position: Int) -> Int {
    var end = position
    while let length = spaceLength(at: end) { end += length }
    return end
  }

  /// A range without the spaces at both ends.
  func trimmingSpaces(_ range: Range<Int>) -> Range<Int> {
    let start = Swift.min(endOfSpaces(from: range.lowerBound), range.upperBound)
    var end = range.upperBound
    while end > start {
      let last = startOfCharacter(before: end)
      guard spaceLength(at: last) == end - last else { break }
      end = last
    }
    return start..<Swift.max(start, end)
  }

  /// The word before a full stop, without surrounding quotation marks and brackets. Only the length of the
  /// longest abbreviation is scanned: of a longer word only the end is returned.
  func wordBeforeStop(_ stop: Int, from start: Int) -> Range<Int> {
    var first = stop
    while first > start, stop - first <= Abbreviations.longest {
      let previous = startOfCharacter(before: first)
      if spaceLength(at: previous) != nil || isOpening(at: previous) { break }
      first = previous
    }
    return first..<stop
  }

  /// The word at a position, or after the quotation marks and brackets there, up to a space; only the
  /// beginning of a long word.
  func wordBehindQuotes(from position: Int) -> Range<Int> {
    var first = position
    while first < count, isOpening(at: first) || self[first] == UInt8(ascii: "[") {
      first += scalar(at: first).length
    }
    var end = first
    while end < count, end - first <= Abbreviations.longest, spaceLength(at: end) == nil {
      end += scalar(at: end).length
    }
    return first..<end
  }

  /// A quotation mark or a bracket before a word.
  private func isOpening(at position: Int) -> Bool {
    switch scalar(at: position).scalar {
    case "(", "\"", "'", "“", "‘": true
    default: false
    }
  }

  private func startOfCharacter(before end: Int) -> Int {
    var start = end - 1
    while start > 0, end - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private func has(_ second: UInt8, _ third: UInt8, at position: Int, length: Int) -> Bool {
    position + length <= count && self[position + 1] == second && (length < 3 || self[position + 2] == third)
  }
}
