import CNcurses
import Glibc

/// ncurses, opened on this terminal: the right description, the modes, the colours.
struct CursesSession {
  /// A terminal type that was looked up and can be drawn on.
  struct Description {
    let type: String
    let colorDepth: ColorDepth
    let abilities: TerminalAbilities
    let motion: CursorMotion
  }

  private let screen: OpaquePointer
  /// A window that is never drawn, because reading from a drawn one would draw it.
  private let keyboard: UnsafeMutablePointer<WINDOW>?

  /// How long the rest of an escape sequence may take, in milliseconds, before it was the Escape key.
  private static let escapeDelay: Int32 = 25

  /// Looks at the terminal before anything is done to it.
  static func describe(_ environment: [String: String]) throws(TerminalError) -> Description {
    guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(.input) }
    guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(.output) }
    guard let type = environment["TERM"], !type.isEmpty else { throw .typeNotSet }
    try Terminfo.load(type, terminal: STDOUT_FILENO)
    let abilities = TerminalAbilities.loaded
    guard let motion = CursorMotion(abilities) else { throw .cannotAddressCursor(type) }
    let colors = abilities.string("setaf") == nil ? -1 : Int(Terminfo.number("colors"))
    return Description(
      type: type, colorDepth: ColorDepth(environment: environment, colors: colors), abilities: abilities,
      motion: motion)
  }

  /// Opens ncurses on a described terminal.
  init(_ description: Description) throws(TerminalError) {
    shim_use_locale()
    // ncurses loads the description once more, for itself.
    description_unload()
    guard let screen = shim_open_screen(description.type) else { throw .cannotOpen(description.type) }
    self.screen = screen
    keyboard = newpad(1, 1)
  }

  /// Sets the modes of the terminal and of ncurses.
  func configure() {
    cbreak()
    noecho()
    nonl()
    shim_pass_all_keys(STDIN_FILENO)
    set_escdelay(CursesSession.escapeDelay)
    intrflush(keyboard, false)
    keypad(keyboard, true)
    // Mouse reports are unknown sequences here, and are swallowed as such.
    keyok(KEY_MOUSE, false)
  }

  /// Claims the screen again after it was given back with `endwin`. It is empty then.
  func resume() {
    clearok(shim_physical_screen(), true)
    wrefresh(shim_screen())
  }

  /// Reads a byte or the code of a key; `shim_error()` if there is none. While `waiting`, it gives the rest
  /// of an escape sequence its time.
  func read(waiting: Bool) -> Int32 {
    wtimeout(keyboard, waiting ? CursesSession.escapeDelay : 0)
    return wgetch(keyboard)
  }

  /// Frees what ncurses holds. The terminal must have been given back.
  func close() {
    delwin(keyboard)
    delscreen(screen)
  }
}
