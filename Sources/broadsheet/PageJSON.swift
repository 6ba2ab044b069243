import Export
import Foundation
import PageFormats

/// One page as `broadsheet parse` prints it: with all keys, even if the value is null or empty.
struct PageJSON: Encodable {
  let file: String
  let page: Page

  enum Key: String, CodingKey {
    case file, kind, format, encoding, title, source, author, when, published, language, address, topics,
      doubtful,
      body,
      blocks, comments, related, problems
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(file, forKey: .file)
    try container.encode(page.kind.rawValue, forKey: .kind)
    try container.encode(page.syntax.rawValue, forKey: .format)
    try container.encode(page.encoding.rawValue, forKey: .encoding)
    try EntryJSON(entry: page.story).encode(into: &container)
    try container.encode(page.address ?? page.story.address, forKey: .address)
    try container.encode(page.language, forKey: .language)
    try container.encode(page.isDoubtful, forKey: .doubtful)
    try container.encode(page.blocks.map { BlockJSON($0) }, forKey: .blocks)
    try container.encode(page.comments, forKey: .comments)
    try container.encode(page.related.map { EntryJSON(entry: $0) }, forKey: .related)
    try container.encode(page.problems.map { ErrorMessages.message($0) }, forKey: .problems)
  }
}

/// A story as described by one page.
private struct EntryJSON: Encodable {
  let entry: Entry

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: PageJSON.Key.self)
    try encode(into: &container)
  }

  func encode(into container: inout KeyedEncodingContainer<PageJSON.Key>) throws {
    try container.encode(entry.title, forKey: .title)
    try container.encode(entry.source, forKey: .source)
    try container.encode(entry.author, forKey: .author)
    try container.encode(entry.address, forKey: .address)
    try container.encode(entry.when, forKey: .when)
    try container.encode(entry.published?.iso8601, forKey: .published)
    try container.encode(entry.topics, forKey: .topics)
    try container.encode(entry.body, forKey: .body)
  }
}
