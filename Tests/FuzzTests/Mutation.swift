import SeededNumbers

/// What can befall a saved page.
enum Mutation: CaseIterable {
  case flipBytes, cut, splice, repeatRun, insertControls, shuffleLines, deleteLines, repeatLines, deleteRun

  static let controls: [[UInt8]] = [
    [0x00], [0x07], [0x08], [0x0D], [0x1B], [0x7F], [0x1B, 0x5B, 0x33, 0x31, 0x6D], [0x1B, 0x5D, 0x30, 0x3B],
    [0x1B, 0x50], [0x1B, 0x5C], [0xC2, 0x9B], [0xC2, 0x9D], [0xC2, 0x9C], [0xE2, 0x80, 0xAE],
    [0xE2, 0x81, 0xA6],
    [0xE2, 0x80, 0xA8], [0xE2, 0x80, 0x8D], [0xCC, 0x81], [0xEF, 0xBB, 0xBF], [0xFF], [0xC3],
    [0xED, 0xA0, 0x80], [0x09],
    [0x0A], [0x0A, 0x0A],
  ]

  /// Whether all lines stay text: nothing is made that cannot be decoded.
  var keepsText: Bool {
    switch self {
    case .shuffleLines, .deleteLines, .repeatLines: true
    default: false
    }
  }

  func apply(
    to page: [UInt8], other: [UInt8], using generator: inout SeededNumbers
  ) -> [UInt8] {
    guard !page.isEmpty else { return other }
    var page = page
    switch self {
    case .flipBytes:
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        let place = Int.random(in: 0..<page.count, using: &generator)
        page[place] = UInt8.random(in: 0...255, using: &generator)
      }
    case .cut: page.removeLast(Int.random(in: 0...page.count, using: &generator))
    case .splice:
      page.removeLast(Int.random(in: 0...page.count, using: &generator))
      page += other.dropFirst(Int.random(in: 0...other.count, using: &generator))
    case .repeatRun:
      let run = run(in: page, using: &generator)
      for _ in 0..<Int.random(in: 1...20, using: &generator) {
        page.insert(contentsOf: Array(page[run]), at: run.lowerBound)
      }
    case .deleteRun: page.removeSubrange(run(in: page, using: &generator))
    case .insertControls:
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let control = Mutation.controls.randomElement(using: &generator) ?? []
        page.insert(contentsOf: control, at: Int.random(in: 0...page.count, using: &generator))
      }
    case .shuffleLines, .deleteLines, .repeatLines: return mutateLines(of: page, using: &generator)
    }
    return page
  }

  private func run(in page: [UInt8], using generator: inout SeededNumbers) -> Range<Int> {
    let start = Int.random(in: 0..<page.count, using: &generator)
    return start..<min(page.count, start + Int.random(in: 1...200, using: &generator))
  }

  private func mutateLines(of page: [UInt8], using generator: inout SeededNumbers) -> [UInt8] {
    var lines = page.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    for _ in 0..<Int.random(in: 1...5, using: &generator) where !lines.isEmpty {
      let place = Int.random(in: 0..<lines.count, using: &generator)
      switch self {
      case .shuffleLines: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &generator))
      case .deleteLines: lines.remove(at: place)
      default: lines.insert(lines[place], at: Int.random(in: 0...lines.count, using: &generator))
      }
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
