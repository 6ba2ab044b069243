import Foundation
import Text

/// The terms of one document for an index: each term once, and again with a marker for its frequency and position.
///
/// An index without positions and counts is a tenth of the size of one that has them. The counts needed for ranking
/// (one, two or more, four or more, in the headline) are stored as separate terms: `harbour ²harbour †harbour`. A term
/// that is only in folded text is stored as nothing but `‡harbour`.
struct DocumentTerms {
  /// Markers for the frequency of a term, for terms in the headline, and for those only in folded text.
  enum Marker {
    case twice, fourTimes, inTitle, folded

    /// A prefix with which no word begins.
    var text: StaticString {
      switch self {
      case .twice: "²"
      case .fourTimes: "⁴"
      case .inTitle: "†"
      case .folded: "‡"
      }
    }
  }

  private var terms = TermTable()
  private var line: [UInt8] = []

  /// The document's line for the index, in UTF-8. Reuses all storage.
  mutating func line(
    title: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>
  ) -> Data {
    terms.removeAll()
    line.removeAll(keepingCapacity: true)
    add(title)
    let titleTerms = terms.count
    add(body)
    for number in 0..<terms.count {
      write(number, nil)
      if terms.occurrences(of: number) >= 2 { write(number, .twice) }
      if terms.occurrences(of: number) >= 4 { write(number, .fourTimes) }
      if number < titleTerms { write(number, .inTitle) }
    }
    let storyTerms = terms.count
    add(folded)
    for number in storyTerms..<terms.count { write(number, .folded) }
    return line.withUnsafeBytes { Data($0) }
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
    var terms = IndexTerms()
    Words.visit(text) { word in
      terms.add(word) { self.terms.add($0) }
    }
  }

  private mutating func write(_ number: Int, _ marker: Marker?) {
    if let marker { line.append(contentsOf: UnsafeBufferPointer(marker.text)) }
    terms.append(number, to: &line)
    line.append(0x20)
  }
}
