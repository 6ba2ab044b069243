import Display

/// A key that a terminal sends as the number of its character: `ESC [ number ; modifiers u` ("fixterms", kitty's
/// keyboard protocol) and `ESC [ 27 ; modifiers ; number ~` (xterm's modifyOtherKeys).
enum EncodedKey {
  /// The bits of the modifiers, which are sent incremented by one.
  private enum Bit {
    static let shift = 1
    static let control = 4
    /// Caps Lock and Num Lock have no effect.
    static let locks = 64 | 128
  }

  /// The key as the same terminal would send it without numbers; nil for other numbers, for keys with modifiers such as
  /// Alt, and for releases of keys.
  static func key(_ parameters: [UInt8], final: UInt8) -> Key? {
    let fields = parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.split(separator: UInt8(ascii: ":")).map { Int(String(decoding: $0, as: UTF8.self)) } }
    switch (final, fields.count) {
    case (UInt8(ascii: "u"), 1): return key(fields[0].first, [1])
    case (UInt8(ascii: "u"), 2...3): return key(fields[0].first, fields[1])
    case (UInt8(ascii: "~"), 3) where fields[0] == [27]: return key(fields[2].first, fields[1])
    default: return nil
    }
  }

  /// Whether a key is pressed without modifiers: the modifiers as sent, 1 for none.
  static func isPlain(_ modifiers: ArraySlice<UInt8>) -> Bool {
    let parts = modifiers.split(separator: UInt8(ascii: ":")).map { Int(String(decoding: $0, as: UTF8.self)) }
    guard let first = parts.first, let first, 1...256 ~= first else { return false }
    return (first - 1) & ~Bit.locks == 0 && (parts.count < 2 || parts[1] != 3)
  }

  /// `modifiers` are the number of the modifiers, and the type of the event: 1 press, 2 repeat, 3 release.
  private static func key(_ code: Int??, _ modifiers: [Int?]) -> Key? {
    guard let code, let code, let first = modifiers.first ?? 1, 1...256 ~= first else { return nil }
    guard modifiers.count < 2 || modifiers[1] != 3 else { return nil }
    let bits = (first - 1) & ~Bit.locks
    switch code {
    case 9: return bits == Bit.shift ? .backTab : bits == 0 ? .tab : nil
    case 13, 27, 127: return bits == 0 ? plain[code] : nil
    case 57_344...63_743: return bits == 0 ? keypad[code] : nil
    default: break
    }
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), isPrintable(scalar) else {
      return nil
    }
    let character = Character(scalar)
    switch bits {
    case 0: return .character(character)
    case Bit.shift: return character.uppercased().first.map { .character($0) }
    case Bit.control, Bit.control | Bit.shift: return control(code)
    default: return nil
    }
  }

  /// kitty numbers the keys of the numeric keypad in the private use area.
  private static let keypad: [Int: Key] = {
    let characters = "0123456789./*-+".map { Key.character($0) }
    let others: [Key] = [.enter, .character("=")]
    let moves: [Key] = [
      .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .insert, .delete,
    ]
    var keys = Dictionary(uniqueKeysWithValues: (characters + others).enumerated().map { (57_399 + $0, $1) })
    // 57416 is the separator, which keypads do not have.
    for (offset, key) in moves.enumerated() { keys[57_417 + offset] = key }
    return keys
  }()

  private static let plain: [Int: Key] = [13: .enter, 27: .escape, 127: .backspace]

  /// The control character of a letter pressed with Control.
  private static func control(_ code: Int) -> Key? {
    guard 0x40...0x7E ~= code else { return nil }
    switch code & 0x1F {
    case 0x00: return nil
    case 0x08: return .backspace
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x1B: return .escape
    case let number: return .control(Character(Unicode.Scalar(UInt8(number) + 0x40)))
    }
  }

  /// kitty numbers its function keys in the private use area.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned: false
    default: true
    }
  }
}
