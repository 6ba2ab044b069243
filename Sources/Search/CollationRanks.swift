import Glibc
import Text

/// Ranks texts alphabetically, ignoring case, accents, punctuation and other differences between words (see
/// `WordFolding`).
public struct CollationRanks: Sendable {
  /// The folded texts, one after another.
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  /// The first eight bytes of each text, which suffice for most comparisons.
  private var beginnings: [UInt64] = []

  /// No texts.
  public init() {}

  /// Adds a text, in UTF-8.
  public mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    Words.visit(text) { word in
      if bytes.count > start { bytes.append(0x20) }
      bytes.append(contentsOf: word.bytes)
    }
    ends.append(bytes.count)
    beginnings.append(
      (0..<8).reduce(0) { $0 << 8 | (start + $1 < bytes.count ? UInt64(bytes[start + $1]) : 0) })
  }

  /// The rank of each text, from 0; equal texts have the same rank.
  public func ranks() -> [Int] {
    let order = ends.indices.sorted { compare($0, $1) < 0 }
    var ranks = [Int](repeating: 0, count: ends.count)
    for (place, number) in order.enumerated() where place > 0 {
      let before = order[place - 1]
      ranks[number] = ranks[before] + (compare(before, number) < 0 ? 1 : 0)
    }
    return ranks
  }

  /// Less than 0 if the first text comes before the second.
  private func compare(_ a: Int, _ b: Int) -> Int {
    if beginnings[a] != beginnings[b] { return beginnings[a] < beginnings[b] ? -1 : 1 }
    let (left, right) = (range(a), range(b))
    let order = bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map {
        memcmp($0 + left.lowerBound, $0 + right.lowerBound, min(left.count, right.count))
      }
    }
    return order.flatMap { $0 == 0 ? nil : Int($0) } ?? left.count - right.count
  }

  private func range(_ number: Int) -> Range<Int> { (number > 0 ? ends[number - 1] : 0)..<ends[number] }
}
