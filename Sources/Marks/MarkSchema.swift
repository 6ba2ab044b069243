import Foundation
import GRDB

/// The tables of the database, and how a database of an earlier version becomes one of this version.
///
/// A migration that was released is never changed: another one is added after it.
enum MarkSchema {
  /// Tells our files from SQLite files of others (`PRAGMA application_id`): "BSMK".
  static let applicationID = 0x4253_4D4B

  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("marks", migrate: createMarks)
    migrator.registerMigration("places", migrate: createPlaces)
    migrator.registerMigration("notes", migrate: createNotes)
    migrator.registerMigration("times", migrate: addTimes)
    migrator.registerMigration("stories", migrate: createStories)
    migrator.registerMigration("labels", migrate: createLabels)
    return migrator
  }()

  /// Brings a database to this version, or throws a `MarkError` and leaves it as it is when it is not ours to
  /// change. For a database that is up to date, a few reads and no write.
  static func prepare(_ database: DatabaseQueue, path: String) throws {
    var applied = try appliedMigrations(of: database, path: path)
    while applied != Set(migrator.migrations) {
      do {
        try database.inDatabase(useRollbackJournal)
        try migrator.migrate(database)
      } catch {
        // Of two first runs at once both see what is missing, and the later one finds it done already.
        if try appliedMigrations(of: database, path: path) == applied { throw error }
      }
      applied = try appliedMigrations(of: database, path: path)
    }
    try database.inDatabase(useRollbackJournal)
  }

  private static func appliedMigrations(of database: DatabaseQueue, path: String) throws -> Set<String> {
    var applied: Set<String> = []
    // In one transaction, or another first run could make the tables between two of these reads.
    try database.inTransaction(.deferred) { db in
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
      if application != applicationID {
        // What a run killed at its very start leaves is still ours: the migrator's own table.
        let tables = "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'"
        guard application == 0, try Int.fetchOne(db, sql: tables) == 0 else {
          throw MarkError.otherDatabase(path: path)
        }
      }
      applied = try migrator.appliedIdentifiers(db)
      return .commit
    }
    try refuse(newerThanThis: applied, path: path)
    return applied
  }

  /// A newer copy of the program may have changed the tables of an open database. Whoever writes asks first, in the
  /// transaction of the write.
  static func checkVersion(_ db: Database, path: String) throws {
    try refuse(newerThanThis: try migrator.appliedIdentifiers(db), path: path)
  }

  private static func refuse(newerThanThis applied: Set<String>, path: String) throws {
    if !applied.isSubset(of: migrator.migrations) { throw MarkError.newerVersion(path: path) }
  }

  /// With a rollback journal all that was answered is in the one file: whoever copies or replaces it (a synchronizer,
  /// a backup) has all marks, and no log of another file is ever played over it. Earlier versions wrote a log
  /// beside it (`-wal`); it is played into the file here. While one of them is still running that cannot be done: then
  /// this run writes such a log as well.
  private static func useRollbackJournal(_ db: Database) throws {
    for milliseconds in sequence(first: UInt32(1), next: { $0 < 500 ? $0 * 2 : nil }) {
      do {
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = TRUNCATE")
        if mode != "wal" { return }
      } catch DatabaseError.SQLITE_BUSY {
        // Switching does not wait for locks by itself.
      }
      usleep(milliseconds * 1000)
    }
  }
}

