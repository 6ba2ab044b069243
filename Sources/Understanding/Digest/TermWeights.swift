import Foundation
import Text

/// In how many texts each term stands: what a term says of a text is the less, the more texts have it.
public struct TermWeights: Sendable {
  private var textCounts: [UInt64: Int32] = [:]
  private var texts: Int

  /// - Parameter otherTexts: how many texts are taken to have none of the terms. Where few texts are counted, a term of
  ///   all of them still says something.
  public init(otherTexts: Int = 0) { texts = otherTexts }

  /// How many texts were counted, with the other ones.
  public var textCount: Int { texts }

  /// Counts a text.
  public mutating func add(_ paragraphs: [String]) {
    var terms: Set<UInt64> = []
    for paragraph in paragraphs { Terms.visit(paragraph) { terms.insert($0.hash) } }
    for term in terms { textCounts[term, default: 0] += 1 }
    texts += 1
  }

  /// The inverse document frequency of a term, a logarithm.
  func weight(_ term: UInt64) -> Double {
    log(Double(texts + 1) / (Double(textCounts[term] ?? 0) + 0.5))
  }
}
