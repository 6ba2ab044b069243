/// A small sample of a text's shingles, always the same ones for a passage. It shows which texts may be
/// copies of one another before they are read. It consists of the shingles with the lowest hashes (a bottom-k
/// sketch: Cohen and Kaplan, "Summarizing data using bottom-k sketches", 2007).
struct PassageSketch: Sendable, BitwiseCopyable {
  /// The number of shingles stored.
  static let capacity = 24
  /// Fewer shared shingles may be a single phrase.
  private static let fewestShared = 2
  /// Copies share more than half of their text; a sample of this size may show less.
  private static let leastShare = 0.25

  /// The lowest hash first.
  private var hashes: InlineArray<24, UInt32> = .init(repeating: 0)
  private var storedCount: UInt8 = 0

  /// The sketch of a text that is too short to compare.
  init() {}

  init(_ shingles: Shingles) {
    guard shingles.wordCount >= Shingles.fewestWords else { return }
    for hash in shingles.hashes { insert(UInt32(truncatingIfNeeded: hash >> 32)) }
  }

  /// A damaged file may contain any number.
  private var count: Int { min(Int(storedCount), PassageSketch.capacity) }

  private mutating func insert(_ hash: UInt32) {
    let isFull = count == PassageSketch.capacity
    if isFull, hash >= hashes[count - 1] { return }
    var place = isFull ? count - 1 : count
    while place > 0, hashes[place - 1] > hash { place -= 1 }
    if place > 0, hashes[place - 1] == hash { return }
    for later in stride(from: isFull ? count - 1 : count, to: place, by: -1) {
      hashes[later] = hashes[later - 1]
    }
    hashes[place] = hash
    if !isFull { storedCount += 1 }
  }

  /// Whether one text may be a copy of the other, or of part of it.
  func mayBeCopy(of other: PassageSketch) -> Bool {
    // A full sample says nothing about shingles above its last one.
    let limit = min(last, other.last)
    var (own, others, shared) = (0, 0, 0)
    while own < count, hashes[own] <= limit {
      while others < other.count, other.hashes[others] < hashes[own] { others += 1 }
      if others < other.count, other.hashes[others] == hashes[own] { shared += 1 }
      own += 1
    }
    while others < other.count, other.hashes[others] <= limit { others += 1 }
    return shared >= PassageSketch.fewestShared
      && Double(shared) >= PassageSketch.leastShare * Double(min(own, others))
  }

  private var last: UInt32 { count == PassageSketch.capacity ? hashes[count - 1] : .max }
}
