/// Collects a pasted text up to its end sequence, `ESC [ 201 ~`.
struct PastedText {
  private var bytes: [UInt8] = []
  /// The number of matched bytes of the end sequence.
  private var matched = 0

  /// The maximum size of a text; the rest is ignored.
  private static let limit = 64 << 10
  private static let ending = Array("\u{1B}[201~".utf8)

  /// Whether it is complete.
  var hasEnded: Bool { matched == PastedText.ending.count }

  /// Whether the last byte was ESC. If nothing follows, it was the Escape key, which ends a paste without end sequence.
  var mayHaveEnded: Bool { matched == 1 }

  mutating func handle(_ byte: UInt8) {
    if byte == PastedText.ending[matched] {
      matched += 1
      return
    }
    PastedText.ending.prefix(matched).forEach { add($0) }
    matched = byte == PastedText.ending[0] ? 1 : 0
    if matched == 0 { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    if bytes.count < PastedText.limit { bytes.append(byte) }
  }

  /// The pasted text. Terminals send line breaks as carriage returns.
  var text: String {
    var scalars = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where last == "\r": break
      case "\n", "\r": scalars.append("\n")
      case "\t": scalars.append(" ")
      case _ where scalar.properties.generalCategory == .control: break
      default: scalars.append(scalar)
      }
      last = scalar
    }
    return String(scalars)
  }
}
