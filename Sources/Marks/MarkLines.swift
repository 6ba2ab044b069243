public import Foundation
import Text
import StoryLibrary

/// Marks as text: one JSON object per line, one line per change, oldest first.
///
///     {"time":"2026-11-27T18:28:33.123Z","id":"1f…","headline":"9c…","read":true}
///
/// | name | value |
/// | --- | --- |
/// | `time` | when the mark was changed, in UTC; 1970 if unknown |
/// | `id` | the story's identity, as `broadsheet list` prints it |
/// | `headline` | the identity of its headline alone |
/// | `source`, `text`, `address` | used to find the story after it was saved again: the identity of headline and source, a sketch of the text, a hash of the address; omitted if there is none |
/// | `read`, `starred`, `archived` | `true` or `false` |
/// | `seen` | with `read`: the version of the text that was read; omitted if unknown |
/// | `label`, `added` | one of the reader's labels, and whether the story has it |
/// | `place` | where the reader stopped, in bytes of the text |
/// | `note` | the note; `null` if it was deleted |
///
/// Lines may come in any order and be repeated. A line may have several marks; unknown names are ignored.
public enum MarkLines {
  /// The longest line that is read, in bytes: six for each byte of the longest note, and room for the other fields.
  static let lineLimit = 6 * Mark.noteLimit + 4_096

  /// The lines of some records, each with a line break at its end.
  public static func data(of records: [MarkRecord]) -> Data {
    var bytes = Data(capacity: records.count * 120)
    var (lastTime, timeText) = (Int64(-1), "")
    for record in records {
      // Stories that were marked together have the same time.
      if record.time != lastTime { (lastTime, timeText) = (record.time, MarkTime.text(record.time)) }
      bytes.append(contentsOf: line(of: record, timeText).utf8)
    }
    return bytes
  }

  /// Writes lines to a private file, replacing an existing one, completely or not at all.
  public static func write(_ data: Data, to path: String) throws(MarkError) {
    try WholeFile.write(data, to: path)
  }

  private static func line(of record: MarkRecord, _ time: String) -> String {
    let value =
      switch record.value {
      case .read(let read):
        "\"read\":\(read)" + (record.seen == 0 ? "" : ",\"seen\":\"\(StoryID(rawValue: record.seen))\"")
      case .archived(let archived): "\"archived\":\(archived)"
      case .label(let label, let isSet): "\"label\":\(quoted(label)),\"added\":\(isSet)"
      case .starred(let starred): "\"starred\":\(starred)"
      case .place(let place): "\"place\":\(place)"
      case .note(let text): "\"note\":" + (text.map(quoted) ?? "null")
      }
    let story =
      "\"id\":\"\(record.story.id)\",\"headline\":\"\(record.story.titleID)\"" + more(of: record.story)
    return "{\"time\":\"\(time)\",\(story),\(value)}\n"
  }

  private static func more(of story: StoryIdentity) -> String {
    var text = ""
    if story.headline.sourced != story.id { text += ",\"source\":\"\(story.headline.sourced)\"" }
    if !story.text.isEmpty {
      let digits = story.text.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      text += ",\"text\":\"\(digits)\""
    }
    if story.address != 0 { text += ",\"address\":\"\(StoryID(rawValue: story.address))\"" }
    return text
  }

  private static func sketch(_ digits: String) -> TextSketch? {
    guard digits.utf8.count == 2 * TextSketch.byteCount else { return nil }
    let values = digits.compactMap { $0.hexDigitValue.map { UInt8($0) } }
    guard values.count == digits.utf8.count else { return nil }
    return TextSketch(
      bytes: stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] })
  }

  private static func quoted(_ text: String) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    guard let data = try? encoder.encode(text) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Parses one line; nil if it is invalid. Notes are sanitized, because their origin is unknown.
  public static func records(inLine line: Data) -> [MarkRecord]? {
    guard line.count <= lineLimit, let parsed = try? JSONDecoder().decode(Line.self, from: line),
      let time = MarkTime.parse(parsed.time), let id = StoryID(parsed.id),
      let titleID = StoryID(parsed.headline)
    else { return nil }
    let sourced = parsed.source.flatMap { StoryID($0) } ?? id
    let story = StoryIdentity(
      id: id, headline: HeadlineID(title: titleID, sourced: sourced),
      text: parsed.text.flatMap { sketch($0) } ?? .none,
      address: parsed.address.flatMap { StoryID($0) }?.rawValue ?? 0)
    let seen = parsed.seen.flatMap { StoryID($0) }?.rawValue ?? 0
    return parsed.values.map { MarkRecord(story, $0, time: time, seen: seen) }
  }

  private struct Line: Decodable {
    let time, id, headline: String
    let source, text, address, seen: String?
    var values: [MarkRecord.Value] = []

    enum CodingKeys: CodingKey {
      case time, id, headline, source, text, address, read, seen, starred, archived, label, added, place, note
    }

    init(from decoder: any Decoder) throws {
      let line = try decoder.container(keyedBy: CodingKeys.self)
      time = try line.decode(String.self, forKey: .time)
      id = try line.decode(String.self, forKey: .id)
      headline = try line.decode(String.self, forKey: .headline)
      source = try line.decodeIfPresent(String.self, forKey: .source)
      text = try line.decodeIfPresent(String.self, forKey: .text)
      address = try line.decodeIfPresent(String.self, forKey: .address)
      seen = try line.decodeIfPresent(String.self, forKey: .seen)
      if let read = try line.decodeIfPresent(Bool.self, forKey: .read) { values.append(.read(read)) }
      if let starred = try line.decodeIfPresent(Bool.self, forKey: .starred) {
        values.append(.starred(starred))
      }
      if let archived = try line.decodeIfPresent(Bool.self, forKey: .archived) {
        values.append(.archived(archived))
      }
      if let text = try line.decodeIfPresent(String.self, forKey: .label) {
        guard let label = Label.normalized(text) else {
          throw DecodingError.dataCorruptedError(forKey: .label, in: line, debugDescription: "not a label")
        }
        values.append(.label(label, try line.decodeIfPresent(Bool.self, forKey: .added) ?? true))
      }
      if let place = try line.decodeIfPresent(Int.self, forKey: .place) {
        values.append(.place(max(0, place)))
      }
      guard line.contains(.note) else { return }
      let note = try line.decodeIfPresent(String.self, forKey: .note).map { TextSanitizer.cleanLines($0) }
      guard note?.utf8.count ?? 0 <= Mark.noteLimit else {
        throw DecodingError.dataCorruptedError(forKey: .note, in: line, debugDescription: "too long")
      }
      values.append(.note(note?.isEmpty == true ? nil : note))
    }
  }
}
