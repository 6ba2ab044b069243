import CNcurses
import Display
import Glibc

/// The description of a terminal type that can be drawn on.
struct TerminalDescription {
  /// The similar type that is used instead; nil if `TERM` is known.
  let substitute: String?
  let colorDepth: ColorDepth
  let abilities: TerminalAbilities
  let motion: CursorMotion
  let keys: KeySequences
  /// Claims the screen: switches to the alternate screen, and the keys to application mode.
  let enter: [UInt8]
  /// The size of a terminal if its driver does not know it.
  let size: Size

  /// Checks the terminal before changing anything.
  init(_ environment: [String: String]) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    guard let type = environment["TERM"], !type.isEmpty else { throw .typeNotSet }
    substitute = try TerminalDescription.load(type)
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

  /// - Returns: the type that was loaded instead; nil if the requested one is known.
  private static func load(_ type: String) throws(TerminalError) -> String? {
    do throws(TerminalError) {
      try Terminfo.load(type, terminal: STDOUT_FILENO)
      return nil
    } catch {
      for similar in SimilarTerminal.types(like: type) {
        do throws(TerminalError) {
          try Terminfo.load(similar, terminal: STDOUT_FILENO)
          return similar
        } catch { continue }
      }
      throw error
    }
  }
}
