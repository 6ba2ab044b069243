import Text

/// Finds the numbers written in digits, with the currency before them and the unit after them.
enum NumberFinder {
  /// The numbers of a sentence that are not part of a date, in order.
  static func numbers(in sentence: UnsafeBufferPointer<UInt8>, apartFrom dates: [Range<Int>]) -> [Range<Int>]
  {
    var numbers: [Range<Int>] = []
    var dates = dates[...]
    var position = 0
    while position < sentence.count {
      guard sentence[position] &- 0x30 < 10 else {
        position += 1
        continue
      }
      let range = currencyStart(sentence, before: position)..<end(of: sentence, from: position)
      while let date = dates.first, date.upperBound <= range.lowerBound { dates.removeFirst() }
      if dates.first.map({ $0.overlaps(range) }) != true { numbers.append(range) }
      position = range.upperBound
    }
    return numbers
  }

  private static func currencyStart(_ text: UnsafeBufferPointer<UInt8>, before digit: Int) -> Int {
    let signs: [StaticString] = ["$", "£", "€"]
    for sign in signs {
      let start = digit - sign.utf8CodeUnitCount
      if start >= 0, text.dropping(first: start).hasPrefix(sign) { return start }
    }
    return digit
  }

  private static func end(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var end = start
    while end < text.count, text[end] &- 0x30 < 10 || isInside(text[end]) { end += 1 }
    // A sign at the end belongs to the sentence.
    while text[end - 1] &- 0x30 >= 10 { end -= 1 }
    if end < text.count, text[end] == UInt8(ascii: "%") { end += 1 }
    let rest = text.dropping(first: end)
    return end + (units.first { rest.hasPrefix($0) }?.utf8CodeUnitCount ?? 0)
  }

  /// `1,200`, `4.5`, `7:35`
  private static func isInside(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":")
  }

  private static let units: [StaticString] = [
    " percent", " per cent", " million", " billion", " trillion", " dollars", " euros", " people", " points",
    " miles", " km", " years",
  ]
}
