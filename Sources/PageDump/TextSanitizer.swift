/// Makes text from a page harmless: no other layer needs to think of it.
///
/// Removed are control characters (C0, DEL, C1), whole escape sequences (CSI, OSC, DCS, APC, PM, SOS, also in
/// their one-byte forms, also where they never end), bidirectional embeddings, overrides and isolates (UAX #9),
/// invisible characters that hide or reorder text, and marks piled up beyond what any script needs. Tabs and
/// Unicode's line ends become spaces. What a reader can see stays.
public enum TextSanitizer {
  /// Marks on one character; the most that real scripts stack, with room to spare.
  static let markLimit = 8

  /// The harmless form of some text.
  public static func clean(_ text: String) -> String {
    var text = text
    return text.withUTF8 { clean($0) }
  }

  static func clean(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if isHarmless(bytes) { return String(decoding: bytes, as: UTF8.self) }
    var output: [UInt8] = []
    append(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends the harmless form of valid UTF-8 to `output`.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    guard !isHarmless(bytes) else {
      output.append(contentsOf: bytes)
      return
    }
    var cleaner = Cleaner()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { cleaner.add(scalar) }
    cleaner.finish()
    output.append(contentsOf: String(cleaner.output).utf8)
  }

  private static func isHarmless(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { (0x20...0x7E).contains($0) }
  }
}

/// Goes through a text once, remembering where an escape sequence may have begun.
private struct Cleaner {
  /// A control sequence ends at a final byte; a control string (OSC, DCS, APC, PM, SOS) at ST or BEL.
  enum Sequence {
    case none, escape, control, string, stringEscape
  }

  var output = String.UnicodeScalarView()
  private var sequence = Sequence.none
  /// What an unfinished sequence has swallowed: given back when its end never comes.
  private var swallowed: [Unicode.Scalar] = []
  private var marks = 0

  /// No real control string is longer; a longer one is text behind a stray introducer.
  private static let longestSequence = 4096

  mutating func add(_ scalar: Unicode.Scalar) {
    switch sequence {
    case .none: addText(scalar)
    case .escape: continueEscape(scalar)
    case .control: continueControl(scalar)
    case .string, .stringEscape: continueString(scalar)
    }
  }

  /// An escape sequence that never ends hides nothing: what came after its introducer is text.
  mutating func finish() {
    let text = swallowed
    (sequence, swallowed) = (.none, [])
    for scalar in text { addText(scalar) }
    (sequence, swallowed) = (.none, [])
  }

  private mutating func continueEscape(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "[": sequence = .control
    case "]", "P", "X", "^", "_": sequence = .string
    case " "..."/": break
    case "\u{1B}": break
    case "0"..."~": sequence = .none
    default:
      sequence = .none
      addText(scalar)
    }
  }

  private mutating func continueControl(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x3F: swallow(scalar)
    case 0x40...0x7E: (sequence, swallowed) = (.none, [])
    default:
      // Broken off: only the introducer and its parameters were a sequence.
      (sequence, swallowed) = (.none, [])
      addText(scalar)
    }
  }

  private mutating func continueString(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x07, 0x9C: (sequence, swallowed) = (.none, [])
    case 0x1B: sequence = .stringEscape
    case 0x5C where sequence == .stringEscape: (sequence, swallowed) = (.none, [])
    default:
      sequence = .string
      swallow(scalar)
    }
  }

  private mutating func swallow(_ scalar: Unicode.Scalar) {
    swallowed.append(scalar)
    if swallowed.count > Cleaner.longestSequence { finish() }
  }

  private mutating func addText(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x1B: sequence = .escape
    case 0x9B: sequence = .control
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: sequence = .string
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: append(" ")
    case 0x20...0x7E: append(scalar)
    default: addUncommon(scalar)
    }
  }

  private mutating func addUncommon(_ scalar: Unicode.Scalar) {
    if Invisible.contains(scalar.value) { return }
    switch scalar.value {
    case 0x200C, 0x200D:
      // A joiner works between two characters; alone or in a row it only hides.
      if let last = output.last, last != " ", last.value != 0x200C, last.value != 0x200D { output.append(scalar) }
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x20D0...0x20F0, 0xFE20...0xFE2F:
      marks += 1
      if marks <= TextSanitizer.markLimit { output.append(scalar) }
    default: append(scalar)
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    marks = 0
    output.append(scalar)
  }
}

/// Characters that show nothing and can hide or reorder what stands around them.
private enum Invisible {
  static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD: true
    case 0x202A...0x202E, 0x2066...0x2069: true  // bidi embeddings, overrides, isolates
    case 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0x180E, 0x034F: true  // zero-width fillers
    case 0x115F...0x1160, 0x3164, 0xFFA0: true  // Hangul fillers
    case 0xFFF9...0xFFFB, 0xFFFE...0xFFFF: true  // annotation anchors, noncharacters
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true  // shorthand and musical format controls
    case 0xE0000...0xE0FFF: true  // tags, supplementary variation selectors
    default: false
    }
  }
}
