import Foundation
import Text

/// The number of texts that contain each term: the more texts have a term, the less it says about one of
/// them.
public struct TermWeights: Sendable {
  private var textCounts: [UInt64: Int32] = [:]
  private var texts: Int

  /// - Parameter otherTexts: the number of texts assumed to have none of the terms. With few texts, a term
  ///   that all of them have then still has a weight.
  public init(otherTexts: Int = 0) { texts = otherTexts }

  /// The number of texts counted, including the assumed ones.
  public var textCount: Int { texts }

  /// Counts a text.
  public mutating func add(_ paragraphs: [String]) {
    var terms: Set<UInt64> = []
    for paragraph in paragraphs { Terms.visit(paragraph) { terms.insert($0.hash) } }
    for term in terms { textCounts[term, default: 0] += 1 }
    texts += 1
  }

  /// The logarithmic inverse document frequency of a term.
  func weight(_ term: UInt64) -> Double {
    log(Double(texts + 1) / (Double(textCounts[term] ?? 0) + 0.5))
  }
}
