import CNcurses
import Display

/// Makes keys, mouse events and pasted texts of what ncurses reads: bytes, and codes of the keys that the
/// terminal's description knows.
///
/// The description is never complete (terminals have several sequences for Home, and newer keys have none),
/// so escape sequences that ncurses hands through byte by byte are read here too. Those of unknown keys are
/// swallowed whole. A modified key is an unknown one: what the plain key does may not be what was wanted.
struct InputDecoder {
  private enum State {
    case ground
    case escape
    case sequence(EscapeSequence)
    case paste(PastedText)
    /// The first bytes of a character in UTF-8, and how many it has.
    case character([UInt8], length: Int)
  }

  private var state = State.ground

  /// Whether a key may be going on: if nothing follows soon, call `silence()`. What can only be a report or a
  /// paste is waited for without a limit: its rest must not become keys.
  var isWaiting: Bool {
    switch state {
    case .ground, .character: false
    case .escape: true
    case .sequence(let sequence): !sequence.isReport
    case .paste(let text): text.mayHaveEnded
    }
  }

  /// Takes what `wgetch` returned: a byte, or a code above them.
  mutating func take(_ code: Int32) -> [InputEvent] {
    guard let byte = UInt8(exactly: code) else { return takeKey(code) }
    switch state {
    case .ground:
      return start(byte)
    case .escape:
      return takeAfterEscape(byte)
    case .sequence(var sequence):
      return take(byte, into: &sequence)
    case .paste(var text):
      return take(byte, into: &text)
    case .character(let bytes, let length):
      return take(byte, after: bytes, length: length)
    }
  }

  /// Nothing more came in the time in which the rest of an escape sequence would have.
  mutating func silence() -> [InputEvent] {
    guard isWaiting else { return [] }
    defer { state = .ground }
    switch state {
    case .escape: return [.key(.escape)]
    case .sequence(let sequence): return sequence.keysIfEnded.map { .key($0) }
    case .paste(let text): return [.paste(text.text)]
    case .ground, .character: return []
    }
  }

  /// In a pasted text, what looks like a key is none.
  private mutating func takeKey(_ code: Int32) -> [InputEvent] {
    if case .paste = state { return [] }
    state = .ground
    return InputDecoder.key(ofCode: code).map { [.key($0)] } ?? []
  }

  private mutating func start(_ byte: UInt8) -> [InputEvent] {
    state = .ground
    switch byte {
    case 0x00: return []
    case 0x08, 0x7F: return [.key(.backspace)]
    case 0x09: return [.key(.tab)]
    case 0x0A, 0x0D: return [.key(.enter)]
    case 0x1B: state = .escape
    case 0x01...0x1F: return [.key(.control(Character(Unicode.Scalar(byte + 0x40))))]
    case 0x20...0x7E: return [.key(.character(Character(Unicode.Scalar(byte))))]
    case 0xC2...0xDF: state = .character([byte], length: 2)
    case 0xE0...0xEF: state = .character([byte], length: 3)
    case 0xF0...0xF4: state = .character([byte], length: 4)
    default: return []
    }
    return []
  }

  /// A key together with Alt arrives as Escape and the key, and so it is taken; but `ESC \` ends a report.
  private mutating func takeAfterEscape(_ byte: UInt8) -> [InputEvent] {
    if byte == UInt8(ascii: "\\") {
      state = .ground
      return []
    }
    guard let sequence = EscapeSequence(introducer: byte) else { return [.key(.escape)] + start(byte) }
    state = .sequence(sequence)
    return []
  }

  private mutating func take(_ byte: UInt8, into sequence: inout EscapeSequence) -> [InputEvent] {
    switch sequence.take(byte) {
    case .unfinished: state = .sequence(sequence)
    case .key(let key): return finish(.key(key))
    case .mouse(let event): return finish(.mouse(event))
    case .pasteBegins: state = .paste(PastedText())
    case .nothing: state = .ground
    case .broken: return start(byte)
    }
    return []
  }

  private mutating func take(_ byte: UInt8, into text: inout PastedText) -> [InputEvent] {
    text.take(byte)
    guard !text.hasEnded else { return finish(.paste(text.text)) }
    state = .paste(text)
    return []
  }

  private mutating func finish(_ event: InputEvent) -> [InputEvent] {
    state = .ground
    return [event]
  }

  private mutating func take(_ byte: UInt8, after start: [UInt8], length: Int) -> [InputEvent] {
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
    return [.key(.character(character))]
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
