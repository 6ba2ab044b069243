/// What the terminal does beside drawing because we ask: telling of the mouse, and marking what is pasted.
/// These are xterm's private modes (DECSET, "ctlseqs"), which terminfo does not describe.
struct RequestedModes {
  /// Whether the terminal understands such requests at all: one whose cursor is not addressed by a control
  /// sequence would show them.
  let areKnown: Bool
  /// Tell of buttons, of movement while one is down, and of the wheel.
  var mouse = false
  /// Whether text comes in the order of the screen, so that a terminal which puts right-to-left text in order must
  /// leave it as it is: BDSM of ECMA-48, as "BiDi in TerminalDevice Emulators" (terminal-wg) has it and VTE does it.
  var ordersText = false

  /// 1000 is for terminals that do not know 1002; 1006 asks for reports without a limit to the screen's size.
  private static let mouseModes = [1000, 1002, 1006]
  private static let pasteModes = [2004]

  init(cursorAddress: [UInt8]?) {
    areKnown = cursorAddress?.starts(with: Array("\u{1B}[".utf8)) == true
  }

  private var all: [Int] { RequestedModes.pasteModes + (mouse ? RequestedModes.mouseModes : []) }

  /// What asks for them.
  var request: [UInt8] { bytes(all, final: "h") + ordering("l") }

  /// What takes it all back; only what was asked for, because others may have asked for the rest.
  var release: [UInt8] { ordering("h") + bytes(all.reversed(), final: "l") }

  private func ordering(_ final: String) -> [UInt8] {
    areKnown && ordersText ? Array("\u{1B}[8\(final)".utf8) : []
  }

  private func bytes(_ modes: [Int], final: String) -> [UInt8] {
    areKnown ? modes.flatMap { Array("\u{1B}[?\($0)\(final)".utf8) } : []
  }
}
