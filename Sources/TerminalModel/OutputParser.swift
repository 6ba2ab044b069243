/// Parses a program's output and applies it to a screen. Unknown sequences are skipped.
struct OutputParser {
  private enum State {
    case text
    case escape
    /// Between ESC and the last byte of a sequence like `ESC ( B`.
    case intermediate
    case control
    /// Inside an OSC, DCS, APC or PM string.
    case string
    case stringEscape
  }

  private var state = State.text
  private var parameters: [UInt8] = []
  /// The part of a multibyte character received so far.
  private var character: UInt32 = 0
  private var missingBytes = 0

  mutating func feed(_ bytes: some Sequence<UInt8>, to screen: inout TerminalScreen) {
    for byte in bytes { handle(byte, screen: &screen) }
  }

  private mutating func handle(_ byte: UInt8, screen: inout TerminalScreen) {
    switch state {
    case .text: handleText(byte, screen: &screen)
    case .escape: handleEscape(byte, screen: &screen)
    case .intermediate: if byte >= 0x30 { state = .text }
    case .control: handleControl(byte, screen: &screen)
    case .string:
      if byte == 0x07 { state = .text } else if byte == 0x1B { state = .stringEscape }
    case .stringEscape: state = byte == 0x1B ? .stringEscape : byte == UInt8(ascii: "\\") ? .text : .string
    }
  }

  private mutating func handleText(_ byte: UInt8, screen: inout TerminalScreen) {
    switch byte {
    case 0x1B: state = .escape
    case 0x08: screen.move(row: screen.row, column: screen.column - 1)
    case 0x09: screen.move(row: screen.row, column: (screen.column / 8 + 1) * 8)
    case 0x0A...0x0C: screen.lineFeed()
    case 0x0D: screen.move(row: screen.row, column: 0)
    case 0x00..<0x20, 0x7F: break
    case 0x20..<0x80: screen.print(Unicode.Scalar(byte))
    case 0x80..<0xC0: continueCharacter(byte, screen: &screen)
    default: beginCharacter(byte)
    }
  }

  private mutating func beginCharacter(_ byte: UInt8) {
    missingBytes = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
    character = UInt32(byte) & (0x3F >> UInt32(missingBytes))
  }

  private mutating func continueCharacter(_ byte: UInt8, screen: inout TerminalScreen) {
    guard missingBytes > 0 else { return }
    character = character << 6 | UInt32(byte & 0x3F)
    missingBytes -= 1
    if missingBytes == 0 { screen.print(Unicode.Scalar(character) ?? "\u{FFFD}") }
  }

  private mutating func handleEscape(_ byte: UInt8, screen: inout TerminalScreen) {
    state = .text
    switch byte {
    case UInt8(ascii: "["):
      parameters.removeAll(keepingCapacity: true)
      state = .control
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"): state = .string
    case 0x20..<0x30: state = .intermediate
    case UInt8(ascii: "7"): screen.saveCursor()
    case UInt8(ascii: "8"): screen.restoreCursor()
    case UInt8(ascii: "D"): screen.lineFeed()
    case UInt8(ascii: "M"): screen.reverseLineFeed()
    default: break
    }
  }

  private mutating func handleControl(_ byte: UInt8, screen: inout TerminalScreen) {
    guard byte >= 0x40 else { return parameters.append(byte) }
    state = .text
    ControlSequence(parameters: parameters, final: byte)?.perform(on: &screen)
  }
}
