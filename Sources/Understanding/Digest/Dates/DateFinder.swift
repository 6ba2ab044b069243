public import PageFormats
import Text

/// Finds the dates in an English text.
///
/// Only English: month names and words such as `yesterday` differ in other languages, whose texts yield
/// little but ISO dates and years.
public struct DateFinder {
  private let day: StoryDay

  /// - Parameter day: the day the text was written, from which `yesterday` and omitted years are resolved.
  public init(writtenOn day: CivilDate) { self.day = StoryDay(date: day) }

  /// The dates in a sentence, in order and without overlaps.
  public func dates(in sentence: UnsafeBufferPointer<UInt8>) -> [NamedDate] {
    let sentence = DateSentence(sentence)
    guard sentence.mayNameDates else { return [] }
    var isUsed = [Bool](repeating: false, count: sentence.tokens.count)
    var dates: [NamedDate] = []
    for rule in DateRules.all {
      var token = 0
      while token < sentence.tokens.count {
        var cursor = DateCursor(sentence, at: token)
        guard !isUsed[token], let outcome = rule(&cursor, day),
          !isUsed[token..<cursor.token].contains(true)
        else {
          token += 1
          continue
        }
        for used in token..<cursor.token { isUsed[used] = true }
        if case .date(let value) = outcome {
          dates.append(NamedDate(value: value, range: cursor.start..<cursor.position))
        }
        token = cursor.token
      }
    }
    return dates.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
