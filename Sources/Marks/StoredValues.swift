import Foundation
import GRDB
import StoryLibrary

/// Reads untrusted values from the file, which may have other types than in the schema, nulls in spite of `NOT NULL`,
/// and numbers at the limits of their range. Invalid values become nil, and none crashes the program.
extension Row {
  func integer(_ index: Int) -> Int64? { (self[index] as DatabaseValue).integer }

  func flag(_ index: Int) -> Bool? { integer(index).map { $0 != 0 } }

  /// A number for addition and comparison, limited so that adding one never overflows.
  func count(_ index: Int) -> Int? { integer(index).map { Int(Swift.min(Swift.max($0, 0), 1 << 53)) } }

  func text(_ index: Int) -> String? { (self[index] as DatabaseValue).text }

  /// From a row that begins with `id` and `titleID`. Nothing else is known of the story.
  var identity: StoryIdentity? {
    guard let id = integer(0), let titleID = integer(1) else { return nil }
    return StoryIdentity(
      id: StoryID(signed: id),
      headline: HeadlineID(title: StoryID(signed: titleID), sourced: StoryID(signed: id)))
  }
}

extension DatabaseValue {
  var bytes: Data? {
    if case .blob(let data) = storage { data } else { nil }
  }

  // Not inlined: Swift 6.3.1 crashes while it optimizes the copies of `storage` that callers would have.
  @inline(never)
  var integer: Int64? {
    if case .int64(let value) = storage { value } else { nil }
  }

  /// Text, or bytes of UTF-8; the first NUL ends a text, but not bytes. Nil for anything longer than the longest note:
  /// no other values of this kind are stored.
  var text: String? {
    switch storage {
    case .string(let text) where text.utf8.count <= Mark.noteLimit: text
    case .blob(let data) where data.count <= Mark.noteLimit: String(decoding: data, as: UTF8.self)
    default: nil
    }
  }
}
