/// The abilities of a terminal that the painter needs to know, with their names in terminfo(5).
struct TerminalAbilities {
  private let strings: [String: [UInt8]]
  /// Whether a character in the last column moves the cursor to the next row immediately, and in the last row scrolls
  /// the screen (`am` without `xenl`).
  let wrapsAtOnce: Bool
  /// Whether erased cells get the current background (`bce`).
  let erasesInColor: Bool
  /// Whether the cursor can be moved in any style (`msgr`).
  let movesInAnyStyle: Bool
  /// Whether each of the default colours can be set separately, with SGR 39 and 49 (`AX`).
  let setsDefaultColors: Bool
  /// The attributes that cannot be combined with colours, as bits (`ncv`).
  let noColorVideo: Int

  init(strings: [String: [UInt8]], flags: Set<String>, noColorVideo: Int = 0) {
    self.strings = strings
    wrapsAtOnce = flags.contains("am") && !flags.contains("xenl")
    erasesInColor = flags.contains("bce")
    movesInAnyStyle = flags.contains("msgr")
    setsDefaultColors = flags.contains("AX")
    self.noColorVideo = noColorVideo
  }

  /// The abilities of the loaded description.
  static var loaded: TerminalAbilities {
    let strings = stringNames.compactMap { name in Terminfo.string(name).map { (name, $0) } }
    return TerminalAbilities(
      strings: Dictionary(strings) { first, _ in first }, flags: Set(flagNames.filter { Terminfo.flag($0) }),
      noColorVideo: max(0, Int(Terminfo.number("ncv"))))
  }

  private static let stringNames = [
    "cup", "hpa", "vpa", "home", "cr", "cub1", "cuf1", "cud1", "cuu1",
    "ech", "el", "clear", "civis", "cnorm",
    "sgr0", "bold", "dim", "rev", "smso", "rmso", "smul", "rmul", "sitm", "ritm", "op", "setaf", "setab",
  ]
  private static let flagNames = ["am", "xenl", "bce", "msgr", "AX"]

  /// A string without parameters, with its delays removed.
  func string(_ name: String) -> [UInt8]? {
    strings[name].map { Terminfo.withoutDelays($0) }
  }

  /// A string with parameters.
  func capability(_ name: String) -> Capability? {
    strings[name].map { Capability($0) }
  }
}
