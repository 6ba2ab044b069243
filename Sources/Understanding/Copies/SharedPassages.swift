/// Finds which texts may share a passage, with an inverted file of their shingle samples.
struct SharedPassages {
  /// A shingle in more texts than this is not a passage but site boilerplate, or a notice that everybody
  /// prints.
  private static let mostTexts = 200
  /// Fewer shared shingles in a sample mean nothing.
  private static let fewestShared = 2
  /// The minimum share of the shorter sample that must also be in the other.
  private static let leastShare = 0.12
  /// The most texts compared with a text that shares passages with very many others.
  private static let mostCandidates = 64

  private struct Place {
    var hash: UInt64
    var text: Int32
  }

  private let samples: [[UInt64]]
  /// Sorted by hash, then by text.
  private let places: [Place]
  private var shared: [Int32]

  init(samples: [[UInt64]]) {
    self.samples = samples
    places = samples.indices
      .flatMap { text in samples[text].map { Place(hash: $0, text: Int32(text)) } }
      .sorted { ($0.hash, $0.text) < ($1.hash, $1.text) }
    shared = [Int32](repeating: 0, count: samples.count)
  }

  /// The texts before a given text that may share a passage with it, those that share the most first.
  mutating func candidates(before text: Int) -> [Int] {
    var met: [Int] = []
    var known = 0
    for hash in samples[text] {
      let others = texts(with: hash)
      guard others.count <= SharedPassages.mostTexts else { continue }
      known += 1
      for place in others {
        let other = Int(places[place].text)
        guard other < text else { break }
        if shared[other] == 0 { met.append(other) }
        shared[other] += 1
      }
    }
    let candidates = met.filter { other in
      let least = SharedPassages.leastShare * Double(min(known, samples[other].count))
      return shared[other] >= SharedPassages.fewestShared && Double(shared[other]) >= least
    }
    let sorted = candidates.sorted { (-shared[$0], $0) < (-shared[$1], $1) }
    for other in met { shared[other] = 0 }
    return Array(sorted.prefix(SharedPassages.mostCandidates))
  }

  private func texts(with hash: UInt64) -> Range<Int> {
    let start = firstPlace { $0.hash < hash }
    var end = start
    while end < places.count, places[end].hash == hash, end - start <= SharedPassages.mostTexts { end += 1 }
    return start..<end
  }

  private func firstPlace(after isBefore: (Place) -> Bool) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(places[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
