import Foundation
import SeededNumbers
import StoryLibrary
import Testing
import Text

@testable import Search

/// An index, a look through the texts, and taking every text apart find the same.
struct AgreementTests {
  private static let words = [
    "fog", "Fog", "fóg", "FOG", "foghorn", "sea", "séa", "quay", "wall", "كتاب", "کتاب", "كِتاب", "図書", "図",
    "書館",
    "12", "١٢", "—", "“", "”", ",", ".", "-", "ab", "a", "\u{AD}", "\u{200B}", "ﬁsh", "fish", "É", "\u{301}",
    "\u{A0}",
  ]

  private static func text(_ count: Int, _ numbers: inout SeededNumbers) -> String {
    (0..<count).map { _ in
      words[Int.random(in: 0..<words.count, using: &numbers)] + (Bool.random(using: &numbers) ? " " : "")
    }.joined()
  }

  /// The fast way over bytes is the same as taking the text apart.
  @Test(arguments: UInt64(1)...300) func counts(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let text = Self.text(Int.random(in: 0...60, using: &numbers), &numbers)
    for word in ["fog", "sea", "a", "12", "fish", "e", "ab"] {
      var expected = 0
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        Words.visit(bytes) { if $0.bytes.elementsEqual(word.utf8) { expected += 1 } }
        let matcher = WordMatcher(SearchQuery(word))
        #expect(matcher.counts(in: bytes) == [expected], "\(word) in \(text)")
        if expected > 0 { #expect(matcher.mayMatch(bytes), "\(word) in \(text)") }
      }
      #expect(WordMatcher(SearchQuery(word)).ranges(in: text).count == expected)
    }
  }

  @Test(arguments: UInt64(1)...12) func indexAndTexts(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let folder = try PageFolder()
    for page in 0..<40 {
      try folder.write(
        "\(page).txt", title: Self.text(4, &numbers) + " \(page)", body: Self.text(80, &numbers))
    }
    folder.age()
    var library = folder.load()
    var builder = try IndexBuilder(library, index: folder.index)
    while try builder.step() {}
    #expect(try WordIndex(path: folder.index).stamps().count == 40)
    try expectAgreement(library, folder)

    // Some pages change, some come, and the index knows nothing of it yet.
    for page in 30..<50 {
      try folder.write(
        "\(page).txt", title: Self.text(4, &numbers) + " \(page)", body: Self.text(80, &numbers))
    }
    library = folder.load()
    try expectAgreement(library, folder)
    folder.age()
    library = folder.load()
    builder = try IndexBuilder(library, index: folder.index)
    #expect(builder.left > 0)
    while try builder.step() {}
    try expectAgreement(library, folder)
  }

  private func expectAgreement(_ library: Library, _ folder: PageFolder) throws {
    let index = try WordIndex(path: folder.index)
    for (query, isPrefix) in [
      ("fog", false), ("sea fog", false), ("كتاب", false), ("図書", false), ("図書館", false), ("図", false),
      ("\"quay wall\"", false), ("12 fish", false), ("nothing", false), ("e", false), ("Fog", false),
      ("FOG sea", false), ("\"Quay wall\"", false), ("fo", true), ("fog se", true), ("Fo", true),
      ("\"quay w", true),
      ("كت", true), ("図", true), ("1", true), ("sea f", true), ("a", true),
    ] {
      let query = SearchQuery(query, isPrefix: isPrefix)
      let found = StorySearch(query, in: library, index: index).run()
      let looked = StorySearch(query, in: library).run()
      let describe = { (stories: [FoundStory]) in
        stories.map { "\(library[$0.index].id) \($0.score)" }
      }
      #expect(describe(found) == describe(looked), "\(query)")
    }
  }
}
