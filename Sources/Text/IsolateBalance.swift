/// The directional isolates of a text (UAX #9, 2.4): a phone number in an Arabic sentence must be between LRI and PDI
/// to be displayed in the right order.
///
/// Isolates opened and closed within a paragraph do not reorder the text around them. All others are harmful, and those
/// in a text without right-to-left characters are useless.
struct IsolateBalance {
  /// LRI, RLI, FSI and PDI.
  static let scalars: ClosedRange<UInt32> = 0x2066...0x2069
  private static let end: UInt32 = 0x2069
  /// The UTF-8 length of an isolate.
  private static let width = 3
  /// The maximum, more than any sentence has: isolates have no width, so a text of isolates alone would be one endless
  /// line.
  private static let limit = 64

  /// The offset of the text in the output.
  var start = 0
  /// The offset of each isolate in the output, and whether it is paired.
  private var found: [(offset: Int, isPaired: Bool)] = []
  /// The open isolates, as indices in `found`.
  private var open: [Int] = []

  /// - Returns: whether to write it for now.
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

  /// Removes the isolates that must not remain, in one pass.
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

  /// Whether there may be letters of Hebrew, Arabic or related scripts, judging by their lead bytes.
  private static func isRightToLeft(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { (0xD6...0xDF).contains($0) || $0 == 0xE0 || $0 == 0xEF || $0 == 0xF0 }
  }
}
