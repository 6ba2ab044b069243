import Captures
import SavedPages
import Testing

/// Web archives: many pages in one file, found again by their places.
struct ArchiveTests {
  private static func page(_ number: Int) -> [UInt8] {
    Array("<html><h1>Story \(number)</h1><p>Fog \(number).".utf8)
  }

  private static func record(_ number: Int) -> [UInt8] {
    ArchiveFile.record(
      "response", ArchiveFile.answer(page(number)), address: "https://lantern.example/\(number)")
  }

  private static let plain = (0..<40).flatMap { record($0) }
  private static let members = (0..<40).flatMap { Gzip.compress(record($0)) }
  private static let oneMember = Gzip.compress(plain)

  @Test(arguments: [plain, members, oneMember])
  func eachPageIsFoundAgain(archive: [UInt8]) {
    let pages = Captured.pages(archive).pages
    #expect(pages.map(\.bytes) == (0..<40).map { ArchiveTests.page($0) })
    #expect(pages.map(\.address) == (0..<40).map { "https://lantern.example/\($0)" })
    #expect(Set(pages.map(\.place)).count == 40)
    for page in pages {
      #expect(Captured.pages(archive, from: page.place).pages.first == page)
      #expect(CapturePlace(name: page.place.name) == page.place)
    }
  }

  @Test func placesOfCompressedRecords() {
    #expect(Captured.pages(ArchiveTests.members).pages.allSatisfy { $0.place.skip == 0 })
    #expect(Captured.pages(ArchiveTests.oneMember).pages.allSatisfy { $0.place.offset == 0 })
    #expect(CapturePlace(offset: 0, skip: 7).name == "0+7")
    for name in ["", "+", "1+", "x", "-1", "1+2+3", "99999999999999999999"] {
      #expect(CapturePlace(name: name) == nil)
    }
  }

  /// Damage costs the record it is in.
  @Test(arguments: [plain, members])
  func damagedRecord(archive: [UInt8]) throws {
    let places = Captured.pages(archive).pages.map { Int($0.place.offset) }
    var damaged = archive
    for index in places[10] + 12..<places[10] + 60 { damaged[index] = 0x58 }
    let pages = Captured.pages(damaged).pages
    #expect(pages.count >= 38)
    #expect(pages.last?.bytes == ArchiveTests.page(39))
  }

  @Test func onlyGoodAnswersWithTexts() {
    let others: [[UInt8]] = [
      ArchiveFile.answer(ArchiveTests.page(1), status: "404 Not Found"),
      ArchiveFile.answer(ArchiveTests.page(1), status: "301 Moved Permanently"),
      ArchiveFile.answer(ArchiveTests.page(1), contentType: "application/json"),
      Array("no answer at all".utf8), [],
    ]
    let archive =
      others.flatMap { ArchiveFile.record("response", $0, address: "https://lantern.example/x") }
      + ArchiveFile.record(
        "revisit", ArchiveFile.answer(ArchiveTests.page(2)), address: "https://lantern.example/y")
      + ArchiveFile.record(
        "response", ArchiveFile.answer(Array("User-agent: *".utf8), contentType: "text/plain"),
        address: "https://lantern.example/robots.txt")
      + ArchiveTests.record(3)
    let found = Captured.pages(archive)
    #expect(found.pages.map(\.bytes) == [ArchiveTests.page(3)])
    #expect(found.skipped == [.failed: 2, .otherFormat: 1, .revisit: 1])
  }

  /// A crawler that saved headers alone saved no pages, which must not go unnoticed.
  @Test(arguments: ["", " \r\n\r\n"])
  func emptyContent(content: String) {
    let empty = Array(content.utf8)
    let archive =
      ArchiveFile.record("response", ArchiveFile.answer(empty), address: "https://lantern.example/1")
      + ArchiveFile.record(
        "response", ArchiveFile.answer(ArchiveFile.chunked(empty), fields: ["Transfer-Encoding: chunked"]),
        address: "https://lantern.example/2")
      + ArchiveFile.record("conversion", empty, contentType: "text/plain") + ArchiveTests.record(3)
    let found = Captured.pages(archive)
    #expect(found.pages.map(\.bytes) == [ArchiveTests.page(3)])
    #expect(found.skipped == [.empty: 3])
  }

