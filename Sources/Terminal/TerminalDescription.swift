import CNcurses
import Display
import Glibc

/// A terminal type that was looked up and can be drawn on.
struct TerminalDescription {
  let colorDepth: ColorDepth
  let abilities: TerminalAbilities
  let motion: CursorMotion
  let keys: KeySequences
  /// Claims the screen: the alternate one, and the keys' application mode.
  let enter: [UInt8]
  /// The size of a terminal whose driver does not know.
  let size: Size

  /// Looks at the terminal before anything is done to it.
  init(_ environment: [String: String]) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    guard let type = environment["TERM"], !type.isEmpty else { throw .typeNotSet }
    try Terminfo.load(type, terminal: STDOUT_FILENO)
    abilities = TerminalAbilities.loaded
    guard let motion = CursorMotion(abilities) else { throw .cannotAddressCursor(type) }
    self.motion = motion
    let colors = abilities.string("setaf") == nil ? -1 : Int(Terminfo.number("colors"))
    colorDepth = ColorDepth(environment: environment, colors: colors)
    keys = KeySequences.loaded
    enter = Terminfo.withoutDelays(["smcup", "smkx"].flatMap { Terminfo.string($0) ?? [] })
    let (columns, rows) = (Terminfo.number("cols"), Terminfo.number("lines"))
    size = Size(columns: columns > 0 ? Int(columns) : 80, rows: rows > 0 ? Int(rows) : 24)
  }
}
