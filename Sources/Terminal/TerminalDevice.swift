import CNcurses
public import Display
import Glibc

/// The terminal that the program runs in: its screen, its keys, its colours.
///
/// There is one at a time, and it lives on the thread that made it: ncurses keeps its state in globals. It is
/// made before other threads start, because the environment is changed for a moment. Signals are not its
/// business: the event loop reads them and calls `resized()` and `suspend()`.
public final class TerminalDevice {
  /// How many colours it has.
  public let colorDepth: ColorDepth

  private let session: CursesSession
  private var guardian: CrashGuard
  private var isClaimed = false
  private var modes: RequestedModes
  private let clipboard: ClipboardSequence
  private var decoder = InputDecoder()
  private var events: [InputEvent] = []
  private var painter: SurfacePainter

  /// Claims the screen.
  /// - Parameters:
  ///   - environment: where `TERM`, `COLORTERM` and `NO_COLOR` are looked up.
  ///   - crashNotice: the line a crash prints when the terminal is given back; the signal's number follows.
  /// - Throws: why there is no screen to be had; then the terminal is as before.
  public init(environment: [String: String], crashNotice: String) throws(TerminalError) {
    let description = try CursesSession.describe(environment)
    guardian = CrashGuard(terminal: STDOUT_FILENO, notice: crashNotice)
    guardian.rememberModes()
    session = try CursesSession(description)
    colorDepth = description.colorDepth
    painter = SurfacePainter(
      motion: description.motion, abilities: description.abilities, glyphs: GlyphWidths())
    modes = RequestedModes(cursorAddress: Terminfo.string("cup"))
    clipboard = ClipboardSequence(environment: environment)
    isClaimed = true
    guardian.arm(reset: resetBytes)
    session.configure()
    use(.monochrome)
    _ = resized()
    TerminalOutput.send(modes.request)
  }

  deinit {
    restore()
    session.close()
  }

  private var resetBytes: [UInt8] {
    modes.release + Terminfo.resetBytes(rows: size.rows)
  }

  // MARK: The screen

  /// The size of the screen, as of the last time it was looked up.
  public var size: Size {
    Size(columns: Int(shim_columns()), rows: Int(shim_rows()))
  }

  /// Shows a surface from the top left corner on, sending only what changed since the last one.
  public func paint(_ surface: Surface) {
    guard isClaimed else { return }
    TerminalOutput.send(painter.paint(surface, on: size))
  }

  /// Changes the theme; the next `paint` shows it. Without colours the palette for that is used instead.
  public func use(_ palette: Palette) {
    painter.use(palette, depth: colorDepth)
  }

  /// Makes the next `paint` send everything, whatever other programs have written over the screen.
  public func redraw() {
    painter.forget()
  }

  /// Looks up the size of the terminal, after SIGWINCH; the next `paint` sends everything.
  /// - Returns: the new size, or the one before where the terminal does not tell.
  public func resized() -> Size {
    var (rows, columns): (Int32, Int32) = (0, 0)
    shim_window_size(STDOUT_FILENO, &rows, &columns)
    if rows > 0, columns > 0, rows != shim_rows() || columns != shim_columns() {
      resizeterm(rows, columns)
      if isClaimed { guardian.arm(reset: resetBytes) }
    }
    redraw()
    return size
  }

  // MARK: Keys, mouse, clipboard

  /// The next event; nil if no more are waiting. It waits itself only for the rest of an escape sequence, 25
  /// ms. ^Z is no key: it becomes SIGTSTP, as the terminal driver would have made it.
  public func nextEvent() -> InputEvent? {
    guard isClaimed else { return nil }
    while true {
      while events.isEmpty {
        let code = session.read(waiting: decoder.isWaiting)
        if code == shim_error(), !decoder.isWaiting { return nil }
        events = code == shim_error() ? decoder.silence() : decoder.take(code)
      }
      switch events.removeFirst() {
      case .key(.control("Z")): job_control_ask_to_suspend()
      // Another program may have left the mouse on, or it was only just switched off.
      case .mouse where !mouse: break
      case let event: return event
      }
    }
  }

  /// Whether the terminal tells of the mouse, which keeps it from selecting text with it, unless Shift is held.
  /// It does not before it is asked to.
  public var mouse: Bool { modes.mouse }

  /// Asks for what the terminal is to do beside drawing, or takes it back.
  /// - Parameters:
  ///   - mouse: tell of the mouse.
  ///   - ordersText: leave right-to-left text as it comes, because it comes in the order of the screen.
  public func ask(mouse: Bool, ordersText: Bool) {
    change { ($0.mouse, $0.ordersText) = (mouse, ordersText) }
  }

  private func change(_ change: (inout RequestedModes) -> Void) {
    var wanted = modes
    change(&wanted)
    guard wanted.request != modes.request else { return }
    if isClaimed { TerminalOutput.send(modes.release) }
    modes = wanted
    guard isClaimed else { return }
    guardian.arm(reset: resetBytes)
    TerminalOutput.send(modes.request)
  }

  /// Puts a text on the clipboard of whoever sits at the terminal, also through ssh, tmux and GNU screen. A
  /// terminal that does not allow it says nothing.
  /// - Throws: `textTooLargeToCopy`; then nothing was sent.
  public func copy(_ text: String) throws(TerminalError) {
    let size = text.utf8.count
    guard size <= ClipboardSequence.limit else {
      throw .textTooLargeToCopy(bytes: size, limit: ClipboardSequence.limit)
    }
    if isClaimed, modes.areKnown { TerminalOutput.send(clipboard.bytes(for: text)) }
  }

  /// Whether the terminal is gone, its window closed or its line cut. It stays readable then and gives
  /// nothing, so look here when `nextEvent()` was called and had none.
  public var inputEnded: Bool {
    shim_hung_up(STDIN_FILENO) != 0
  }

  // MARK: Giving it back

  /// Gives the terminal back as it was; what was written to standard error meanwhile appears. Does nothing if
  /// it is given back already.
  public func restore() {
    guard isClaimed else { return }
    isClaimed = false
    TerminalOutput.send(modes.release + painter.end())
    endwin()
    guardian.disarm()
  }

  /// Claims the screen again after `restore()`; the size may be another.
  public func claim() {
    guard !isClaimed else { return }
    isClaimed = true
    def_shell_mode()
    guardian.rememberModes()
    guardian.arm(reset: resetBytes)
    _ = resized()
    session.resume()
    TerminalOutput.send(modes.request)
  }

  /// Gives the terminal back, stops the process group as the terminal driver does for ^Z, and claims the
  /// screen again when it goes on; the size may be another. If it goes on only to be ended by a signal, the
  /// screen stays given back.
  public func suspend() {
    restore()
    job_control_stop()
    if job_control_wait_for_foreground(STDIN_FILENO) != 0 { claim() }
  }
  /// Lends the terminal to another program until it ends, and claims it again; the size may be another. ^C is for
  /// the program alone meanwhile; when it is stopped by ^Z, so are we, and both go on together.
  /// - Parameter start: starts the program in our process group, with signals as usual, and tells its number.
  /// - Returns: how it ended, as waitpid(2) tells it.
  /// - Throws: what `start` throws; the terminal is claimed again then, too.
  public func lend<Failure>(to start: () throws(Failure) -> Int32) throws(Failure) -> Int32 {
    restore()
    defer {
      // One that crashed leaves modes behind that nobody asked for.
      guardian.setModes()
      if job_control_wait_for_foreground(STDIN_FILENO) != 0 { claim() }
    }
    return job_control_wait_for_end(try start())
  }
}
