import Text

/// A story's headline and paragraphs, divided into sentences, from which its digest is made.
struct DigestedText {
  struct Sentence {
    /// Nil for the headline.
    let paragraph: Int?
    /// In bytes of the paragraph.
    let range: Range<Int>
  }

  /// The most bytes of a story that are analysed; news stories are not longer.
  static let longest = 1 << 20

  let title: [UInt8]
  private(set) var paragraphs: [[UInt8]] = []
  /// The sentences of the headline, then those of the paragraphs.
  private(set) var sentences: [Sentence] = []
  /// Whether there is more text than was analysed.
  private(set) var isCut = false

  init(title: String, paragraphs texts: [String]) {
    self.title = Array(title.utf8.prefix(DigestedText.longest))
    addSentences(of: self.title, paragraph: nil)
    var rest = DigestedText.longest
    for text in texts {
      if text.utf8.count > rest { isCut = true }
      let paragraph = Array(text.utf8.prefix(rest))
      rest -= paragraph.count
      paragraphs.append(paragraph)
      addSentences(of: paragraph, paragraph: paragraphs.count - 1)
    }
  }

  private mutating func addSentences(of text: [UInt8], paragraph: Int?) {
    text.withUnsafeBufferPointer { bytes in
      for range in Sentences.ranges(in: bytes) {
        sentences.append(Sentence(paragraph: paragraph, range: range))
      }
    }
  }

  /// Calls a closure with the bytes of a sentence.
  func withBytes<Result>(of sentence: Sentence, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let text = sentence.paragraph.map { paragraphs[$0] } ?? title
    return text.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[sentence.range])) }
  }

  /// A passage of a sentence, from a range of its bytes.
  func passage(_ range: Range<Int>, of sentence: Sentence) -> Passage {
    let text = withBytes(of: sentence) { String(decoding: $0[range], as: UTF8.self) }
    let start = sentence.range.lowerBound
    return Passage(
      text: text, paragraph: sentence.paragraph, range: start + range.lowerBound..<start + range.upperBound)
  }
}

/// A piece of a story's text, and its position.
public struct Passage: Hashable, Sendable {
  /// Its text.
  public let text: String
  /// The number of its paragraph, from 0; nil in the headline.
  public let paragraph: Int?
  /// In bytes of the paragraph or the headline.
  public let range: Range<Int>
}
