/// The terminal modes that the program turns on: mouse reports and bracketed paste.
/// These are xterm's private modes (DECSET, "ctlseqs"), which terminfo does not describe.
struct RequestedModes {
  /// Whether the terminal understands private modes at all: a terminal whose cursor is not addressed by a control
  /// sequence would print them.
  let areKnown: Bool
  /// Report buttons, motion while a button is held down, and the wheel.
  var mouse = false
  /// Whether text is sent in visual order, so that a terminal that reorders right-to-left text must not do so:
  /// BDSM of ECMA-48, as specified in "BiDi in Terminal Emulators" (terminal-wg) and implemented by VTE.
  var ordersText = false

  /// 1000 is for terminals that do not support 1002; 1006 requests reports that do not limit the size of the screen.
  private static let mouseModes = [1000, 1002, 1006]
  private static let pasteModes = [2004]

  init(cursorAddress: [UInt8]?) {
    areKnown = cursorAddress?.starts(with: Array("\u{1B}[".utf8)) == true
  }

  private var all: [Int] { RequestedModes.pasteModes + (mouse ? RequestedModes.mouseModes : []) }

  /// The bytes that set the modes.
  var request: [UInt8] { bytes(all, final: "h") + ordering("l") }

  /// The bytes that reset the modes; only those that were set, because other programs may have set the rest.
  var release: [UInt8] { ordering("h") + bytes(all.reversed(), final: "l") }

  private func ordering(_ final: String) -> [UInt8] {
    areKnown && ordersText ? Array("\u{1B}[8\(final)".utf8) : []
  }

  private func bytes(_ modes: [Int], final: String) -> [UInt8] {
    areKnown ? modes.flatMap { Array("\u{1B}[?\($0)\(final)".utf8) } : []
  }
}
