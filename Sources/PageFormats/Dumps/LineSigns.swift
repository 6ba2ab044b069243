import Text

/// What digits and full stops in a line mean.
extension UnsafeBufferPointer<UInt8> {
  /// Whether a run of digits is a year, or begins a time or a date: `2025`, `14:05`, `4/3/25`.
  func isTime(_ digits: ByteRange, before end: Int) -> Bool {
    if digits.count == 4 {
      let century = (self[digits.lowerBound], self[digits.lowerBound + 1])
      if century == (0x31, 0x39) || century == (0x32, 0x30) { return true }
    }
    guard digits.upperBound < end else { return false }
    let separator = self[digits.upperBound]
    let second = digitsEnd(from: digits.upperBound + 1, to: end)
    let length = second - digits.upperBound - 1
    let isClock = separator == UInt8(ascii: ":") || separator == UInt8(ascii: ".")
    if isClock, digits.count <= 2, length == 2, !slice(0..<end).isWord(at: second) { return true }
    func isDateSeparator(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
    }
    guard isDateSeparator(separator), length == 1 || length == 2, second < end, isDateSeparator(self[second])
    else { return false }
    return digitsEnd(from: second + 1, to: end) - second - 1 >= 2
  }

  private func digitsEnd(from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, ASCII.isDigit(self[position]) { position += 1 }
    return position
  }

  /// Whether another sentence follows a full stop: closing quotation marks, a blank, then any text.
  func startsSentence(after stop: Int, before end: Int) -> Bool {
    var position = stop
    while position < end {
      let byte = self[position]
      if byte == 0x22 || byte == 0x29 {
        position += 1
      } else if byte == 0xE2, position + 2 < end, self[position + 1] == 0x80,
        self[position + 2] == 0x99 || self[position + 2] == 0x9D
      {
        position += 3
      } else {
        break
      }
    }
    return position < end - 1 && self[position] == 0x20
  }
}