  @Test func whatIsTooLongIsSkipped() {
    let header =
      "WARC/1.1\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: 99000000\r\n\r\nFog"
    #expect(Captured.pages(Array(header.utf8)).skipped == [.tooLong: 1])
  }

  @Test func resourcesAndTexts() {
    let archive =
      ArchiveFile.record("resource", ArchiveTests.page(1), address: "file:///a", contentType: "text/html")
      + ArchiveFile.record(
        "conversion", Array("Fog".utf8), address: "https://b.example/", contentType: "text/plain")
      + ArchiveFile.record("metadata", Array("Fog".utf8), contentType: "text/plain")
    #expect(Captured.pages(archive).pages.map(\.format) == [.html, .text])
  }

  /// Archives have content packed as it was sent, or unpacked with the fields as they were.
  @Test(arguments: ["gzip", "deflate", "identity", "br"], [true, false])
  func contentEncodings(encoding: String, isPacked: Bool) {
    let page = ArchiveTests.page(7)
    let packed = isPacked && encoding != "identity" ? Gzip.compress(page) : page
    let answer = ArchiveFile.answer(
      ArchiveFile.chunked(packed), fields: ["Content-Encoding: \(encoding)", "Transfer-Encoding: chunked"])
    let found = Captured.pages(ArchiveFile.record("response", answer, address: "https://lantern.example/7"))
    let isUnknown = encoding == "br" && isPacked
    #expect(found.pages.map(\.bytes) == (isUnknown ? [] : [page]))
    #expect(found.skipped == (isUnknown ? [.undecodable: 1] : [:]))
  }

  /// 64 MiB is the limit of a page, however small it is packed.
  @Test func bombs() {
    let zeros = Gzip.compress([UInt8](repeating: 0x20, count: 65 << 20))
    let answer = ArchiveFile.answer(zeros, fields: ["Content-Encoding: gzip"])
    let archive =
      ArchiveFile.record("response", answer, address: "https://lantern.example/") + ArchiveTests.record(1)
    let found = Captured.pages(archive)
    #expect(found.pages.map(\.bytes) == [ArchiveTests.page(1)])
    #expect(found.skipped == [.undecodable: 1])
  }

  /// A header may claim anything.
  @Test(arguments: ["99999999999999999999", "9223372036854775807", "-5", "67000000", "x"])
  func lengthsThatAreNone(length: String) {
    let header =
      "WARC/1.1\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\nContent-Length: \(length)\r\n\r\nFog"
    #expect(Captured.pages(Array(header.utf8)).pages.count <= 1)
    let other = "WARC/1.1\r\nWARC-Type: request\r\nContent-Length: \(length)\r\n\r\n\r\n\r\n"
    #expect(Captured.pages(Array(other.utf8) + ArchiveTests.record(1)).pages.count <= 1)
  }

  /// Memory and time are those of what is read: an archive of noise is gone through once.
  @Test func noiseIsReadOnce() {
    for noise in [
      [UInt8](repeating: 0x0A, count: 1 << 18), [UInt8](repeating: 0x57, count: 1 << 18),
      [[UInt8]](repeating: [0x1F, 0x8B, 0x08], count: 1 << 16).flatMap { $0 },
      [[UInt8]](repeating: Array("WARC/".utf8), count: 1 << 15).flatMap { $0 },
      [[UInt8]](repeating: Array("WARC/1.0\r\n".utf8), count: 1 << 14).flatMap { $0 },
    ] {
      var count = 0
      var reader = WARCReader { space, offset in
        guard offset < noise.count else { return 0 }
        let piece = noise[Int(offset)...].prefix(space.count)
        space.copyBytes(from: piece)
        count += piece.count
        return piece.count
      }
      #expect(!reader.next { _ in })
      #expect(count <= noise.count)
    }
  }
}
