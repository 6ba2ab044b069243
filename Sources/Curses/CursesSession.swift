import CNcurses
import Glibc

/// ncurses, opened on this terminal: the right description, the modes, the colours.
struct CursesSession {
  /// A terminal type that was looked up and can be drawn on.
  struct Description {
    let type: String
    let colorDepth: ColorDepth
  }

  let colorDepth: ColorDepth
  /// Whether the terminal can go back to its own colours.
  let hasDefaultColors: Bool
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
    guard Terminfo.string("cup") != nil else { throw .cannotAddressCursor(type) }
    let colors = Int(Terminfo.number("colors"))
    return Description(type: type, colorDepth: ColorDepth(environment: environment, colors: colors))
  }

  /// Opens ncurses on a described terminal.
  init(_ description: Description) throws(TerminalError) {
    shim_use_locale()
    guard let screen = CursesSession.open(description) else { throw .cannotOpen(description.type) }
    self.screen = screen
    // Had the direct colours been refused, the database's own description would be in use.
    let isDirect = Terminfo.number("colors") == DirectColor.count
    let isDowngraded = description.colorDepth == .trueColor && !isDirect
    colorDepth = isDowngraded ? .colors256 : description.colorDepth
    if colorDepth != .monochrome { start_color() }
    hasDefaultColors = colorDepth != .monochrome && use_default_colors() != shim_error()
    keyboard = newpad(1, 1)
  }

  private static func open(_ description: Description) -> OpaquePointer? {
    let direct = description.colorDepth == .trueColor ? DirectColor(type: description.type) : nil
    // ncurses loads the description once more, for itself.
    description_unload()
    guard let direct else { return shim_open_screen(description.type) }
    return direct.whileInPlace { shim_open_screen(description.type) }
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
    // ncurses would stop painting when a key comes, which need not lead to another painting.
    typeahead(-1)
    // Whole lines may be moved on the screen, which saves most of the bytes when a list scrolls (ncurses does
    // it anyway where the terminal has scrolling regions). Parts of lines may not: where terminal and C
    // library disagree about a character's width, the wrong cells would move.
    idlok(shim_screen(), true)
    idcok(shim_screen(), false)
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
