import Foundation
import Text

/// Chooses the sentences that say most about a story's subject: those most similar to the whole story and its
/// headline. Early sentences are preferred, and no two chosen sentences are alike.
///
/// Based on the centroid method of Radev et al. (2004) and the maximal marginal relevance of Carbonell and
/// Goldstein (1998). The numbers were learned from news stories and their summaries.
struct KeySentences {
  private static let count = 3
  private static let titleWeight = 0.3
  private static let placeWeight = 1.2
  /// The number of sentences after which the weight of a position is halved.
  private static let halfPlace = 2.0
  /// The penalty for a sentence that is like a chosen one.
  private static let likeness = 0.2
  /// A sentence this similar to a chosen one repeats it.
  private static let same = 0.999
  /// With fewer texts, the rarity of terms is unknown.
  private static let fewestTexts = 20

  private let text: DigestedText
  private let sentences: [DigestedText.Sentence]
  private let vectors: [[Weight]]
  private let wordCounts: [Int]
  private let terms: Int
  private let title: [Weight]
  /// The centroid of the whole story.
  private let centroid: [Weight]

  /// A term, by its number in this story, and its weight in a sentence.
  private struct Weight {
    let term: Int
    let value: Double
  }

  init(_ text: DigestedText, _ weights: TermWeights) {
    self.text = text
    let body = text.sentences.filter { $0.paragraph != nil }
    sentences = body.isEmpty ? text.sentences : body
    var numbers = TermNumbers(weights: weights.textCount > KeySentences.fewestTexts ? weights : nil)
    let counted = sentences.map { sentence in text.withBytes(of: sentence) { numbers.counts(of: $0) } }
    let titleTerms = text.title.withUnsafeBufferPointer { numbers.counts(of: $0) }.terms
    vectors = counted.map { numbers.vector($0.terms) }
    wordCounts = counted.map(\.words)
    title = numbers.vector(titleTerms)
    centroid = numbers.vector(numbers.sum(counted.map(\.terms)))
    terms = numbers.count
  }

  /// The chosen sentences in the order of the text.
  func chosen() -> [Passage] {
    let scores = scores()
    var left = Set(sentences.indices)
    var chosen: [Int] = []
    var likest = [Double](repeating: 0, count: sentences.count)
    while chosen.count < KeySentences.count, let best = best(of: left, scores, likest) {
      left.remove(best)
      chosen.append(best)
      let dense = dense(vectors[best])
      for index in left { likest[index] = max(likest[index], KeySentences.product(vectors[index], dense)) }
      left = left.filter { likest[$0] < KeySentences.same }
    }
    return chosen.sorted().map { index in
      text.passage(0..<sentences[index].range.count, of: sentences[index])
    }
  }

  private func best(of left: Set<Int>, _ scores: [Double], _ likest: [Double]) -> Int? {
    func value(_ index: Int) -> Double { scores[index] - KeySentences.likeness * likest[index] }
    return left.max { (value($0), $1) < (value($1), $0) }
  }

  private func scores() -> [Double] {
    let (story, headline) = (dense(centroid), dense(title))
    return sentences.indices.map { index in
      KeySentences.product(vectors[index], story)
        + KeySentences.titleWeight * KeySentences.product(vectors[index], headline)
        + KeySentences.placeWeight / (1 + Double(index) / KeySentences.halfPlace)
        - shortcoming(index)
    }
  }

  /// Bylines and headings are not sentences; questions and quotations say less than statements.
  private func shortcoming(_ index: Int) -> Double {
    let words = wordCounts[index]
    var loss = words > 45 ? 0.05 : words < 8 ? (words > 5 ? 0.25 : 2) : 0
    text.withBytes(of: sentences[index]) { bytes in
      if bytes.last == UInt8(ascii: "?") { loss += 0.1 }
      if bytes.first == UInt8(ascii: "\"") || bytes.hasPrefix("“") { loss += 0.08 }
    }
    return loss
  }

  private func dense(_ vector: [Weight]) -> [Double] {
    var dense = [Double](repeating: 0, count: terms)
    for weight in vector { dense[weight.term] = weight.value }
    return dense
  }

  private static func product(_ vector: [Weight], _ dense: [Double]) -> Double {
    vector.reduce(0) { $0 + $1.value * dense[$1.term] }
  }

  /// The terms of a story by number.
  private struct TermNumbers {
    let weights: TermWeights?
    private var numbers: [UInt64: Int] = [:]
    private var termWeights: [Double] = []

    init(weights: TermWeights?) { self.weights = weights }

    var count: Int { termWeights.count }

    /// How often each term occurs in a text, in the order of first occurrence, and the number of words in the
    /// text.
    mutating func counts(of text: UnsafeBufferPointer<UInt8>) -> (
      terms: [(term: Int, count: Int)], words: Int
    ) {
      var words = 0
      Tokens.visit(text) { _ in words += 1 }
      var counts: [(term: Int, count: Int)] = []
      var places: [Int: Int] = [:]
      Terms.visit(text) { term in
        let number = number(of: term.hash)
        if let place = places[number] {
          counts[place].count += 1
        } else {
          places[number] = counts.count
          counts.append((number, 1))
        }
      }
      return (counts, words)
    }

    private mutating func number(of term: UInt64) -> Int {
      if let number = numbers[term] { return number }
      numbers[term] = termWeights.count
      termWeights.append(weights?.weight(term) ?? 1)
      return termWeights.count - 1
    }

    func sum(_ texts: [[(term: Int, count: Int)]]) -> [(term: Int, count: Int)] {
      var sums = [Int](repeating: 0, count: count)
      for text in texts { for (term, count) in text { sums[term] += count } }
      return sums.indices.filter { sums[$0] > 0 }.map { ($0, sums[$0]) }
    }

    /// A vector of length one; the weight of a term is the logarithm of its count.
    func vector(_ counts: [(term: Int, count: Int)]) -> [Weight] {
      let values = counts.map { (1 + log(Double($0.count))) * termWeights[$0.term] }
      let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return zip(counts, values).map { Weight(term: $0.term, value: $1 / (length > 0 ? length : 1)) }
    }
  }
}
