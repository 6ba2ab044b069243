/// A pasted text on its way in, up to the sequence `ESC [ 201 ~` that ends it.
struct PastedText {
  private var bytes: [UInt8] = []
  /// How many bytes of the ending have just come.
  private var matched = 0

  /// More than anybody types on purpose; what is beyond is swallowed.
  private static let limit = 64 << 10
  private static let ending = Array("\u{1B}[201~".utf8)

  /// All of it is there.
  var hasEnded: Bool { matched == PastedText.ending.count }

  /// The last byte was ESC. If nothing follows, somebody presses Escape to get out of a paste whose end was lost.
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

  /// What was pasted. Terminals send line breaks as Return.
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
