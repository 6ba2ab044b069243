/// Removes escape sequences and harmful characters from a text in one pass.
struct SequenceCleaner {
  /// A control sequence ends at a final byte; a control string (OSC, DCS, APC, PM, SOS) at ST or BEL.
  private enum Sequence {
    case none, escape, control, string, stringEscape
  }

  private var sequence = Sequence.none
  /// Text held back inside an escape sequence; emitted if there is no terminator.
  private var held: [UInt32] = []
  /// The number of combining marks since the last other character.
  private var marks = 0
  /// The last emitted scalar.
  private var last: UInt32 = 0x20
  private var isolates = IsolateBalance()

  /// No real control string is longer; anything longer is text after a stray introducer.
  private static let longestSequence = 4096

  /// A cleaner for a text that begins at the end of `output`.
  init(after output: [UInt8]) {
    isolates.start = output.count
  }

  /// Whether no escape sequence is open.
  var isInText: Bool { sequence == .none }

  /// Emits a run of text that needs no cleaning.
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

  /// Ends the text. An escape sequence without a terminator hides nothing: what follows its introducer is text.
  mutating func finish(to output: inout [UInt8]) {
    let text = held
    (sequence, held) = (.none, [])
    for scalar in text { addText(scalar, to: &output) }
    (sequence, held) = (.none, [])
  }

  /// Ends the text: removes isolates that are not closed or not needed.
  func balanceIsolates(in output: inout [UInt8]) {
    isolates.balance(&output)
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
    case 0x20...0x3F: hold(scalar, to: &output)
    case 0x40...0x7E: (sequence, held) = (.none, [])
    default:
      // Interrupted: only the introducer and its parameters were a sequence.
      (sequence, held) = (.none, [])
      addText(scalar, to: &output)
    }
  }

  private mutating func continueString(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0x07, 0x9C: (sequence, held) = (.none, [])
    case 0x1B: sequence = .stringEscape
    case 0x5C where sequence == .stringEscape: (sequence, held) = (.none, [])
    default:
      sequence = .string
      hold(scalar, to: &output)
    }
  }

  private mutating func hold(_ scalar: UInt32, to output: inout [UInt8]) {
    held.append(scalar)
    if held.count > SequenceCleaner.longestSequence { finish(to: &output) }
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
    if FileName.isByte(scalar) { return put(0xFFFD, to: &output) }
    switch scalar {
    case IsolateBalance.scalars:
      // Marks before and after an isolate apply to the same character.
      if isolates.add(scalar, at: output.count) {
        output.append(contentsOf: [0xE2, 0x81, UInt8(scalar & 0x3F) | 0x80])
      }
    case 0x200C, 0x200D:
      // A joiner works between two characters; alone or repeated it is only invisible.
      if last != 0x20, last != 0x200C, last != 0x200D { write(scalar, to: &output) }
    default:
      guard CombiningScalar.contains(scalar) else { return put(scalar, to: &output) }
      marks += 1
      if marks <= TextSanitizer.combiningMarkLimit { write(scalar, to: &output) }
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

/// Invisible characters that can hide or reorder the text around them.
private enum InvisibleScalar {
  static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0xAD: true
    case 0x202A...0x202E: true  // bidi embeddings and overrides
    case 0x200B, 0x2060...0x2065, 0x206A...0x206F, 0xFEFF, 0x180E, 0x034F: true  // zero-width fillers
    case 0x115F...0x1160, 0x3164, 0xFFA0: true  // Hangul fillers
    case 0xFFF9...0xFFFB, 0xFFFE...0xFFFF: true  // annotation anchors, noncharacters
    case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true  // shorthand and musical format controls
    case 0xE0000...0xE0FFF: true  // tags, supplementary variation selectors
    default: false
    }
  }
}

/// Characters that are combined with the one before them: they have no width, however many there are.
private enum CombiningScalar {
  static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x300: return false
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return true  // Hangul vowels and final consonants
    case 0x1F3FB...0x1F3FF: return true  // skin tones
    default: break
    }
    return Unicode.Scalar(value)?.isCombiningMark == true
  }
}
