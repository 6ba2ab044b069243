import Foundation
import Understanding

/// A digest as `broadsheet digest --json` prints it. Paragraphs are numbered from 0; the headline is null.
struct DigestJSON: Encodable {
  let file: String
  let digest: Digest

  private enum Key: String, CodingKey {
    case file, keySentences, people, places, organisations, otherNames, numbers, dates, attempted, cut
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .file)
    try container.encode(digest.keySentences.map(\.text), forKey: .keySentences)
    try container.encode(names(.person), forKey: .people)
    try container.encode(names(.place), forKey: .places)
    try container.encode(names(.organisation), forKey: .organisations)
    let others = digest.names.filter { $0.found.kind == nil }
    try container.encode(others.map { NameJSON($0.found) }, forKey: .otherNames)
    try container.encode(digest.numbers.map { PassageJSON($0) }, forKey: .numbers)
    let dates = digest.dates.map { PassageJSON($0.passage, value: $0.value.iso8601) }
    try container.encode(dates, forKey: .dates)
    let attempted = ["names": digest.attempts.contains(.names), "dates": digest.attempts.contains(.dates)]
    try container.encode(attempted, forKey: .attempted)
    try container.encode(digest.isCut, forKey: .cut)
  }

  private func names(_ kind: NameKind) -> [NameJSON] { digest.names(kind).map { NameJSON($0.found) } }
}

private struct NameJSON: Encodable {
  let name: String
  let count: Int
  let aliases: [String]
  let sure: Bool

  init(_ name: FoundName) {
    (self.name, count, aliases, sure) = (name.name, name.count, name.aliases, name.isSure)
  }
}

/// A number or a date, with the number of its paragraph.
private struct PassageJSON: Encodable {
  let value: String?
  let text: String
  let paragraph: Int?

  init(_ passage: Passage, value: String? = nil) {
    (self.value, text, paragraph) = (value, passage.text, passage.paragraph)
  }

  private enum Key: String, CodingKey { case value, text, paragraph }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if let value { try container.encode(value, forKey: .value) }
    try container.encode(text, forKey: .text)
    try container.encode(paragraph, forKey: .paragraph)
  }
}