extension MarkSchema {
  /// Ids are the bits of a `StoryID` as a signed number. `read`, `starred` and `step` are null where the step that
  /// made the row was undone. `step` is the step that set the row, for "set last". `revision` grows with every
  /// transaction that writes; the rows of one transaction share it.
  ///
  /// Of the rows of `step` the undone ones are always the last. `stepStory` has for each story of a step what was
  /// there before (`had…`, null for nothing) and what the step set.
  @Sendable private static func createMarks(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE mark (
          id INTEGER PRIMARY KEY, titleID INTEGER NOT NULL,
          read INTEGER, starred INTEGER, step INTEGER, revision INTEGER NOT NULL);
        CREATE INDEX markByTitle ON mark(titleID);
        CREATE INDEX markByRevision ON mark(revision);

        CREATE TABLE step (
          id INTEGER PRIMARY KEY, kind TEXT NOT NULL, count INTEGER NOT NULL,
          undone INTEGER NOT NULL DEFAULT 0);
        CREATE INDEX stepUndone ON step(id) WHERE undone;

        CREATE TABLE stepStory (
          step INTEGER NOT NULL, id INTEGER NOT NULL, titleID INTEGER NOT NULL,
          hadRead INTEGER, hadStarred INTEGER, hadStep INTEGER,
          read INTEGER NOT NULL, starred INTEGER NOT NULL,
          PRIMARY KEY (step, id)) WITHOUT ROWID;

        PRAGMA application_id = \(applicationID);
        """)
  }

  /// Places stand apart from marks: they have no history, and saving one must not settle what a story's copies
  /// lend it.
  @Sendable private static func createPlaces(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE place (
          id INTEGER PRIMARY KEY, titleID INTEGER NOT NULL,
          place INTEGER NOT NULL, revision INTEGER NOT NULL);
        CREATE INDEX placeByTitle ON place(titleID);
        CREATE INDEX placeByRevision ON place(revision);
        """)
  }

  /// `note` is a text in UTF-8, null for none; as bytes, because GRDB ends a text at its first NUL. `noteStep` is the
  /// step that wrote it, for "written last", and null where there never was a note, which the index leaves out.
  /// `stepNote` is for notes what `stepStory` is for the other marks.
  ///
  /// Notes are columns of `mark`, and forgetting a step is left to the database, so that copies of earlier versions
  /// that are still running may write on: they take care of neither the revisions nor the steps of other tables.
  @Sendable private static func createNotes(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE mark ADD COLUMN note BLOB;
        ALTER TABLE mark ADD COLUMN noteStep INTEGER;
        CREATE INDEX markNoted ON mark(titleID, noteStep, revision) WHERE noteStep IS NOT NULL;

        CREATE TABLE stepNote (
          step INTEGER NOT NULL, id INTEGER NOT NULL, titleID INTEGER NOT NULL,
          hadNote BLOB, hadStep INTEGER, note BLOB,
          PRIMARY KEY (step, id));

        CREATE TRIGGER stepForgotten AFTER DELETE ON step BEGIN
          DELETE FROM stepStory WHERE step = old.id;
          DELETE FROM stepNote WHERE step = old.id;
        END;
        """)
  }

  /// When each mark was changed last, in milliseconds since 1970 (UTC): two machines agree on the later change. Null
  /// where it was not written down, and for what was never set.
  ///
  /// `implicit` steps are those that nobody asked for, such as opening a story, which marks it read. `exchanged` has
  /// the files of other machines that were taken in, and what they looked like then.
  @Sendable private static func addTimes(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE mark ADD COLUMN readTime INTEGER;
        ALTER TABLE mark ADD COLUMN starredTime INTEGER;
        ALTER TABLE mark ADD COLUMN noteTime INTEGER;
        ALTER TABLE place ADD COLUMN time INTEGER;
        ALTER TABLE step ADD COLUMN implicit INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE exchanged (path TEXT PRIMARY KEY, stamp TEXT NOT NULL) WITHOUT ROWID;
        """)
  }

  /// What is known of each story that has a mark, a place or a note: by this it is found again when its pages were
  /// saved with another text. `sourcedID` is the identity of its headline and source; `text` a `TextSketch`, null for
  /// a story without one and for marks of earlier versions; `address` a hash of its web address, 0 for none; `since`
  /// when it was marked, in seconds since 1970 (UTC); `seen` the version that was read last, null where none was.
  @Sendable private static func createStories(_ db: Database) throws {
    let now = "CAST(strftime('%s', 'now') AS INTEGER)"
    try db.execute(
      sql: """
        CREATE TABLE story (
          id INTEGER PRIMARY KEY, titleID INTEGER NOT NULL, sourcedID INTEGER NOT NULL,
          text BLOB, address INTEGER NOT NULL DEFAULT 0, since INTEGER NOT NULL, seen INTEGER);

        INSERT OR IGNORE INTO story (id, titleID, sourcedID, since)
        SELECT id, titleID, id, \(now) FROM mark UNION SELECT id, titleID, id, \(now) FROM place;
        """)
  }

  /// `archived` is to `mark` and `stepStory` what `starred` is: a row with one of the flags has all of them.
  ///
  /// `label` has each label that a story was ever given; `isSet` is 0 where it was taken away, for other machines to
  /// hear of. `stepLabel` is for labels what `stepStory` is for flags.
  @Sendable private static func createLabels(_ db: Database) throws {
    try db.execute(
      sql: """
        ALTER TABLE mark ADD COLUMN archived INTEGER;
        ALTER TABLE mark ADD COLUMN archivedTime INTEGER;
        ALTER TABLE stepStory ADD COLUMN hadArchived INTEGER;
        ALTER TABLE stepStory ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
        UPDATE mark SET archived = 0 WHERE read IS NOT NULL OR starred IS NOT NULL;
        UPDATE stepStory SET hadArchived = 0 WHERE hadRead IS NOT NULL OR hadStarred IS NOT NULL;

        CREATE TABLE label (
          id INTEGER NOT NULL, label TEXT NOT NULL, titleID INTEGER NOT NULL, isSet INTEGER NOT NULL,
          step INTEGER, time INTEGER, revision INTEGER NOT NULL, PRIMARY KEY (id, label)) WITHOUT ROWID;
        CREATE INDEX labelByRevision ON label(revision);

        CREATE TABLE stepLabel (
          step INTEGER NOT NULL, id INTEGER NOT NULL, titleID INTEGER NOT NULL, label TEXT NOT NULL,
          wasSet INTEGER NOT NULL, isSet INTEGER NOT NULL, PRIMARY KEY (step, id, label)) WITHOUT ROWID;

        DROP TRIGGER stepForgotten;
        CREATE TRIGGER stepForgotten AFTER DELETE ON step BEGIN
          DELETE FROM stepStory WHERE step = old.id;
          DELETE FROM stepNote WHERE step = old.id;
          DELETE FROM stepLabel WHERE step = old.id;
        END;
        """)
  }
}
