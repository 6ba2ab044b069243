import CNcurses
import Display

/// Makes keys of what ncurses reads: bytes, and codes of the keys that the terminal's description knows.
///
/// The description is never complete (terminals have several sequences for Home, and newer keys have none),
/// so escape sequences that ncurses hands through byte by byte are read here too. Those of unknown keys are
/// swallowed whole. A modified key is an unknown one: what the plain key does may not be what was wanted.
struct KeyDecoder {
  private enum State {
    case ground
    case escape
    case sequence(EscapeSequence)
    /// The first bytes of a character in UTF-8, and how many it has.
    case character([UInt8], length: Int)
  }

  private var state = State.ground

  /// Whether an escape sequence may be going on: if nothing follows soon, call `silence()`.
  var isWaiting: Bool {
    switch state {
    case .ground, .character: false
    case .escape, .sequence: true
    }
  }

  /// Takes what `wgetch` returned: a byte, or a code above them.
  mutating func take(_ code: Int32) -> [Key] {
    guard let byte = UInt8(exactly: code) else {
      state = .ground
      return KeyDecoder.key(ofCode: code).map { [$0] } ?? []
    }
    switch state {
    case .ground:
      return start(byte)
    case .escape:
      return takeAfterEscape(byte)
    case .sequence(var sequence):
      return take(byte, into: &sequence)
    case .character(let bytes, let length):
      return take(byte, after: bytes, length: length)
    }
  }

  /// Nothing more came in the time in which the rest of an escape sequence would have.
  mutating func silence() -> [Key] {
    defer { if isWaiting { state = .ground } }
    switch state {
    case .escape: return [.escape]
    case .sequence(let sequence): return sequence.keysIfEnded
    case .ground, .character: return []
    }
  }

  private mutating func start(_ byte: UInt8) -> [Key] {
    state = .ground
    switch byte {
    case 0x00: return []
    case 0x08, 0x7F: return [.backspace]
    case 0x09: return [.tab]
    case 0x0A, 0x0D: return [.enter]
    case 0x1B: state = .escape
    case 0x01...0x1F: return [.control(Character(Unicode.Scalar(byte + 0x40)))]
    case 0x20...0x7E: return [.character(Character(Unicode.Scalar(byte)))]
    case 0xC2...0xDF: state = .character([byte], length: 2)
    case 0xE0...0xEF: state = .character([byte], length: 3)
    case 0xF0...0xF4: state = .character([byte], length: 4)
    default: return []
    }
    return []
  }

  /// A key together with Alt arrives as Escape and the key, and so it is taken; but `ESC \` ends a report.
  private mutating func takeAfterEscape(_ byte: UInt8) -> [Key] {
    if byte == UInt8(ascii: "\\") {
      state = .ground
      return []
    }
    guard let sequence = EscapeSequence(introducer: byte) else { return [.escape] + start(byte) }
    state = .sequence(sequence)
    return []
  }

  private mutating func take(_ byte: UInt8, into sequence: inout EscapeSequence) -> [Key] {
    switch sequence.take(byte) {
    case .unfinished:
      state = .sequence(sequence)
      return []
    case .finished(let key):
      state = .ground
      return key.map { [$0] } ?? []
    case .broken:
      return start(byte)
    }
  }

  private mutating func take(_ byte: UInt8, after start: [UInt8], length: Int) -> [Key] {
    guard 0x80...0xBF ~= byte else { return self.start(byte) }
    let bytes = start + [byte]
    guard bytes.count == length else {
      state = .character(bytes, length: length)
      return []
    }
    state = .ground
    guard let text = String(validating: bytes, as: UTF8.self), let character = text.first,
      !(0x80...0x9F).contains(text.unicodeScalars.first?.value ?? 0)
    else { return [] }
    return [.character(character)]
  }

  private static func key(ofCode code: Int32) -> Key? {
    if (KEY_F0 + 1...KEY_F0 + 63).contains(code) { return .function(Int(code - KEY_F0)) }
    return keys[code]
  }

  private static let keys: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_FIND: .home, KEY_A1: .home, KEY_END: .end, KEY_SELECT: .end, KEY_LL: .end,
    KEY_C1: .end, KEY_PPAGE: .pageUp, KEY_A3: .pageUp, KEY_NPAGE: .pageDown, KEY_C3: .pageDown,
    KEY_IC: .insert, KEY_DC: .delete, KEY_BACKSPACE: .backspace, KEY_ENTER: .enter, KEY_BTAB: .backTab,
    KEY_SUSPEND: .control("Z"),
  ]
}
