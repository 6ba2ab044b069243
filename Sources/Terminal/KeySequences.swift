import Display

/// The key sequences in a terminal's description, if they are control characters, `ESC` and a byte, or control
/// sequences. Descriptions are never complete; `EscapeSequence` knows the sequences that most terminals send.
struct KeySequences {
  private let keys: [[UInt8]: Key]

  init(_ keys: [[UInt8]: Key] = [:]) {
    self.keys = keys
  }

  /// The key sequences of the loaded description.
  static var loaded: KeySequences {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in named {
      guard let bytes = Terminfo.string(name), let first = bytes.first else { continue }
      let isControl = bytes.count == 1 && (first < 0x20 || first == 0x7F)
      if isControl || first == 0x1B && bytes.count > 1 { keys[bytes] = key }
    }
    return KeySequences(keys)
  }

  subscript(bytes: [UInt8]) -> Key? { keys[bytes] }

  /// Keys by their names in terminfo(5).
  private static let named: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kfnd", .home),
      ("ka1", .home), ("kend", .end), ("kslt", .end), ("kll", .end), ("kc1", .end), ("kpp", .pageUp),
      ("ka3", .pageUp), ("knp", .pageDown), ("kc3", .pageDown), ("kich1", .insert), ("kdch1", .delete),
      ("kbs", .backspace), ("kent", .enter), ("kcbt", .backTab), ("kspd", .control("Z")),
    ] + (1...63).map { ("kf\($0)", .function($0)) }
}
