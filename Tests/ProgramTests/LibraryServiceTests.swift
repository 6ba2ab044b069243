import Dispatch
import Folders
import Foundation
import StoryLibrary
import Synchronization
import Testing

@testable import broadsheet

/// The library's owner, with pages on the disk and no screen.
struct LibraryServiceTests {
  /// What a service has published, in its order.
  private final class Published: Sendable {
    private let snapshots = Mutex<[LibrarySnapshot]>([])
    private let isThere = DispatchSemaphore(value: 0)

    var all: [LibrarySnapshot] { snapshots.withLock { $0 } }

    func receive(_ event: LibraryService.Event) {
      guard case .published(let snapshot) = event else { return }
      snapshots.withLock { $0.append(snapshot) }
      isThere.signal()
    }

    /// The first that something is true of, from now on; nil when none comes.
    func next(where isMeant: (LibrarySnapshot) -> Bool) -> LibrarySnapshot? {
      while isThere.wait(timeout: .now() + .seconds(20)) == .success {
        if let last = all.last, isMeant(last) { return last }
      }
      return nil
    }
  }

  private func service(on desk: ReaderDriver, for purpose: LibraryService.Purpose = .reading)
    -> (LibraryService, Published)
  {
    let published = Published()
    let catalogue = Catalogue(in: desk.home + "/cache", of: [desk.pages], program: .unknown)
    let service = LibraryService(paths: [desk.pages], catalogue: catalogue, for: purpose) {
      published.receive($0)
    }
    return (service, published)
  }

  private func desk(_ count: Int) throws -> ReaderDriver {
    try ReaderDriver((1...count).map { Article("Story number \($0)") })
  }

  /// The catalogue is replaced by another copy of the program between looking at it and looking at the folders: what is
  /// shown must not lack what only the other copy has shown.
  @Test func aCatalogueThatChangesMeanwhileHidesNoPage() throws {
    let desk = try desk(3)
    let (first, firstPublished) = service(on: desk)
    first.load()
    #expect(firstPublished.next { $0.load == .finished && $0.library.order.count == 3 } != nil)
    first.save()
    let (copy, published) = service(on: desk)
    #expect(copy.open()?.library.order.count == 3)
    try desk.add("late.txt", Article("A late story").text)
    let (other, _) = service(on: desk, for: .printing)
    _ = other.open()
    other.load()
    other.save()
    while other.snapshot.load != .finished { usleep(1_000) }
    other.save()
    copy.load()
    let found = published.next { $0.load == .finished }
    #expect(found?.library.order.count == 4)
    copy.save()
    let (last, _) = service(on: desk)
    #expect(last.open()?.library.order.count == 4, "nor must the poorer one be kept")
  }

  @Test func theEndOfAnEarlierLoadDoesNotEndTheNextOne() throws {
    let desk = try desk(20)
    let (service, published) = service(on: desk)
    service.load()
    service.reload()
    service.reload()
    let last = published.next { $0.load == .finished }
    #expect(last?.library.pageCount == 20)
    let loads = published.all.map(\.load)
    #expect(loads.filter { $0 == .finished }.count >= 1)
    #expect(
      !loads.contains { if case .stopped = $0 { true } else { false } },
      "those that were stopped are not told")
    let numbers = published.all.map(\.number)
    #expect(numbers == numbers.sorted())
  }

  @Test func aLoadThatIsStoppedSaysSo() throws {
    let desk = try desk(1)
    let (service, published) = service(on: desk)
    service.load()
    service.stopLoading()
    #expect(published.next { $0.load.progress == nil } != nil)
  }

  @Test func aCommandGetsOneSnapshotOfAll() throws {
    let desk = try desk(100)
    let (service, published) = service(on: desk, for: .printing)
    service.load()
    #expect(published.next { $0.load == .finished }?.library.order.count == 100)
    #expect(published.all.count == 1)
    let (second, _) = self.service(on: desk)
    #expect(second.open() == nil, "nothing is kept before the command asks for it")
    service.save()
    #expect(second.open()?.library.order.count == 100)
  }

  @Test func aDamagedCatalogueIsReadAnew() throws {
    let desk = try desk(2)
    let (first, firstPublished) = service(on: desk)
    first.load()
    #expect(firstPublished.next { $0.load == .finished && $0.library.order.count == 2 } != nil)
    first.save()
    let file = desk.home + "/cache/"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: file).first { $0.hasSuffix(".catalogue") })
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file + name))
    for place in stride(from: 4_096, to: bytes.count, by: 3) { bytes[place] ^= 0x5A }
    try bytes.write(to: URL(fileURLWithPath: file + name))
    let (second, published) = service(on: desk)
    guard let opened = second.open() else { return }
    second.load()
    let found = published.next { $0.load == .finished && $0.library.order.count == 2 }
    #expect(found != nil)
    #expect(found?.translation(from: opened) == nil)
  }

  @Test func aCatalogueThatIsCutOffWhileItIsReadIsReadAnew() throws {
    let desk = try desk(100)
    let (first, firstPublished) = service(on: desk)
    first.load()
    #expect(firstPublished.next { $0.load == .finished && $0.library.order.count == 100 } != nil)
    first.save()
    let folder = desk.home + "/cache/"
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".catalogue") })
    let (second, published) = service(on: desk)
    let opened = try #require(second.open())
    second.readAnewIfDamaged()
    #expect(truncate(folder + name, 4_096) == 0)
    for story in opened.library.order { _ = opened.library[story].title }
    #expect(opened.library.isDamaged)
    second.readAnewIfDamaged()
    let found = published.next { $0.load == .finished && $0.library.order.count == 100 }
    #expect(found?.library.isDamaged == false)
    #expect(found?.translation(from: opened) == nil)
  }
}
