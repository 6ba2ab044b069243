/// The directional isolates of a text (UAX #9, 2.4): a phone number between LRI and PDI in an Arabic sentence needs them to
/// be read in its own order.
///
/// Opened and closed within a paragraph they reorder nothing around them. All others are harmful, and those in a text
/// without anything read from right to left are useless.
struct IsolateBalance {
  /// LRI, RLI, FSI and PDI.
  static let scalars: ClosedRange<UInt32> = 0x2066...0x2069
  private static let end: UInt32 = 0x2069
  /// Bytes of one in UTF-8.
  private static let width = 3
  /// More than any sentence has; they take no column, so that a text of nothing else would be one endless line.
  private static let limit = 64

  /// Where the text begins in its output.
  var start = 0
  /// Where each stands in the output, and whether it has its other half.
  private var found: [(offset: Int, isPaired: Bool)] = []
  /// Those that wait for their ends, by their number in `found`.
  private var open: [Int] = []

  /// - Returns: whether it is to be written, for now.
  mutating func add(_ scalar: UInt32, at offset: Int) -> Bool {
    guard found.count <= IsolateBalance.limit else { return false }
    if scalar != IsolateBalance.end {
      open.append(found.count)
      found.append((offset, false))
      return true
    }
    guard let opened = open.popLast() else { return false }
    found[opened].isPaired = true
    found.append((offset, true))
    return true
  }

  /// Takes out those that must not stay, in one pass.
  func balance(_ output: inout [UInt8]) {
    guard let first = found.first?.offset else { return }
    let stays = found.count <= IsolateBalance.limit && IsolateBalance.isRightToLeft(output[start...])
    let harmful = found.filter { !stays || !$0.isPaired }.map(\.offset)
    guard !harmful.isEmpty else { return }
    var kept = Array(output[first...])
    for offset in harmful.reversed() {
      kept.removeSubrange(offset - first..<offset - first + IsolateBalance.width)
    }
    output.replaceSubrange(first..., with: kept)
  }

  /// Whether there may be letters of Hebrew, Arabic and the scripts beside them, by their lead bytes.
  private static func isRightToLeft(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { (0xD6...0xDF).contains($0) || $0 == 0xE0 || $0 == 0xEF || $0 == 0xF0 }
  }
}
