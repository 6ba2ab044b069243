import Foundation
import GRDB
import StoryLibrary

/// A story as it was when it was marked.
struct MarkedStory: Sendable {
  var identity: StoryIdentity
  /// When it was marked, in seconds since 1970 (UTC). For marks of earlier versions: when they were migrated.
  var since: Int64
  /// The version (see `StoryIdentity.version`) that was read last; 0 if unknown.
  var seen: UInt64

  var id: StoryID { identity.id }

  /// For a row without a story, as written by a running copy of an earlier version: only known to be new.
  static let now = Int64.max - 1
}

extension MarkedStory {
  /// How well a story matches this one, best first; nil if the mark is not the story's.
  func distance(to story: StoryIdentity) -> Int? {
    if let distance = story.distance(to: identity) { return distance }
    let marked = identity.headline
    guard marked.title == story.headline.title else { return nil }
    if identity.text.isEmpty {
      let inherited = marked.isSourceKnown ? story.inheritance.sourced : story.inheritance.unsourced
      guard !marked.isSourceKnown || marked.sourced == story.headline.sourced else { return nil }
      return inherited.contains(since) ? MarkedStory.farthest : nil
    }
    // Only the story's headline is known.
    let isLeft = story.text.isEmpty && marked.isSourceKnown && marked.sourced == story.headline.sourced
    return isLeft ? MarkedStory.farthest : nil
  }

  private static let farthest = 10

  /// Keys, of which a story and its mark most probably share at least one.
  static func visitKeys(of story: StoryIdentity, _ visit: (UInt64) -> Void) {
    guard !story.text.isEmpty else { return }
    visit(story.text.hash64)
    story.text.visitKeys(visit)
  }
}

/// The table `story`. Every function runs inside a transaction of its caller.
extension MarkedStory {
  /// The columns that ``init(_:)`` reads, after those of a table that has `id` and `titleID`.
  static let columns = "story.sourcedID, story.text, story.address, story.since, story.seen"

  /// From a row that begins with `id` and `titleID`, followed by ``columns``; nil if it has no values for these.
  init?(_ row: Row) {
    guard let known = row.identity else { return nil }
    let sourced = row.integer(2).map { StoryID(signed: $0) } ?? known.id
    identity = StoryIdentity(
      id: known.id, headline: HeadlineID(title: known.titleID, sourced: sourced),
      text: (row[3] as DatabaseValue).bytes.flatMap { TextSketch(bytes: $0) } ?? .none,
      address: UInt64(bitPattern: row.integer(4) ?? 0))
    since = row.integer(5) ?? MarkedStory.now
    seen = UInt64(bitPattern: row.integer(6) ?? 0)
  }

  /// Records the story that is being marked. A note on an older version does not change which version is recorded.
  ///
  /// `seen`: the version that was read, if it is not the story's own; 0 if unknown.
  static func save(
    _ story: StoryIdentity, isRead: Bool = false, since: Int64, seen: UInt64 = 0, in db: Database
  ) throws {
    let sql = """
      INSERT INTO story (id, titleID, sourcedID, text, address, since, seen)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
      ON CONFLICT (id) DO UPDATE SET
        sourcedID = iif(?4 IS NULL AND text IS NOT NULL, sourcedID, excluded.sourcedID),
        text = coalesce(excluded.text, text), address = iif(excluded.address = 0, address, excluded.address),
        since = max(since, excluded.since), seen = coalesce(excluded.seen, seen)
      """
    let text = story.text.isEmpty ? nil : Data(story.text.bytes)
    let version = isRead ? story.version : seen
    let statement = try db.cachedStatement(sql: sql)
    statement.setUncheckedArguments([
      story.id.signed, story.titleID.signed, story.headline.sourced.signed, text,
      Int64(bitPattern: story.address), since, version == 0 ? nil : Int64(bitPattern: version),
    ])
    try statement.execute()
  }

  /// Records that this version of an already marked story was read; other machines receive this as a new change of
  /// `read`.
  static func see(_ version: UInt64, of id: StoryID, at time: Int64, in db: Database) throws {
    try db.execute(
      sql: "UPDATE story SET seen = ? WHERE id = ?", arguments: [Int64(bitPattern: version), id.signed])
    try db.execute(
      sql: """
        UPDATE mark SET revision = ?1, readTime = \(MarkTime.later(than: "readTime", now: "?3")) WHERE id = ?2
        """,
      arguments: [try MarkRows.nextRevision(in: db), id.signed, time])
  }
}
