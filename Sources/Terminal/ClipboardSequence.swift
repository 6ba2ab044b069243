import Foundation

/// The sequence that copies a text to the clipboard of the terminal's user, also over ssh: OSC 52 (xterm, "Manipulate
/// Selection Data"), passed through terminal multiplexers.
struct ClipboardSequence {
  private enum Multiplexer {
    case none, tmux, screen
  }

  private let multiplexer: Multiplexer

  /// The maximum size of a text, in bytes: many terminals accept sequences of at most 100,000 bytes, and base64 encodes
  /// three bytes as four.
  static let limit = 74_994

  /// The maximum size that GNU screen passes through at once, with a margin.
  private static let screenChunk = 512

  init(environment: [String: String]) {
    let isSet = { (name: String) in environment[name]?.isEmpty == false }
    multiplexer = isSet("TMUX") ? .tmux : isSet("STY") ? .screen : .none
  }

  /// The bytes to send for a text, which must not exceed the limit.
  func bytes(for text: String) -> [UInt8] {
    let sequence = Array("\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{07}".utf8)
    switch multiplexer {
    case .none: return sequence
    case .tmux:
      // tmux accepts the plain sequence with `set-clipboard on`, and the wrapped one with `allow-passthrough on`.
      return sequence + ClipboardSequence.wrapped(sequence, prefix: "tmux;")
    case .screen:
      return stride(from: 0, to: sequence.count, by: ClipboardSequence.screenChunk).flatMap { start in
        ClipboardSequence.device(sequence[start..<min(sequence.count, start + ClipboardSequence.screenChunk)])
      }
    }
  }

  /// A sequence for tmux to pass through: in a device control string, with each ESC doubled.
  private static func wrapped(_ sequence: [UInt8], prefix: String) -> [UInt8] {
    device(Array(prefix.utf8) + sequence.flatMap { $0 == 0x1B ? [$0, $0] : [$0] })
  }

  private static func device(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    Array("\u{1B}P".utf8) + bytes + Array("\u{1B}\\".utf8)
  }
}
