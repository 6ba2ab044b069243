import CNcurses
import Glibc

/// Gives any terminal of 256 colours an entry that takes 24-bit ones.
///
/// ncurses sends exact colours where the description has the `RGB` capability and `setaf` takes `0xRRGGBB`,
/// as in `xterm-direct` (user_caps(5)). But `TERM` names the entry without, though the terminal itself says
/// through `COLORTERM` that it can; and the entries that have it are seldom installed. So the entry of this
/// terminal is taken, its colours exchanged, and handed to ncurses compiled (term(5)), inside the variable
/// `TERMINFO` (infocmp(1), option `-Q`): no file, and no reach into ncurses' own memory.
struct DirectColor {
  /// The colours there are: red, green and blue of 8 bits.
  static let count = 1 << 24

  var name: String
  var flags: [Bool] = []
  var numbers: [Int32] = []
  var strings: [[UInt8]?] = []
  /// Flags outside the standard, by name in ascending order. `AX`: default colours can be set one by one.
  var extraFlags: [String]

  /// The variant of the description that is loaded.
  init(type: String) {
    name = type
    extraFlags = (Terminfo.flag("AX") ? ["AX"] : []) + ["RGB"]
    while let name = description_flag_name(Int32(flags.count)) {
      flags.append(DirectColor.flag(String(cString: name)))
    }
    while let name = description_number_name(Int32(numbers.count)) {
      numbers.append(DirectColor.number(String(cString: name)))
    }
    while let name = description_string_name(Int32(strings.count)) {
      strings.append(DirectColor.string(String(cString: name)))
    }
  }

  private static func flag(_ name: String) -> Bool {
    name == "ccc" ? false : Terminfo.flag(name)
  }

  private static func number(_ name: String) -> Int32 {
    switch name {
    case "colors": Int32(count)
    case "pairs": Int32(Int16.max)
    default: Terminfo.number(name)
    }
  }

  /// Colours are sent as they are, and none of the terminal's own is changed.
  private static func string(_ name: String) -> [UInt8]? {
    switch name {
    case "setaf": setColor(38)
    case "setab": setColor(48)
    case "setf", "setb", "initc", "initp", "scp", "oc": nil
    default: Terminfo.string(name)
    }
  }

  /// SGR 38 or 48 with the bytes of the one parameter.
  private static func setColor(_ code: Int) -> [UInt8] {
    Array("\u{1B}[\(code);2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm".utf8)
  }

  /// Lets ncurses find this description instead of the database's while `body` runs.
  ///
  /// The variable is the process's; like every use of setenv(3) this belongs before other threads start.
  func whileInPlace<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let digits = Array("0123456789ABCDEF".utf8)
    let hex = compiled.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    let before = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", "hex:" + String(decoding: hex, as: UTF8.self), 1)
    defer {
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    return try body()
  }
}

// MARK: The compiled form

extension DirectColor {
  /// The description as tic(1) would write it, with 32-bit numbers (term(5), "EXTENDED NUMBER FORMAT").
  var compiled: [UInt8] {
    let names = Array(name.utf8) + [0]
    let (offsets, table) = DirectColor.stringTable(strings)
    let counts = [0o1036, names.count, flags.count, numbers.count, strings.count, table.count]
    var bytes = counts.flatMap(DirectColor.short) + names + flags.map { $0 ? 1 : 0 }
    if bytes.count % 2 != 0 { bytes.append(0) }
    bytes += numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
    bytes += offsets.flatMap(DirectColor.short) + table
    if bytes.count % 2 != 0 { bytes.append(0) }
    return bytes + extraSection
  }

  /// The capabilities outside the standard (term(5), "EXTENDED STORAGE FORMAT"); here flags only.
  private var extraSection: [UInt8] {
    let (offsets, table) = DirectColor.stringTable(extraFlags.map { Array($0.utf8) })
    var bytes = [extraFlags.count, 0, 0, extraFlags.count, table.count].flatMap(DirectColor.short)
    bytes += extraFlags.map { _ in 1 }
    if bytes.count % 2 != 0 { bytes.append(0) }
    return bytes + offsets.flatMap(DirectColor.short) + table
  }

  /// Where each string starts, -1 for a missing one, and all of them with a zero after each.
  private static func stringTable(_ strings: [[UInt8]?]) -> (offsets: [Int], table: [UInt8]) {
    var table: [UInt8] = []
    let offsets = strings.map { string in
      guard let string else { return -1 }
      defer { table += string + [0] }
      return table.count
    }
    return (offsets, table)
  }

  private static func short(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }
}
