import Foundation
import Testing

@testable import Marks

/// Machines that agree through a folder.
@Suite struct MarkExchangeTests {
  let folder: Folder
  let ferry = story("Harbour council delays ferry vote")
  let museum = story("Museum reopens after flood")
  let sync: String

  init() throws {
    folder = try Folder()
    sync = folder.path + "/sync"
  }

  private func machine(_ name: String) throws -> MarkStore {
    try MarkStore(path: "\(folder.path)/\(name)/marks.sqlite")
  }

  private var files: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: sync).sorted() }
  }

  @Test func twoMachinesAgree() throws {
    let (one, other) = (try machine("a"), try machine("b"))
    try one.apply(.read(true), ferry)
    try other.apply(.starred(true), museum)
    #expect(try MarkExchange(folder: sync, store: one).run() == 0)
    #expect(try MarkExchange(folder: sync, store: other).run() == 1)
    #expect(try MarkExchange(folder: sync, store: one).run() == 1)
    for store in [one, other] {
      #expect(try store.mark(ferry) == Mark(read: true))
      #expect(try store.mark(museum) == Mark(starred: true))
    }
    try other.apply(.read(false), ferry)
    #expect(try MarkExchange(folder: sync, store: other).run() == 0)
    #expect(try MarkExchange(folder: sync, store: one).run() == 1)
    #expect(try one.mark(ferry) == Mark())
    #expect(try files.count == 2)
    #expect(try files.allSatisfy { $0.hasPrefix("broadsheet-marks-") && $0.hasSuffix(".jsonl") })
  }

  @Test func nothingNewWritesNothing() throws {
    let (one, other) = (try machine("a"), try machine("b"))
    try one.apply(.read(true), ferry)
    for _ in 1...2 { for store in [one, other] { try MarkExchange(folder: sync, store: store).run() } }
    let before = try files.map { MarkExchange.stamp(of: sync + "/" + $0) }
    for store in [one, other] { #expect(try MarkExchange(folder: sync, store: store).run() == 0) }
    #expect(try files.map { MarkExchange.stamp(of: sync + "/" + $0) } == before)
  }

  @Test func copiesOfConflictsAndHalvesAreTakenIn() throws {
    let (one, other) = (try machine("a"), try machine("b"))
    try one.apply(.read(true), ferry)
    try one.apply(.note("Ask"), museum)
    try MarkExchange(folder: sync, store: one).run()
    let name = try #require(try files.first)
    let data = try Data(contentsOf: URL(fileURLWithPath: sync + "/" + name))
    let copy = sync + "/" + name.replacingOccurrences(of: ".jsonl", with: ".sync-conflict-20261127.jsonl")
    unlink(sync + "/" + name)
    // Half of it has come so far.
    try data.prefix(data.count - 20).write(to: URL(fileURLWithPath: copy))
    #expect(try MarkExchange(folder: sync, store: other).run() == 1)
    #expect(try other.mark(ferry) == Mark(read: true))
    try data.write(to: URL(fileURLWithPath: copy))
    #expect(try MarkExchange(folder: sync, store: other).run() == 1)
    #expect(try other.mark(museum).note == "Ask")
  }

  @Test func anOwnFileThatWasChangedIsTakenInAndWrittenAnew() throws {
    let one = try machine("a")
    try one.apply(.read(true), ferry)
    try MarkExchange(folder: sync, store: one).run()
    let path = try sync + "/" + #require(try files.first)
    let foreign = MarkLines.data(of: [MarkRecord(museum, .starred(true), time: 5)])
    try foreign.write(to: URL(fileURLWithPath: path))
    #expect(try MarkExchange(folder: sync, store: one).run() == 1)
    #expect(try one.mark(museum).starred)
    #expect(try MarkReading(path: path).records == one.records())
  }

  @Test func aFolderThatCannotBeMadeIsTold() throws {
    let one = try machine("a")
    #expect(throws: MarkError.self) { try MarkExchange(folder: folder.path + "/no/such", store: one).run() }
    try Data().write(to: URL(fileURLWithPath: folder.path + "/file"))
    #expect(throws: MarkError.self) { try MarkExchange(folder: folder.path + "/file", store: one).run() }
  }

  @Test func aCopiedFolderIsAnotherMachine() throws {
    try machine("a").close()
    try FileManager.default.copyItem(atPath: folder.path + "/a", toPath: folder.path + "/b")
    #expect(MachineID(in: folder.path + "/a") == MachineID(in: folder.path + "/a"))
    #expect(MachineID(in: folder.path + "/a") != MachineID(in: folder.path + "/b"))
    try Data("nonsense".utf8).write(to: URL(fileURLWithPath: folder.path + "/b/machine"))
    #expect(MachineID(in: folder.path + "/b").description.count == 16)
  }
}
