import Foundation
import SeededNumbers
import StoryLibrary
import Testing

@testable import Marks

/// Exporting and importing: the outcome depends on the changes alone.
@Suite struct MarkRecordTests {
  let folder: Folder
  let ferry = story("Harbour council delays ferry vote")
  let museum = story("Museum reopens after flood")

  init() throws { folder = try Folder() }

  private func store(_ name: String) throws -> MarkStore {
    try MarkStore(path: "\(folder.path)/\(name)/marks.sqlite")
  }

  private func lines(_ store: MarkStore) throws -> [String] {
    String(decoding: MarkLines.data(of: try store.records()), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }

  private func records(_ lines: [String]) throws -> [MarkRecord] {
    try lines.flatMap { try #require(MarkLines.records(inLine: Data($0.utf8))) }
  }

  @Test func everyMarkIsALine() throws {
    let store = try store("a")
    _ = try store.apply(MarkChange(.starred(true), [ferry]), at: 1_764_268_113_123)
    _ = try store.apply(MarkChange(.read(true), [ferry]), at: 1_764_268_114_000)
    try store.savePlace(700, of: museum, at: 1_764_268_112_000)
    _ = try store.apply(MarkChange(.note("\"Ask\"\nagain/é"), [museum]), at: 1_764_268_115_000)
    let (first, second) = (
      "\"id\":\"\(ferry.id)\",\"headline\":\"\(ferry.titleID)\"", "\"id\":\"\(museum.id)\""
    )
    let lines = try lines(store)
    #expect(lines.count == 4)
    #expect(
      lines[0].hasPrefix("{\"time\":\"2025-11-27T18:28:32.000Z\",\(second)")
        && lines[0].hasSuffix("\"place\":700}"))
    #expect(
      lines[1].hasPrefix("{\"time\":\"2025-11-27T18:28:33.123Z\",\(first)")
        && lines[1].hasSuffix("\"starred\":true}"))
    #expect(lines[2].hasSuffix("\"read\":true}"))
    #expect(lines[3].hasSuffix("\"note\":\"\\\"Ask\\\"\\nagain/é\"}"))
    #expect(try records(lines) == store.records())
  }

  @Test func takingAwayIsAChangeToo() throws {
    let (here, there) = (try store("a"), try store("b"))
    _ = try here.apply(MarkChange(.read(true), [ferry]), at: 1_000)
    _ = try here.apply(MarkChange(.starred(true), [ferry]), at: 2_000)
    _ = try here.apply(MarkChange(.note("Ask"), [ferry]), at: 3_000)
    try there.merge(here.records())
    #expect(try there.mark(ferry) == Mark(read: true, starred: true, note: "Ask"))
    _ = try here.apply(MarkChange(.read(false), [ferry]), at: 4_000)
    _ = try here.apply(MarkChange(.starred(false), [ferry]), at: 5_000)
    _ = try here.apply(MarkChange(.note(nil), [ferry]), at: 6_000)
    #expect(try here.records().count == 3)
    #expect(try there.merge(here.records()) == 3)
    #expect(try there.mark(ferry) == Mark())
    #expect(try lines(there) == lines(here))
  }

  @Test func theLaterChangeCounts() throws {
    let store = try store("a")
    let first = MarkRecord(ferry, .note("earlier"), time: 1_000)
    let second = MarkRecord(ferry, .note("later"), time: 2_000)
    #expect(try store.merge([second, first]) == 1)
    #expect(try store.mark(ferry).note == "later")
    // A change made here is later than what it changes, whatever the clock says.
    _ = try store.apply(MarkChange(.note("here"), [ferry]), at: 500)
    #expect(try store.records() == [MarkRecord(ferry, .note("here"), time: 2_001)])
  }

  @Test func oneMarkDoesNotChangeAnother() throws {
    let store = try store("a")
    _ = try store.apply(MarkChange(.starred(true), [ferry]), at: 5_000)
    try store.merge([MarkRecord(ferry, .read(true), time: 1_000)])
    #expect(try store.mark(ferry) == Mark(read: true, starred: true))
    try store.merge([MarkRecord(ferry, .starred(false), time: 4_999)])
    #expect(try store.mark(ferry).starred)
  }

  @Test func undoingIsAChangeOfItsOwnTime() throws {
    let store = try store("a")
    _ = try store.apply(MarkChange(.starred(true), [ferry]), at: 1_000)
    _ = try store.undo(at: 2_000)
    #expect(try store.records() == [MarkRecord(ferry, .starred(false), time: 2_000)])
    _ = try store.redo(at: 3_000)
    #expect(try store.records() == [MarkRecord(ferry, .starred(true), time: 3_000)])
  }

  @Test func undoingLeavesWhatCameFromElsewhere() throws {
    let store = try store("a")
    _ = try store.apply(MarkChange(.read(true), [ferry, museum]), at: 1_000)
    try store.merge([
      MarkRecord(ferry, .starred(true), time: 2_000), MarkRecord(museum, .read(false), time: 2_000),
      MarkRecord(museum, .note("Theirs"), time: 2_000),
    ])
    #expect(try store.undo()?.count == 2)
    #expect(try store.mark(ferry) == Mark(starred: true))
    #expect(try store.mark(museum) == Mark(note: "Theirs"))
  }

