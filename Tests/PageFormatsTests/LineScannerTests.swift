import Testing

@testable import PageFormats

@Suite struct LineScannerTests {
  /// What one line is found to be, and how many stems it has.
  private func scan(_ text: String) -> DumpLine {
    var line = DumpLine(start: 0, end: Int32(text.utf8.count))
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = LineScanner(bytes)
      _ = scanner.scan(&line)
    }
    return line
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
    #expect(scan("harbour Harbours HARBOURMASTER").stemCount == 1)
    #expect(scan("harbo99 harbour").stemCount == 1)
    #expect(scan("the of a").stemCount == 0)
    #expect(scan("Гавань гаванью").stemCount == 1)
    #expect(scan("港湾管理").stemCount == 3)
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
