import Text

/// Splits a paragraph into sentences.
///
/// A sentence ends with `.`, `!`, `?`, `؟` or `…` before a space, with any closing quotation marks and
/// brackets, and with `。`, `！` or `？` anywhere. A full stop does not end a sentence after an initial or an
/// abbreviation, nor before a lower-case letter. After some abbreviations (`U.S.`, `a.m.`, `Inc.`) it does if
/// the next word usually begins a sentence.
public enum Sentences {
  /// The range of each sentence in bytes, without the spaces around it.
  public static func ranges(in paragraph: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var position = 0
    func add(_ end: Int) {
      let range = paragraph.trimmingSpaces(start..<end)
      if !range.isEmpty { sentences.append(range) }
      start = end
    }
    while let mark = SentenceMark.next(in: paragraph, from: position) {
      position = mark.range.upperBound
      if !mark.isFullStop || endsSentence(mark, of: paragraph, from: start) { add(mark.range.upperBound) }
    }
    add(paragraph.count)
    return sentences
  }

  /// The same for a string.
  public static func ranges(in paragraph: String) -> [Range<Int>] {
    var paragraph = paragraph
    return paragraph.withUTF8 { ranges(in: $0) }
  }

  private static func endsSentence(
    _ mark: SentenceMark, of paragraph: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Bool {
    let next = paragraph.endOfSpaces(from: mark.range.upperBound)
    guard next < paragraph.count else { return true }
    let following = paragraph.wordBehindQuotes(from: next)
    if !following.isEmpty, paragraph.scalar(at: following.lowerBound).scalar.isSmallLetter { return false }
    let before = paragraph.wordBeforeStop(mark.range.lowerBound, from: start)
    guard Abbreviations.isAbbreviation(paragraph, before) else { return true }
    return Abbreviations.mayEndSentence(paragraph, before) && Abbreviations.begins(paragraph, following)
  }
}

/// The signs that may end a sentence, with the quotation marks and brackets after them.
private struct SentenceMark {
  var range: Range<Int>
  /// Whether the first sign is a full stop, which does not always end a sentence.
  var isFullStop: Bool

  static func next(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> SentenceMark? {
    var position = start
    while position < text.count {
      let first = position
      while let length = text.stopLength(at: position) { position += length }
      if position > first {
        while let length = text.closingLength(at: position) { position += length }
        if position == text.count || text.spaceLength(at: position) != nil {
          return SentenceMark(range: first..<position, isFullStop: text[first] == UInt8(ascii: "."))
        }
        continue
      }
      while let length = text.wideStopLength(at: position) { position += length }
      if position > first {
        while let length = text.wideClosingLength(at: position) { position += length }
        return SentenceMark(range: first..<position, isFullStop: false)
      }
      position += 1
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isSmallLetter: Bool { value < 0x80 ? value &- 0x61 < 26 : properties.isLowercase }
}
