import Testing

@testable import PageFormats

@Suite struct LineScannerTests {
  /// What one line is found to be.
  private func scan(_ text: String) -> DumpLine {
    var line = DumpLine(start: 0, end: Int32(text.utf8.count))
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      _ = [UInt32](unsafeUninitializedCapacity: LineScanner.mostStems(in: bytes)) { stems, _ in
        var scanner = LineScanner(bytes, stems: stems)
        _ = scanner.scan(&line)
      }
    }
    return line
  }

  /// The number of distinct stems of each line.
  private func stemCounts(_ text: String) -> [Int] {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      let lines = DumpLines(bytes, DumpRows(bytes))
      return (0..<lines.count).map { lines.stems(of: $0).count }
    }
  }

  /// Words of eight letters and more are read in pieces; what they are must not depend on where one ends.
  @Test(
    arguments: [
      "newsletter", "newsletters", "subscribe", "advertisement", "Sign up", "sign-in", "(c) Herald",
      "Télé © 4",
    ])
  func furniture(words: String) {
    #expect(scan(words).traits.contains(.furniture))
    #expect(scan("All of " + words.uppercased() + " there").traits.contains(.furniture))
  }

  @Test(arguments: ["newsletterly", "newslett", "signs up", "advert", "a (b) c", "Harbour"])
  func noFurniture(words: String) { #expect(!scan(words).traits.contains(.furniture)) }

  @Test func linesThatDifferInNumbersAndCaseAreOne() {
    #expect(scan("Harbourmaster 12 of 1999").key == scan("HARBOURMASTER 34, of 2024!").key)
    #expect(scan("Harbourmaster").key != scan("Harbourmasters").key)
    #expect(scan("harbour master").key != scan("harbourmaster").key)
    #expect(scan("Ärger und Öl").key == scan("ärger und öl").key)
  }

  @Test func aStemCountsOnceALine() {
    #expect(stemCounts("harbour Harbours HARBOURMASTER") == [1])
    #expect(stemCounts("harbo99 harbour") == [1])
    #expect(stemCounts("the of a") == [0])
    #expect(stemCounts("Гавань гаванью") == [1])
    #expect(stemCounts("港湾管理") == [3])
  }

  /// A stem that occurs twice at the end of a line counts again on the next one.
  @Test func aStemCountsOnEachLine() {
    #expect(stemCounts("pier harbour harbours\nharbour\nharbour pier quay") == [2, 1, 3])
  }

  /// Each stem has a place of its own, however many there are.
  @Test func aTextMayHaveManyStems() {
    let words = (0..<3_000).map { number in
      String(decoding: (0..<5).map { UInt8(ascii: "a") + UInt8(number >> (2 * $0) & 25) }, as: UTF8.self)
    }
    #expect(stemCounts(words.joined(separator: " ")) == [Set(words).count])
  }

  @Test func sizesAreInLetters() {
    #expect(scan("naïve café").size == 10)
    #expect(scan("港湾").size == 6)
    #expect(scan("“Yes…” – no").size == 11)
  }

  @Test(arguments: ["Читайте также", "ЧИТАЙТЕ", "читайте", "À lire", "Read more", "WATCH", "Share: 12"])
  func interruptsAStory(line: String) { #expect(scan(line).traits.contains(.between)) }

  @Test(arguments: ["Watchman of the pier", "Shares fell", "Éclair"])
  func isNoInterruption(line: String) { #expect(!scan(line).traits.contains(.between)) }

  @Test(arguments: [
    "12 Comments", "Leave a reply", "Most read", "Kommentare (3)", "Tags: pier", "КОММЕНТАРИИ", "© 2024",
  ])
  func isBelowStories(line: String) { #expect(scan(line).traits.contains(.after)) }

  @Test(arguments: ["Commentator", "12 of them", "Tagged", "No pier"])
  func isNotBelowStories(line: String) { #expect(!scan(line).traits.contains(.after)) }

  @Test(arguments: ["The pier is closed… Read more", "And then..."])
  func breaksOff(line: String) { #expect(scan(line).traits.contains(.teases)) }
}
