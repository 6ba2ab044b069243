import Text

/// How much of a story a reader already knows from other stories. Compared by terms; rare terms count more.
public struct Novelty {
  /// A paragraph of a story.
  public struct Paragraph: Hashable, Sendable {
    /// Its text.
    public let text: String
    /// How much of it has been read, from 0 to 1.
    public let known: Double
    /// The number of its words.
    public let words: Int
  }

  /// Shorter paragraphs say nothing on their own.
  static let fewestWords = 4
  /// The number of other texts assumed: with few texts, every term would seem frequent.
  private static let otherTexts = 50

  private let weights: TermWeights
  private var read: Set<UInt64> = []

  /// - Parameters:
  ///   - read: the paragraphs of each story that has been read.
  ///   - others: the paragraphs of each story to be compared.
  public init(read: [[String]], others: [[String]]) {
    var weights = TermWeights(otherTexts: Novelty.otherTexts)
    for paragraphs in read + others { weights.add(paragraphs) }
    self.weights = weights
    for paragraph in read.joined() { Terms.visit(paragraph) { self.read.insert($0.hash) } }
  }

  /// The paragraphs of a story that have enough words.
  public func paragraphs(of paragraphs: [String]) -> [Paragraph] {
    paragraphs.compactMap { paragraph in
      var words = 0
      Tokens.visit(paragraph) { _ in words += 1 }
      return words < Novelty.fewestWords
        ? nil : Paragraph(text: paragraph, known: known(paragraph), words: words)
    }
  }

  /// How much of a whole story is known, by words.
  public static func known(_ paragraphs: [Paragraph]) -> Double {
    let words = paragraphs.reduce(0) { $0 + $1.words }
    return paragraphs.reduce(0) { $0 + $1.known * Double($1.words) } / Double(max(1, words))
  }

  private func known(_ paragraph: String) -> Double {
    var terms: [UInt64: Double] = [:]
    Terms.visit(paragraph) { term in
      if terms[term.hash] == nil { terms[term.hash] = weights.weight(term.hash) }
    }
    let all = terms.sorted { $0.key < $1.key }
    let total = all.reduce(0) { $0 + $1.value }
    guard total > 0 else { return 1 }
    return all.reduce(0) { read.contains($1.key) ? $0 + $1.value : $0 } / total
  }
}
