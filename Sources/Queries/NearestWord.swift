/// Finds the word that was probably meant.
public enum NearestWord {
  /// Longer words are not compared.
  private static let longest = 64

  /// The word with the fewest edits, if they are few for its length; the first of equally near ones.
  public static func nearest(to text: String, in words: some Sequence<String>) -> String? {
    let text = Array(text.lowercased().unicodeScalars.prefix(longest))
    var best: (word: String, distance: Int)?
    for word in words {
      let scalars = Array(word.lowercased().unicodeScalars.prefix(longest))
      let distance = distance(text, scalars)
      guard distance <= max(text.count, scalars.count) / 2, distance < best?.distance ?? .max else {
        continue
      }
      best = (word, distance)
    }
    return best?.word
  }

  /// The number of letters to insert, delete, replace, or swap with the next one (optimal string alignment).
  static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
