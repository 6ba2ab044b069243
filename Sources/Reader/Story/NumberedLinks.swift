import PageFormats

/// The links in a story's text that have numbers on the screen, and what has been typed.
public struct NumberedLinks: Hashable, Sendable {
  /// How many there are.
  public let count: Int
  /// The number that is being typed.
  public internal(set) var typed: Int?
  /// The number of a link that was chosen and whose page is not saved.
  public internal(set) var chosen: Int?

  init(count: Int) { self.count = count }

  /// Whether a link may be meant by what has been typed, or is chosen.
  public func isMeant(_ number: Int) -> Bool {
    if let typed { return String(number).hasPrefix(String(typed)) }
    return chosen == number
  }
}

/// The number of a link where it stands in a row: `[12]`.
public struct LinkNumber: Hashable, Sendable {
  /// Counts from 1.
  public let number: Int
  /// In UTF-8 bytes of the row's text.
  public let range: Range<Int>
}

/// A link where it ends in a story's text.
struct LinkPlace: Hashable, Sendable {
  /// Counts from 1.
  let number: Int
  /// In UTF-8 bytes of a text.
  let end: Int
}

/// A text with the number of each link behind its words, and what stands where in both.
struct NumberedText {
  let text: String
  private let numbers: [LinkNumber]

  /// The links are in the order of the text.
  init(_ source: String, _ links: [LinkPlace]) {
    guard !links.isEmpty else {
      (text, numbers) = (source, [])
      return
    }
    var text = ""
    var numbers: [LinkNumber] = []
    var done = source.startIndex
    for link in links {
      let end = max(done, source.utf8.index(source.startIndex, offsetBy: min(link.end, source.utf8.count)))
      text += source[done..<end]
      done = end
      let start = text.utf8.count
      text += "[\(link.number)]"
      numbers.append(LinkNumber(number: link.number, range: start..<text.utf8.count))
    }
    self.text = text + source[done...]
    self.numbers = numbers
  }

  /// Where a place of the text stands in the one without numbers.
  func source(_ place: Int) -> Int {
    numbers.reduce(place) { $0 - min($1.range.count, max(0, place - $1.range.lowerBound)) }
  }

  /// The numbers in a part of the text, which begins the row.
  func numbers(in row: Range<Int>) -> [LinkNumber] {
    numbers.filter { $0.range.overlaps(row) }.map {
      let part = $0.range.clamped(to: row)
      return LinkNumber(
        number: $0.number, range: part.lowerBound - row.lowerBound..<part.upperBound - row.lowerBound)
    }
  }
}
