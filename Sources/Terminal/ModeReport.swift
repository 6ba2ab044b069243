/// A terminal's report of a private mode: DECRPM, `ESC [ ? mode ; state $ y` (xterm, "ctlseqs").
struct ModeReport: Hashable {
  var mode: Int
  /// Whether the mode can be set and reset.
  var isChangeable: Bool

  /// Requests the report of a mode (DECRQM).
  static func request(_ mode: Int) -> [UInt8] { Array("\u{1B}[?\(mode)$p".utf8) }

  /// Nil if it is not such a report.
  /// - Parameter parameters: everything between `ESC [` and the final byte.
  init?(_ parameters: [UInt8]) {
    guard parameters.first == UInt8(ascii: "?"), parameters.last == UInt8(ascii: "$") else { return nil }
    let numbers = parameters.dropFirst().dropLast().split(separator: UInt8(ascii: ";"))
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == 2, let mode = numbers[0], let state = numbers[1] else { return nil }
    self.mode = mode
    isChangeable = state == 1 || state == 2
  }
}
