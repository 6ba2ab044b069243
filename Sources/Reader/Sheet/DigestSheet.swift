import PageFormats
import StoryLibrary
import Understanding

/// The items of a digest's sheet. Each entry links to its place in the story.
struct DigestSheet {
  /// The maximum number of entries of one kind.
  private static let mostEntries = 40
  /// The amount of text shown on either side of a number or date, in bytes.
  private static let context = 40

  let digest: Digest
  /// The story's text, from which the digest was made.
  let paragraphs: [String]

  var items: [SheetView.Item] {
    let names = digest.names.filter { $0.found.kind != .other }
    let sections: [(String, [SheetView.Item])] = [
      ("Key sentences", digest.keySentences.map { entry(flat($0.text), $0) }),
      ("People", entries(names, of: .person)), ("Places", entries(names, of: .place)),
      ("Organisations", entries(names, of: .organisation)),
      ("Other names", names.filter { !$0.found.isSure }.map(entry)),
      ("Dates, earliest first", digest.dates.sorted { $0.value < $1.value }.map(entry)),
      ("Numbers", digest.numbers.map { entry(surroundings(of: $0), $0) }),
    ]
    let shown = sections.filter { !$0.1.isEmpty }.flatMap { heading, entries in
      let rest = entries.count - DigestSheet.mostEntries
      return [.heading(heading)] + entries.prefix(DigestSheet.mostEntries)
        + (rest > 0 ? [.text("and \(rest) more")] : [])
    }
    return shown.isEmpty ? [.text("There is nothing to show for this story.")] : shown + remarks
  }

  private var remarks: [SheetView.Item] {
    var remarks: [SheetView.Item] = []
    if !digest.attempts.contains(.names) {
      remarks.append(
        .text("Names and dates were not looked for: the text does not appear to be English."))
    }
    if digest.isCut { remarks.append(.text("The text is very long; only its beginning was analysed.")) }
    return remarks.isEmpty ? [] : [.heading("Not included")] + remarks
  }

  private func entries(_ names: [Digest.Name], of kind: NameKind) -> [SheetView.Item] {
    names.filter { $0.found.kind == kind && $0.found.isSure }.map(entry)
  }

  private func entry(_ name: Digest.Name) -> SheetView.Item {
    let forms = name.found.aliases.isEmpty ? "" : " · also \(name.found.aliases.joined(separator: ", "))"
    let count = name.found.count > 1 ? " · \(name.found.count) times" : ""
    return entry(flat(name.found.name + forms + count), name.passage)
  }

  private func entry(_ date: Digest.Date) -> SheetView.Item {
    entry("\(date.value.iso8601) · \(surroundings(of: date.passage))", date.passage)
  }

  private func entry(_ text: String, _ passage: Passage) -> SheetView.Item {
    .entry(text, .passage(paragraph: passage.paragraph, byte: passage.range.lowerBound))
  }

  /// Some words of the paragraph around a passage.
  private func surroundings(of passage: Passage) -> String {
    guard let number = passage.paragraph, paragraphs.indices.contains(number) else {
      return flat(passage.text)
    }
    let text = paragraphs[number].utf8
    let words = ContextWords(text: Array(text), around: passage.range, reach: DigestSheet.context)
    return flat(words.text)
  }

  /// A block of a page can have several lines.
  private func flat(_ text: String) -> String { text.replacing("\n", with: " ") }
}

/// Whole words around a place in a text.
private struct ContextWords {
  let text: String

  init(text bytes: [UInt8], around range: Range<Int>, reach: Int) {
    let range = range.clamped(to: 0..<bytes.count)
    var start = max(0, range.lowerBound - reach)
    if start > 0 { start = bytes[start..<range.lowerBound].firstIndex { $0 <= 0x20 } ?? range.lowerBound }
    var end = min(bytes.count, range.upperBound + reach)
    if end < bytes.count { end = bytes[range.upperBound..<end].lastIndex { $0 <= 0x20 } ?? range.upperBound }
    let words = String(decoding: bytes[start..<end], as: UTF8.self)
    let inner = words.drop { $0.isWhitespace }
    text = (start > 0 ? "… " : "") + inner + (end < bytes.count ? " …" : "")
  }
}
