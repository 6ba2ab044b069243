import SeededNumbers
import Testing

@testable import StoryLibrary

/// Letters are found eight bytes at a time; here they are found one by one.
struct SketchLettersTests {
  private static let pieces = [
    "a", "Z", "0", "9", "harbour", "The", " ", "  ", ".", "\n", "-", "`", "{", "@", "[", "/", ":", "\u{10}",
    "\u{19}",
    "é", "“", "”", "—", "\u{A0}", "。", "霧の港", "й",
  ]

  private func letters(_ text: [UInt8], _ range: Range<Int>) -> (letters: [UInt8], wordStarts: [UInt16]) {
    text.withUnsafeBufferPointer { text in
      SketchLetters.read(text, range) { (Array($0.letters), Array($0.wordStarts)) }
    }
  }

  private func lettersOneByOne(
    _ text: [UInt8], _ range: Range<Int>
  ) -> (letters: [UInt8], wordStarts: [UInt16]) {
    var (letters, starts): ([UInt8], [UInt16]) = ([], [])
    var isInWord = false
    for index in range {
      let letter = text.withUnsafeBufferPointer { SketchLetter.folded($0, at: index) }
      if letter != 0, !isInWord { starts.append(UInt16(letters.count)) }
      if letter != 0 { letters.append(letter) }
      isInWord = letter != 0
    }
    return (letters, starts)
  }

  @Test func asOneByOne() {
    var numbers = SeededNumbers(seed: 11)
    for length in 0..<300 {
      let words = (0..<length).compactMap { _ in SketchLettersTests.pieces.randomElement(using: &numbers) }
      let text = Array(words.joined().utf8)
      let start = Int.random(in: 0...text.count / 2, using: &numbers)
      for range in [0..<text.count, start..<text.count] {
        let (found, expected) = (letters(text, range), lettersOneByOne(text, range))
        #expect(found.letters == expected.letters)
        #expect(found.wordStarts == expected.wordStarts)
      }
    }
  }

  @Test func everyASCIICharacter() {
    for byte in UInt8(0)..<0x80 {
      let text = Array("ab".utf8) + [byte] + Array("CDEFgh1".utf8)
      #expect(letters(text, 0..<text.count).letters == lettersOneByOne(text, 0..<text.count).letters)
    }
  }
}
