import CLinux
import Text

/// The source that a story credits for its text: a news agency, or a site that published it first.
public enum TextCredit {
  /// The agency that a story credits; nil if it names none. Credits are near the start of the first
  /// paragraphs, or in the last ones.
  public static func agency(of paragraphs: [String]) -> String? {
    let head = paragraphs.prefix(headCount).map { Array($0.utf8.prefix(headLength)) }
    let tail = paragraphs.suffix(tailCount).map { Array($0.utf8) }
    for zone in [head, tail] {
      for agency in agencies
      where zone.contains(where: { $0.withUnsafeBufferPointer(agency.isNamed) }) {
        return agency.name
      }
    }
    return nil
  }

  private static let headCount = 4
  private static let headLength = 160
  private static let tailCount = 3

  private static let agencies = [
    Agency("AP", [.anywhere("(AP)"), .words("Associated Press"), .start("AP")]),
    Agency(
      "Reuters",
      [
        .anywhere("(Reuters)"), .start("By Reuters"), .words("Thomson Reuters"), .start("Reuters"),
        .reporting,
      ]),
    Agency("AFP", [.anywhere("(AFP)"), .words("Agence France-Presse"), .start("AFP")]),
    Agency("Kyodo", [.anywhere("(Kyodo)"), .words("Kyodo News")]),
    Agency("Jiji", [.words("Jiji Press"), .anywhere("(Jiji)")]),
    Agency("PA", [.words("Press Association"), .words("PA Media")]),
    Agency("dpa", [.words("dpa")]),
    Agency("Xinhua", [.anywhere("(Xinhua)")]),
    Agency("UPI", [.anywhere("(UPI)")]),
    Agency("TASS", [.anywhere("/TASS/"), .anywhere("(TASS)")]),
    Agency("PTI", [.anywhere("(PTI)")]),
    Agency("Bloomberg", [.anywhere("(Bloomberg)"), .start("Bloomberg News")]),
    Agency("CNN", [.start("(CNN)"), .anywhere("CNN Wire")]),
    Agency("Tribune", [.anywhere("Tribune Content Agency"), .anywhere("Tribune News Service")]),
  ]

  /// The site that first published a story, according to the story: the text after `originally published`,
  /// `first appeared` or the like, up to the end of the sentence.
  public static func firstPublisher(of paragraphs: [String]) -> String? {
    for paragraph in paragraphs.suffix(tailCount) + paragraphs.prefix(1) {
      if let publisher = Array(paragraph.utf8).withUnsafeBufferPointer(publisher) { return publisher }
    }
    return nil
  }

  private static let publicationPhrases: [StaticString] = [
    "originally published by ", "originally published in ", "originally published on ",
    "originally published at ", "originally appeared in ", "originally appeared on ", "first published by ",
    "first published in ", "first published on ", "first appeared in ", "first appeared on ",
    "republished from ",
  ]

  private static func publisher(in paragraph: UnsafeBufferPointer<UInt8>) -> String? {
    for phrase in publicationPhrases {
      guard let start = paragraph.firstRange(of: phrase)?.upperBound else { continue }
      let name = paragraph.dropping(first: start).prefix(longestName + 1)
      let end = name.indices.first { index in
        ",;(".utf8.contains(name[index])
          || name[index] == UInt8(ascii: ".") && (index + 1 == name.endIndex || name[index + 1] <= 0x20)
      }
      let words = name[..<(end ?? name.endIndex)]
      guard !words.isEmpty, words.count <= longestName, words.first.map({ $0 >= 0x41 }) == true else {
        continue
      }
      return String(decoding: words, as: UTF8.self)
    }
    return nil
  }

  /// Longer text is not a name, in bytes.
  private static let longestName = 60
}

/// A news agency, and how stories credit it.
private struct Agency: Sendable {
  enum Sign: Sendable {
    /// Anywhere.
    case anywhere(StaticString)
    /// As separate words.
    case words(StaticString)
    /// At the beginning of a paragraph, as separate words.
    case start(StaticString)
    /// `Reporting by A. Writer; Editing by B. Editor`
    case reporting
  }

  let name: String
  let signs: [Sign]

  init(_ name: String, _ signs: [Sign]) { (self.name, self.signs) = (name, signs) }

  func isNamed(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    signs.contains { sign in
      switch sign {
      case .anywhere(let literal): text.firstRange(of: literal) != nil
      case .words(let literal): text.hasWords(literal)
      case .start(let literal): text.hasPrefix(literal) && !text.isWord(at: literal.utf8CodeUnitCount)
      case .reporting: text.hasReportingCredit
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first occurrence of a literal.
  fileprivate func firstRange(of literal: StaticString, from start: Int = 0) -> Range<Int>? {
    guard let base = baseAddress, start < count,
      let found = memmem(base + start, count - start, literal.utf8Start, literal.utf8CodeUnitCount)
    else { return nil }
    let position = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    return position..<position + literal.utf8CodeUnitCount
  }

  fileprivate func isWord(at position: Int) -> Bool {
    guard position >= 0, position < count else { return false }
    return self[position] >= 0x80 || self[position] == 0x5F || (self[position] | 0x20) &- 0x61 < 26
      || self[position] &- 0x30 < 10
  }

  fileprivate func hasWords(_ literal: StaticString) -> Bool {
    var start = 0
    while let range = firstRange(of: literal, from: start) {
      if !isWord(at: range.lowerBound - 1), !isWord(at: range.upperBound) { return true }
      start = range.upperBound
    }
    return false
  }

  /// Whether the text ends like a Reuters story. The length of the names is bounded: no story credits a
  /// hundred reporters.
  fileprivate var hasReportingCredit: Bool {
    guard let start = firstRange(of: "Reporting by ")?.upperBound else { return false }
    let names = UnsafeBufferPointer(rebasing: dropping(first: start).prefix(300))
    return (["Additional", "Editing", "Writing"] as [StaticString]).contains {
      names.firstRange(of: $0) != nil
    }
  }
}
