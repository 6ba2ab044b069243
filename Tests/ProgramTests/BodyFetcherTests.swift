import Foundation
import Reader
import StoryLibrary
import Testing

@testable import broadsheet

/// Texts that are read before they are needed. Their files are removed to see which were.
struct BodyFetcherTests {
  private let desk: ReaderDriver
  private let snapshot: LibrarySnapshot
  private let stories: [StoryIndex]
  private let fetcher = BodyFetcher(inbox: Inbox())

  init() throws {
    desk = try ReaderDriver(["Fog", "Rain", "Wind", "Snow"].map { Article($0) })
    let catalogue = Catalogue(in: desk.home + "/cache", of: [desk.pages], program: .unknown)
    let service = LibraryService(paths: [desk.pages], catalogue: catalogue, for: .printing) { _ in }
    service.load()
    while service.snapshot.load != .finished { usleep(1_000) }
    snapshot = service.snapshot
    stories = Array(snapshot.library.order)
  }

  private func isRead(_ number: Int) throws -> Bool {
    let location = try #require(snapshot.library.bodyLocation(of: stories[number]))
    guard case .answered(.body, _) = fetcher.fetch(stories[number], at: location, in: snapshot.number) else {
      return false
    }
    return true
  }

  /// Fetches a text, which is read after those that were requested before.
  private func removePages(after last: Int) throws {
    #expect(try isRead(last))
    try FileManager.default.removeItem(atPath: desk.pages)
  }

  @Test func readsAhead() throws {
    fetcher.readAhead([stories[0], stories[1]], in: snapshot)
    try removePages(after: 3)
    #expect(try isRead(0) && isRead(1) && isRead(0))
    #expect(try !isRead(2))
  }

  @Test func forgetsWhatMayHaveChanged() throws {
    fetcher.readAhead([stories[0]], in: snapshot)
    try removePages(after: 3)
    fetcher.forget()
    #expect(try !isRead(0))
  }

  @Test func keepsTheShownTextAndThoseBesideIt() throws {
    fetcher.readAhead([stories[0], stories[1]], in: snapshot)
    #expect(try isRead(3) && isRead(0))
    fetcher.readAhead([stories[2]], in: snapshot)
    try removePages(after: 3)
    #expect(try isRead(2) && isRead(0) && !isRead(1))
  }

  @Test func doesNotReadLargePagesAhead() throws {
    let location = try #require(snapshot.library.bodyLocation(of: stories[0]))
    let page = try String(contentsOfFile: location.path, encoding: .utf8)
    try (page + String(repeating: "\n", count: 1 << 20)).write(
      toFile: location.path, atomically: false, encoding: .utf8)
    fetcher.readAhead([stories[0]], in: snapshot)
    try removePages(after: 3)
    #expect(try !isRead(0))
  }
}