  @Test func tablesHearOfWhatWasImported() throws {
    let store = try store("a")
    var table = try store.table()
    try store.merge([MarkRecord(ferry, .read(true), time: 1), MarkRecord(museum, .note("Ask"), time: 1)])
    table.apply(try store.changes(since: table.revision))
    #expect(table.isRead(ferry) && table.isNoted(museum))
    let revision = table.revision
    #expect(try store.merge([MarkRecord(ferry, .read(true), time: 1)]) == 0)
    #expect(try store.table().revision == revision)
  }

  /// Any order, any number of times, any division among machines: the same.
  @Test(arguments: 1...10) func theOrderMakesNoDifference(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let some = stories(4)
    let records = (0..<60).map { _ in
      let values: [MarkRecord.Value] = [
        .read(Bool.random(using: &numbers)), .starred(Bool.random(using: &numbers)),
        .place(Int.random(in: 0...2, using: &numbers)),
        .note(["a", "b", nil].randomElement(using: &numbers) ?? nil),
      ]
      return MarkRecord(
        some[Int.random(in: 0..<4, using: &numbers)], values[Int.random(in: 0..<4, using: &numbers)],
        time: Int64.random(in: 1...4, using: &numbers))
    }
    let (one, other) = (try store("a"), try store("b"))
    try one.merge(records)
    for record in (records + records).shuffled(using: &numbers) { try other.merge([record]) }
    #expect(try lines(one) == lines(other))
    let tables = (try one.table(), try other.table())
    for story in some { #expect(tables.0.mark(for: story) == tables.1.mark(for: story)) }
  }

  @Test func linesAreReadWithPatience() throws {
    let (id, headline) = (ferry.id, ferry.titleID)
    let good = "\"id\":\"\(id)\",\"headline\":\"\(headline)\",\"time\":\"2026-01-02T03:04:05Z\""
    let several = "{\(good), \"read\": true, \"starred\": false, \"later\": [1, {}], \"note\": null}\r\n"
    #expect(
      MarkLines.records(inLine: Data(several.utf8))?.map(\.value) == [
        .read(true), .starred(false), .note(nil),
      ])
    let hostile = "{\(good),\"note\":\"a\\u001b[2Jb\\u202e\\nc\"}"
    #expect(MarkLines.records(inLine: Data(hostile.utf8))?.map(\.value) == [.note("ab\nc")])
    let long = "{\(good),\"note\":\"\(String(repeating: "x", count: Mark.noteLimit + 1))\"}"
    for bad in [
      "", "{}", "[]", "null", "{\(good)", "{\(good),\"read\":1}", "{\(good),\"place\":1e400}", long,
      "{\(good),\"place\":\"7\"}", "{\"id\":\"\(id)\",\"headline\":\"\(headline)\",\"read\":true}",
      "{\(good.replacingOccurrences(of: "2026", with: "1969")),\"read\":true}",
      "{\(good.replacingOccurrences(of: "-02T", with: "-32T")),\"read\":true}",
      "{\(good.replacingOccurrences(of: "\(id)", with: "x")),\"read\":true}",
    ] {
      #expect(MarkLines.records(inLine: Data(bad.utf8)) == nil, "\(bad.prefix(100))")
    }
    #expect(MarkLines.records(inLine: Data("{\(good),\"place\":-5}".utf8))?.map(\.value) == [.place(0)])
  }

  @Test func filesAreReadAsFarAsTheyGo() throws {
    let path = folder.path + "/lines"
    let line = String(decoding: MarkLines.data(of: [MarkRecord(ferry, .read(true), time: 1)]), as: UTF8.self)
    let long = String(repeating: "x", count: 3 * MarkLines.lineLimit) + "\n"
    try (line + "nonsense\n\n" + long + line + line.dropLast(9)).write(
      toFile: path, atomically: true, encoding: .utf8)
    let reading = try MarkReading(path: path)
    #expect(reading.records.count == 2)
    #expect(reading.badLines == [2, 4, 6])
    for other in [folder.path, folder.path + "/missing", "/dev/zero"] {
      #expect(throws: MarkError.self) { try MarkReading(path: other) }
    }
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", 0), ("2024-02-29T23:59:59.999Z", 1_709_251_199_999),
    ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
  ]) func timesAreThoseOfTheCalendar(text: String, time: Int64) {
    #expect(MarkTime.text(time) == text)
    #expect(MarkTime.parse(text) == time)
    #expect(MarkTime.clamped(.max) == MarkTime.limit && MarkTime.clamped(.min) == 0)
    for bad in ["", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01 00:00:00Z", text + "Z"] {
      #expect(MarkTime.parse(bad) == nil)
    }
  }
}
