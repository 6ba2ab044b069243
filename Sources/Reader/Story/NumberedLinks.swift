import PageFormats

/// The numbered links in a story's text, and the number typed so far.
public struct NumberedLinks: Hashable, Sendable {
  /// The number of links.
  public let count: Int
  /// The number being typed.
  public internal(set) var typed: Int?
  /// The number of a chosen link whose page is not saved.
  public internal(set) var chosen: Int?

  init(count: Int) { self.count = count }

  /// Whether a link matches the typed digits or is chosen.
  public func isMeant(_ number: Int) -> Bool {
    if let typed { return String(number).hasPrefix(String(typed)) }
    return chosen == number
  }
}

/// The number of a link in a row: `[12]`.
public struct LinkNumber: Hashable, Sendable {
  /// Counts from 1.
  public let number: Int
  /// In UTF-8 bytes of the row's text.
  public let range: Range<Int>
}

/// The end of a link in a story's text.
struct LinkPlace: Hashable, Sendable {
  /// Counts from 1.
  let number: Int
  /// In UTF-8 bytes of a text.
  let end: Int
}

/// A text with a number after each link, and a mapping between positions in both texts.
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

  /// The position in the text without numbers for a position in this text.
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
