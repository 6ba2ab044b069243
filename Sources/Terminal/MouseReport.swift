import Display

/// A mouse report in xterm's SGR form (DECSET 1006): `ESC [ < button ; column ; row M`, or `m` for a release.
enum MouseReport {
  /// The bits of the first number besides the two of the button.
  private enum Bit {
    static let shift = 4
    static let alt = 8
    static let control = 16
    static let motion = 32
    static let wheel = 64
    static let all = 127
  }

  /// The maximum number of columns and rows of a screen.
  private static let furthest = 1 << 15

  /// Parses a report from everything between `ESC [` and the final byte; nil if it is not a report, and for buttons
  /// that were not requested.
  static func event(_ parameters: [UInt8], isRelease: Bool) -> MouseEvent? {
    guard parameters.first == UInt8(ascii: "<") else { return nil }
    let numbers = parameters.dropFirst().split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map(number)
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      let kind = kind(code, isRelease: isRelease), 1...furthest ~= column, 1...furthest ~= row
    else { return nil }
    return MouseEvent(kind, at: Point(column: column - 1, row: row - 1), modifiers: modifiers(code))
  }

  private static func kind(_ code: Int, isRelease: Bool) -> MouseEvent.Kind? {
    guard code <= Bit.all else { return nil }
    if code & Bit.wheel != 0 { return isRelease ? nil : wheel(code) }
    let button: MouseEvent.Button? =
      switch code & 3 {
      case 0: .left
      case 1: .middle
      case 2: .right
      default: nil
      }
    guard let button else { return nil }
    if isRelease { return .release(button) }
    return code & Bit.motion != 0 ? .drag(button) : .press(button)
  }

  /// Nil for horizontal wheels.
  private static func wheel(_ code: Int) -> MouseEvent.Kind? {
    switch code & 3 {
    case 0: .wheelUp
    case 1: .wheelDown
    default: nil
    }
  }

  private static func modifiers(_ code: Int) -> MouseEvent.Modifiers {
    var modifiers: MouseEvent.Modifiers = []
    if code & Bit.shift != 0 { modifiers.insert(.shift) }
    if code & Bit.alt != 0 { modifiers.insert(.alt) }
    if code & Bit.control != 0 { modifiers.insert(.control) }
    return modifiers
  }

  /// Parses digits only: `Int` would accept a sign.
  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
