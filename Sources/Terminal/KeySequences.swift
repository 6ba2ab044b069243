import Display

/// The key sequences in a terminal's description, if they are control characters, `ESC` and a byte, or control
/// sequences. Descriptions are never complete; `EscapeSequence` knows the sequences that most terminals send.
///
/// Searched one by one: a dictionary of them takes longer to make at the start than all keys of a day to be found.
struct KeySequences {
  private let keys: [(bytes: [UInt8], key: Key)]

  /// Of two keys with the same bytes, the later one counts.
  init(_ keys: [(bytes: [UInt8], key: Key)] = []) {
    self.keys = keys
  }

  /// The key sequences of the loaded description.
  static var loaded: KeySequences {
    var keys: [(bytes: [UInt8], key: Key)] = []
    for (name, key) in named {
      guard let bytes = Terminfo.string(name), let first = bytes.first else { continue }
      let isControl = bytes.count == 1 && (first < 0x20 || first == 0x7F)
      if isControl || first == 0x1B && bytes.count > 1 { keys.append((bytes, key)) }
    }
    return KeySequences(keys)
  }

  subscript(bytes: [UInt8]) -> Key? { keys.last { $0.bytes == bytes }?.key }

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
