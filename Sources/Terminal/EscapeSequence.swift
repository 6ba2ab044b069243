import Display

/// An escape sequence being received, byte by byte: ECMA-48 control sequences as terminals send them for keys (xterm's
/// "ctlseqs", the VT220's editing keys, variants of rxvt and the Linux console), for the mouse and around a paste,
/// replies to queries, and all unknown sequences of the same forms.
struct EscapeSequence {
  enum Step {
    case unfinished
    /// The sequence is complete.
    case key(Key), mouse(MouseEvent), modeReport(ModeReport), pasteBegins
    /// The sequence is complete, but unknown.
    case nothing
    /// The byte cannot belong to a sequence; it starts something new.
    case broken
  }

  private enum Phase {
    /// `ESC [`, parameters, one final byte (CSI).
    case control
    /// `ESC O`, sometimes parameters, one final byte (SS3).
    case single
    /// `ESC ]`, `ESC P`, `ESC X`, `ESC ^`, `ESC _`: a text that is ended by BEL or another sequence.
    case text
    /// `ESC [ [`, then one letter: F1 to F5 of the Linux console.
    case linuxFunction
    /// `ESC [ M`, then three bytes: a mouse report in the oldest format, left on by another program.
    case mouse(bytesLeft: Int)
  }

  private let introducer: UInt8
  /// The key sequences in the terminal's description.
  private let described: KeySequences
  private var phase: Phase
  private var parameters: [UInt8] = []
  private var hasBegun = false

  /// More parameters than any key or report has; a longer sequence is unknown, and is discarded.
  private static let parameterLimit = 32

  /// - Parameters:
  ///   - introducer: the byte after ESC. Nil if it introduces no sequence.
  ///   - described: keys that have priority over those known here.
  init?(introducer: UInt8, described: KeySequences) {
    switch introducer {
    case UInt8(ascii: "["): phase = .control
    case UInt8(ascii: "O"): phase = .single
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      phase = .text
    default: return nil
    }
    self.introducer = introducer
    self.described = described
  }

  /// The key that was pressed if nothing follows: if only the introducer was received, a key together with Alt.
  var keysIfEnded: [Key] {
    hasBegun ? [] : [.escape, .character(Character(Unicode.Scalar(introducer)))]
  }

  /// Whether only the terminal itself can have sent it, because users do not press keys that fast.
  var isReport: Bool {
    switch phase {
    case .mouse: true
    case .control: parameters.first == UInt8(ascii: "<") || parameters.first == UInt8(ascii: "?")
    case .single, .text, .linuxFunction: false
    }
  }

  mutating func handle(_ byte: UInt8) -> Step {
    hasBegun = true
    switch phase {
    case .control: return handleControl(byte)
    case .single: return handleSingle(byte)
    case .text: return handleText(byte)
    case .linuxFunction:
      return 0x41...0x45 ~= byte ? .key(.function(Int(byte) - 0x40)) : .nothing
    case .mouse(let bytesLeft):
      phase = .mouse(bytesLeft: bytesLeft - 1)
      return bytesLeft == 1 ? .nothing : .unfinished
    }
  }

  private mutating func handleControl(_ byte: UInt8) -> Step {
    switch byte {
    case 0x20...0x3F:
      addParameter(byte)
      return .unfinished
    case UInt8(ascii: "[") where parameters.isEmpty:
      phase = .linuxFunction
      return .unfinished
    case UInt8(ascii: "M") where parameters.isEmpty:
      phase = .mouse(bytesLeft: 3)
      return .unfinished
    case 0x40...0x7E where isTooLong:
      return .nothing
    case UInt8(ascii: "y"):
      return ModeReport(parameters).map { .modeReport($0) } ?? .nothing
    case UInt8(ascii: "M"), UInt8(ascii: "m"):
      return MouseReport.event(parameters, isRelease: byte == UInt8(ascii: "m")).map { .mouse($0) }
        ?? .nothing
    case UInt8(ascii: "~"):
      if number == EscapeSequence.pasteBegins { return .pasteBegins }
      let known = number.flatMap { EscapeSequence.numberedKeys[$0] }
      return step(described(byte) ?? known ?? EncodedKey.key(parameters, final: byte))
    case UInt8(ascii: "u"):
      return step(described(byte) ?? EncodedKey.key(parameters, final: byte))
    case 0x40...0x7D:
      return step(described(byte) ?? (isUnmodified ? EscapeSequence.controlKeys[byte] : nil))
    default:
      return .broken
    }
  }

