import GRDB
import StoryLibrary

@testable import Marks

/// The databases that earlier versions of the program left, to be kept as they were.
enum EarlierVersion: CaseIterable {
  /// Read and starred, with their history.
  case marks
  /// And places.
  case places

  /// Stories that are all read (step 1), the first one also starred (step 2), and whose reading was taken back and
  /// done again and taken back (step 3, undone: unread); every one with a place where there are places.
  func write(to path: String, stories: [StoryIdentity]) throws {
    let database = try DatabaseQueue(path: path)
    try database.inDatabase { db in
      try db.execute(sql: schema)
      try db.inTransaction {
        for story in stories {
          let (id, titleID) = (story.id.signed, story.titleID.signed)
          try db.execute(
            sql: """
              INSERT INTO mark VALUES (\(id), \(titleID), 1, \(story == stories.first), 1, 4);
              INSERT INTO stepStory VALUES
                (1, \(id), \(titleID), NULL, NULL, NULL, 1, 0),
                (3, \(id), \(titleID), 1, \(story == stories.first), 1, 0, \(story == stories.first));
              """)
          if self == .places {
            try db.execute(sql: "INSERT INTO place VALUES (\(id), \(titleID), 40, 5)")
          }
        }
        if let first = stories.first {
          let (id, titleID) = (first.id.signed, first.titleID.signed)
          try db.execute(
            sql: """
              UPDATE mark SET step = 2 WHERE id = \(id);
              UPDATE stepStory SET hadStep = 2 WHERE step = 3 AND id = \(id);
              INSERT INTO stepStory VALUES (2, \(id), \(titleID), 1, 0, 1, 1, 1);
              INSERT INTO step VALUES
                (1, 'read', \(stories.count), 0), (2, 'starred', 1, 0), (3, 'unread', \(stories.count), 1);
              """)
        }
        return .commit
      }
    }
    try database.close()
  }

  /// What ``write(to:stories:)`` leaves on one of its stories.
  func mark(starred: Bool) -> Mark { Mark(read: true, starred: starred, place: self == .places ? 40 : 0) }

  private var schema: String {
    switch self {
    case .marks: EarlierVersion.firstSchema
    case .places: EarlierVersion.firstSchema + EarlierVersion.secondSchema
    }
  }

  private static let firstSchema = """
    CREATE TABLE mark (
      id INTEGER PRIMARY KEY, titleID INTEGER NOT NULL,
      read INTEGER, starred INTEGER, step INTEGER, revision INTEGER NOT NULL);
    CREATE INDEX markByTitle ON mark(titleID);
    CREATE INDEX markByRevision ON mark(revision);
    CREATE TABLE step (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, count INTEGER NOT NULL, undone INTEGER NOT NULL DEFAULT 0);
    CREATE INDEX stepUndone ON step(id) WHERE undone;
    CREATE TABLE stepStory (
      step INTEGER NOT NULL, id INTEGER NOT NULL, titleID INTEGER NOT NULL,
      hadRead INTEGER, hadStarred INTEGER, hadStep INTEGER, read INTEGER NOT NULL, starred INTEGER NOT NULL,
      PRIMARY KEY (step, id)) WITHOUT ROWID;
    PRAGMA application_id = 1112755531;
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('marks');

    """

  private static let secondSchema = """
    CREATE TABLE place (
      id INTEGER PRIMARY KEY, titleID INTEGER NOT NULL, place INTEGER NOT NULL, revision INTEGER NOT NULL);
    CREATE INDEX placeByTitle ON place(titleID);
    CREATE INDEX placeByRevision ON place(revision);
    INSERT INTO grdb_migrations VALUES ('places');

    """
}
