import Foundation
import GRDB

/// The tables of the database, and the migrations from earlier versions.
///
/// A released migration is never changed: new ones are added after it.
enum MarkSchema {
  /// Distinguishes our files from other programs' SQLite files (`PRAGMA application_id`): "BSMK".
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

  /// Migrates a database to this version, or throws a `MarkError` without changing it if it is not ours. For a database
  /// that is up to date, this takes a few reads and no write.
  static func prepare(_ database: DatabaseQueue, path: String) throws {
    var applied = try appliedMigrations(of: database, path: path)
    while applied != Set(migrator.migrations) {
      do {
        try database.inDatabase(useRollbackJournal)
        try migrator.migrate(database)
      } catch {
        // If two programs run for the first time at once, both find the tables missing; the later one then finds them
        // already created.
        if try appliedMigrations(of: database, path: path) == applied { throw error }
      }
      applied = try appliedMigrations(of: database, path: path)
    }
    try database.inDatabase(useRollbackJournal)
  }

  private static func appliedMigrations(of database: DatabaseQueue, path: String) throws -> Set<String> {
    var applied: Set<String> = []
    // In one transaction; otherwise, another first run could create the tables between two of these reads.
    try database.inTransaction(.deferred) { db in
      let application = try Int.fetchOne(db, sql: "PRAGMA application_id")
      if application != applicationID {
        // A run that was killed at its very start leaves only the migrator's own table; that file is still ours.
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

  /// A newer copy of the program may have changed the tables of an open database. Every write checks this first, in its
  /// own transaction.
  static func checkVersion(_ db: Database, path: String) throws {
    try refuse(newerThanThis: try migrator.appliedIdentifiers(db), path: path)
  }

  private static func refuse(newerThanThis applied: Set<String>, path: String) throws {
    if !applied.isSubset(of: migrator.migrations) { throw MarkError.newerVersion(path: path) }
  }

  /// With a rollback journal, all committed data is in the one file: any program that copies or replaces it (a
  /// synchronizer, a backup) has all marks, and the log of another file is never applied to it. Earlier versions wrote
  /// a log beside it (`-wal`), which is merged into the file here. While one of them is still running, merging is
  /// impossible; then this run writes such a log as well.
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
  /// IDs are the bits of a `StoryID` as a signed number. `read`, `starred` and `step` are null if the step that created
  /// the row was undone. `step` is the step that set the row, to determine which was set last. `revision` increases
  /// with every transaction that writes; all rows of one transaction share it.
  ///
  /// Undone rows of `step` are always the last ones. `stepStory` has, for each story of a step, the previous values
  /// (`had…`, null for none) and the values that the step set.
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

  /// Places are separate from marks: they have no history, and saving one must not override the marks that a story
  /// inherits from its copies.
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

  /// `note` is a text in UTF-8, null for none; it is stored as bytes, because GRDB ends a text at its first NUL.
  /// `noteStep` is the step that wrote it, to determine which was written last; it is null if there never was a note,
  /// and such rows are not in the index. `stepNote` does for notes what `stepStory` does for the other marks.
  ///
  /// Notes are columns of `mark`, and the database itself deletes the rows of deleted steps, so that running copies of
  /// earlier versions can continue to write: they maintain neither the revisions nor the steps of other tables.
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

  /// When each mark was last changed, in milliseconds since 1970 (UTC), so that two machines agree on the later change.
  /// Null if the time was not recorded or the mark was never set.
  ///
  /// `implicit` steps were not requested by the user, for example marking a story read by opening it. `exchanged` has
  /// the imported files of other machines, with their stamps at that time.
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

  /// What is known of each story that has a mark, a place or a note, to find it after its pages were saved with another
  /// text. `sourcedID` is the identity of its headline and source; `text` a `TextSketch`, null for a story without one
  /// and for marks of earlier versions; `address` a hash of its web address, 0 for none; `since` when it was marked, in
  /// seconds since 1970 (UTC); `seen` the version that was read last, null if none was.
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

  /// `archived` is used like `starred` in `mark` and `stepStory`: a row with one of the flags has all of them.
  ///
  /// `label` has each label that a story ever had; `isSet` is 0 if it was removed, so that other machines learn of the
  /// removal. `stepLabel` does for labels what `stepStory` does for flags.
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
