import Foundation
import StoryLibrary
import Testing

@testable import Marks

/// Archived stories and labels: marks like the others.
@Suite struct ArchiveLabelTests {
  let folder: Folder
  let store: MarkStore
  let ferry = story("Harbour council delays ferry vote")
  let museum = story("Museum reopens after flood")

  init() throws {
    folder = try Folder()
    store = try MarkStore(path: folder.marks)
  }

  private func other(_ name: String) throws -> MarkStore {
    try MarkStore(path: "\(folder.path)/\(name)/marks.sqlite")
  }

  private func label(_ text: String) -> MarkChange.Kind { .labels(LabelChange(text)) }

  @Test func archivingIsAStep() throws {
    try store.apply(.read(true), ferry)
    let step = try store.apply(.archived(true), ferry, museum)
    #expect(step?.kind == .archived(true) && step?.count == 2)
    #expect(try store.mark(ferry) == Mark(read: true, archived: true))
    #expect(try store.apply(.archived(true), ferry) == nil)
    let table = try store.table()
    #expect(table.hasArchived && table.archivedTitles == [ferry.titleID, museum.titleID])
    #expect(try store.undo()?.kind == .archived(true))
    #expect(try store.mark(ferry) == Mark(read: true))
    #expect(try !store.table().hasArchived)
    #expect(try store.redo()?.count == 2)
    #expect(try store.mark(museum).archived)
  }

  @Test func labelsAreAddedAndRemoved() throws {
    #expect(try store.apply(label("Flood  rain,to-read"), ferry, museum)?.kind == .labelsAdded)
    #expect(try store.mark(ferry).labels == ["flood", "rain", "to-read"])
    let step = try store.apply(label("quay -flood"), ferry)
    #expect(step == MarkStep(kind: .labelsChanged, count: 1, story: ferry))
    #expect(try store.mark(ferry).labels == ["quay", "rain", "to-read"])
    #expect(try store.apply(label("-nosuch rain"), ferry) == nil, "it is so already")
    #expect(try store.table().labels.map(\.label) == ["rain", "to-read", "flood", "quay"])
    #expect(try store.undo()?.kind == .labelsChanged)
    #expect(try store.mark(ferry).labels == ["flood", "rain", "to-read"])
    #expect(try store.undo()?.count == 2)
    #expect(try store.mark(museum).labels == [])
    #expect(try store.table().labels.isEmpty)
    #expect(try store.redo()?.count == 2)
    #expect(try store.mark(museum).labels == ["flood", "rain", "to-read"])
  }

