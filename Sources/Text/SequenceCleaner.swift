/// Goes through a text once, remembering where an escape sequence may have begun.
struct SequenceCleaner {
  /// A control sequence ends at a final byte; a control string (OSC, DCS, APC, PM, SOS) at ST or BEL.
  private enum Sequence {
    case none, escape, control, string, stringEscape
  }

  private var sequence = Sequence.none
  /// What an unfinished sequence has swallowed: given back when its end never comes.
  private var swallowed: [UInt32] = []
  private var marks = 0
  /// The scalar that was put out last.
  private var last: UInt32 = 0x20

  /// No real control string is longer; a longer one is text behind a stray introducer.
  private static let longestSequence = 4096

  /// No escape sequence is open.
  var isInText: Bool { sequence == .none }

  /// Takes a stretch of text that needs no look.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    output.append(contentsOf: bytes)
    marks = 0
    last = bytes.last == 0x20 ? 0x20 : 0
  }

  mutating func add(_ scalar: UInt32, to output: inout [UInt8]) {
    switch sequence {
    case .none: addText(scalar, to: &output)
    case .escape: continueEscape(scalar, to: &output)
    case .control: continueControl(scalar, to: &output)
    case .string, .stringEscape: continueString(scalar, to: &output)
    }
  }

  /// An escape sequence that never ends hides nothing: what came after its introducer is text.
  mutating func finish(to output: inout [UInt8]) {
    let text = swallowed
    (sequence, swallowed) = (.none, [])
    for scalar in text { addText(scalar, to: &output) }
    (sequence, swallowed) = (.none, [])
  }

  private mutating func continueEscape(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x5B: sequence = .control  // [
    case 0x5D, 0x50, 0x58, 0x5E, 0x5F: sequence = .string  // ] P X ^ _
    case 0x20...0x2F, 0x1B: break
    case 0x30...0x7E: sequence = .none
    default:
      sequence = .none
      addText(scalar, to: &output)
    }
  }

  private mutating func continueControl(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x20...0x3F: swallow(scalar, to: &output)
    case 0x40...0x7E: (sequence, swallowed) = (.none, [])
    default:
      // Broken off: only the introducer and its parameters were a sequence.
      (sequence, swallowed) = (.none, [])
      addText(scalar, to: &output)
    }
  }

  private mutating func continueString(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x07, 0x9C: (sequence, swallowed) = (.none, [])
    case 0x1B: sequence = .stringEscape
    case 0x5C where sequence == .stringEscape: (sequence, swallowed) = (.none, [])
    default:
      sequence = .string
      swallow(scalar, to: &output)
    }
  }

  private mutating func swallow(_ scalar: UInt32, to output: inout [UInt8]) {
    swallowed.append(scalar)
    if swallowed.count > SequenceCleaner.longestSequence { finish(to: &output) }
  }

  private mutating func addText(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x1B: sequence = .escape
    case 0x9B: sequence = .control
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: sequence = .string
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: put(0x20, to: &output)
    case 0x20...0x7E: put(scalar, to: &output)
    default: addUncommon(scalar, to: &output)
    }
  }

  private mutating func addUncommon(_ scalar: UInt32, to output: inout [UInt8]) {
    if InvisibleScalar.contains(scalar) { return }
    switch scalar {
    case 0x200C, 0x200D:
      // A joiner works between two characters; alone or in a row it only hides.
      if last != 0x20, last != 0x200C, last != 0x200D { write(scalar, to: &output) }
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x1AB0...0x1AFF,
      0x1DC0...0x1DFF, 0x20D0...0x20F0, 0xFE20...0xFE2F:
      marks += 1
      if marks <= TextSanitizer.markLimit { write(scalar, to: &output) }
    default: put(scalar, to: &output)
    }
  }

  private mutating func put(_ scalar: UInt32, to output: inout [UInt8]) {
    marks = 0
    write(scalar, to: &output)
  }

  private mutating func write(_ scalar: UInt32, to output: inout [UInt8]) {
    last = scalar
    guard scalar >= 0x80 else { return output.append(UInt8(truncatingIfNeeded: scalar)) }
    guard let scalar = Unicode.Scalar(scalar), let bytes = UTF8.encode(scalar) else { return }
    output.append(contentsOf: bytes)
  }
}

/// Characters that show nothing and can hide or reorder what stands around them.
private enum InvisibleScalar {
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