  private mutating func handleSingle(_ byte: UInt8) -> Step {
    switch byte {
    case 0x20...0x3F:
      addParameter(byte)
      return .unfinished
    case 0x40...0x7E:
      if let key = described(byte) { return .key(key) }
      guard isUnmodified else { return .nothing }
      return step(EscapeSequence.controlKeys[byte] ?? EscapeSequence.keypadKeys[byte])
    default:
      return .broken
    }
  }

  private func handleText(_ byte: UInt8) -> Step {
    switch byte {
    case 0x07: .nothing
    case 0x18, 0x1A, 0x1B: .broken
    default: .unfinished
    }
  }

  /// The key whose sequence ends with this byte, according to the terminal's description.
  private func described(_ final: UInt8) -> Key? {
    described[[0x1B, introducer] + parameters + [final]]
  }

  private func step(_ key: Key?) -> Step { key.map { .key($0) } ?? .nothing }

  private mutating func addParameter(_ byte: UInt8) {
    if parameters.count < EscapeSequence.parameterLimit { parameters.append(byte) }
  }

  private var isTooLong: Bool { parameters.count == EscapeSequence.parameterLimit }

  /// The number of an unmodified key; nil for others.
  private var number: Int? {
    let fields = self.fields
    guard fields.count < 2 || fields.count == 2 && EncodedKey.isPlain(fields[1]) else { return nil }
    return Int(String(decoding: fields[0], as: UTF8.self))
  }

  /// xterm encodes a modified key as `1;` and the modifiers.
  private var isUnmodified: Bool { parameters.isEmpty || number == 1 }

  private var fields: [ArraySlice<UInt8>] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
  }
}

// MARK: The keys

extension EscapeSequence {
  /// The number in the sequence before a pasted text (xterm, "Bracketed Paste Mode").
  private static let pasteBegins = 200

  private static let controlKeys: [UInt8: Key] = keys([
    "A": .up, "B": .down, "C": .right, "D": .left, "H": .home, "F": .end, "Z": .backTab,
    "P": .function(1), "Q": .function(2), "R": .function(3), "S": .function(4),
  ])

  /// The numeric keypad in application mode.
  private static let keypadKeys: [UInt8: Key] = keys([
    "M": .enter, "I": .tab, " ": .character(" "), "X": .character("="), "j": .character("*"),
    "k": .character("+"), "l": .character(","), "m": .character("-"), "n": .character("."),
    "o": .character("/"), "p": .character("0"), "q": .character("1"), "r": .character("2"),
    "s": .character("3"), "t": .character("4"), "u": .character("5"), "v": .character("6"),
    "w": .character("7"), "x": .character("8"), "y": .character("9"),
  ])

  /// The VT220's keys and rxvt's Home and End.
  private static let numberedKeys: [Int: Key] = {
    var keys: [Int: Key] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    // The VT220's numbers have gaps between the groups of function keys.
    let numbers = [11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24]
    for (index, number) in numbers.enumerated() { keys[number] = .function(index + 1) }
    return keys
  }()

  private static func keys(_ keys: [Unicode.Scalar: Key]) -> [UInt8: Key] {
    Dictionary(uniqueKeysWithValues: keys.map { (UInt8(ascii: $0.key), $0.value) })
  }
}