  @Test(
    arguments: [
      ("Flood", "flood"), ("  to read ", "to-read"), ("-x", "x"), ("a\"(b)|c", "a-b-c"), ("", nil),
      ("--", nil),
      (String(repeating: "é", count: 32), String(repeating: "é", count: 32)),
      (String(repeating: "é", count: 33), nil), ("a\u{1B}[1mb", "ab"),
    ] as [(String, String?)])
  func labelsAreWords(text: String, label: String?) { #expect(Label.normalized(text) == label) }

  /// A table that follows has what one that is made anew has.
  @Test func tablesFollow() throws {
    var table = try store.table()
    func follow() throws {
      table.apply(try store.changes(since: table.revision))
      let fresh = try store.table()
      for story in [ferry, museum] { #expect(table.mark(for: story) == fresh.mark(for: story)) }
      #expect(table.labels.map(\.label) == fresh.labels.map(\.label))
      #expect(table.hasArchived == fresh.hasArchived)
    }
    try store.apply(label("flood rain"), ferry)
    try follow()
    let revision = table.archiveRevision
    try store.apply(label("-rain"), ferry)
    try follow()
    #expect(table.archiveRevision == revision)
    try store.apply(.archived(true), museum)
    try follow()
    #expect(table.archiveRevision > revision)
    try store.apply(label("-flood"), ferry)
    try follow()
    #expect(try store.undo() != nil)
    try follow()
    #expect(table.mark(for: ferry).labels == ["flood"])
  }

  /// A story that was saved anew keeps both, and has one set of labels.
  @Test func aLaterVersionHasThem() throws {
    let before = copy("Ferry vote", nil)
    let after = copy("Ferry vote", "The Meridian")
    #expect(before.id != after.id)
    try store.apply(label("flood"), before)
    try store.apply(.archived(true), before)
    #expect(try store.mark(after).labels == ["flood"] && store.mark(after).archived)
    try store.apply(label("rain"), after)
    #expect(try store.mark(before).labels == ["flood", "rain"])
    try store.apply(label("-flood -rain"), after)
    #expect(try store.mark(before).labels == [] && store.mark(after).labels == [])
  }

  @Test func twoMachinesKeepBothLabels() throws {
    let (here, there) = (try other("here"), try other("there"))
    _ = try here.apply(MarkChange(label("flood"), [ferry]), at: 1_000)
    _ = try there.apply(MarkChange(label("rain"), [ferry]), at: 2_000)
    try here.merge(there.records())
    try there.merge(here.records())
    #expect(try here.mark(ferry).labels == ["flood", "rain"])
    #expect(try here.records() == there.records())
    _ = try there.apply(MarkChange(label("-flood"), [ferry]), at: 3_000)
    _ = try there.apply(MarkChange(.archived(true), [ferry]), at: 3_000)
    #expect(try here.merge(there.records()) == 2)
    #expect(try here.mark(ferry) == Mark(archived: true, labels: ["rain"]))
    // What was changed elsewhere is not undone here.
    #expect(try here.undo() != nil)
    #expect(try here.mark(ferry).labels == ["rain"])
  }

  @Test func theyAreLinesOfAnExport() throws {
    _ = try store.apply(MarkChange(label("flood"), [ferry]), at: 1_000)
    _ = try store.apply(MarkChange(label("-flood"), [ferry]), at: 2_000)
    _ = try store.apply(MarkChange(.archived(true), [ferry]), at: 3_000)
    let data = MarkLines.data(of: try store.records())
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasSuffix(#""label":"flood","added":false}"#))
    #expect(lines[1].hasSuffix(#""archived":true}"#))
    #expect(try lines.flatMap { try #require(MarkLines.records(inLine: Data($0.utf8))) } == store.records())
  }

  /// Lines of programs that know less, and more.
  @Test func otherVersionsLinesAreRead() throws {
    let head = #"{"time":"2025-11-27T18:28:32.000Z","id":"\#(ferry.id)","headline":"\#(ferry.titleID)""#
    func records(_ rest: String) -> [MarkRecord.Value]? {
      MarkLines.records(inLine: Data((head + rest).utf8))?.map(\.value)
    }
    #expect(records(#","read":true}"#) == [.read(true)])
    #expect(records(#","read":true,"mood":{"of":["somebody"]}}"#) == [.read(true)])
    #expect(records(#","colour":"green"}"#) == [])
    #expect(records(#","label":"Flood Rain"}"#) == [.label("flood-rain", true)])
    #expect(records(#","label":"\#(String(repeating: "x", count: 65))"}"#) == nil)
  }

  /// The version that was read goes along: another machine knows that the page has changed since.
  @Test func whichVersionWasReadIsExported() throws {
    let there = try other("there")
    let shown = copy("Ferry vote")
    let first = StoryIdentity(id: shown.id, headline: shown.headline, text: shown.text, isOwnText: true)
    try store.apply(.read(true), first)
    try there.merge(
      String(decoding: MarkLines.data(of: store.records()), as: UTF8.self).split(separator: "\n")
        .flatMap { try #require(MarkLines.records(inLine: Data($0.utf8))) })
    #expect(first.version != 0)
    #expect(try there.records().map(\.seen) == [first.version])
    #expect(try there.records() == store.records())
  }

  /// The database of the version before, in the middle of its history.
  @Test(arguments: EarlierVersion.allCases) func earlierDatabasesGetThem(version: EarlierVersion) throws {
    let path = folder.path + "/earlier.sqlite"
    try version.write(to: path, stories: [ferry, museum])
    let store = try MarkStore(path: path)
    try store.apply(.archived(true), ferry)
    #expect(try store.mark(ferry).archived && store.mark(ferry).read && store.mark(ferry).starred)
    #expect(try store.undo() != nil)
    #expect(try !store.mark(ferry).archived && store.mark(ferry).starred)
    #expect(try store.undo()?.kind == .starred(true))
    #expect(try store.undo()?.kind == .read(true))
    #expect(try !store.mark(ferry).read)
    try store.apply(.archived(true), ferry)
    #expect(try store.mark(ferry).archived)
  }

  /// A change copies as many entries as stand beside the changed one, not all: other threads hold copies of the table.
  @Test func aChangeCopiesLittle() throws {
    var table = MarkTable(stories(20_000).map { ($0, Mark(read: true, note: "x")) })
    let before = table.copiedCount
    let held = table
    try store.apply(.read(true), ferry)
    var update = try store.changes(since: 0)
    update.isWhole = false
    table.apply(update)
    #expect(table.isRead(ferry) && !held.isRead(ferry))
    #expect(table.copiedCount - before < 1_000)
    #expect(table.copiedCount > before)
  }
}
