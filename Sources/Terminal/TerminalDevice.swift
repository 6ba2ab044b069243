import CNcurses
public import Display
import Glibc

/// The program's terminal: its screen, keys, colours and signals.
///
/// Only one may exist at a time. It never waits for the terminal. Anything painted while the terminal has not accepted
/// the previous output would be outdated when it arrives, so check `isReadyToPaint` first.
public final class TerminalDevice {
  /// The number of colours it supports.
  public let colorDepth: ColorDepth
  /// The size of the screen when it was last looked up.
  public private(set) var size: Size

  private let description: TerminalDescription
  let signals = SignalQueue()
  private var output: TerminalOutput
  private var input: TerminalInput
  var guardian: CrashGuard
  var isClaimed = false
  var events: [TerminalEvent] = []
  private var modes: RequestedModes
  private let clipboard: ClipboardSequence
  /// The clipboard sequence to send once all earlier output has been sent.
  private var copied: [UInt8]?
  private var painter: SurfacePainter
  private var synchronization = SynchronizedUpdates()
  /// The number of rows reported by the driver, even if fewer are used.
  private var rowCount = 0

  /// The largest size that is used, because any program can set the size to any number.
  private static let largestSize = Size(columns: 1_000, rows: 500)

  /// Claims the screen.
  /// - Parameters:
  ///   - environment: provides `TERM`, `COLORTERM`, `NO_COLOR` and `ESCDELAY`.
  ///   - crashNotice: the line printed after a crash, after the terminal was restored; the signal's number follows.
  /// - Throws: if there is no usable terminal; the terminal is then left unchanged.
  public init(environment: [String: String], crashNotice: String) throws(TerminalError) {
    description = try TerminalDescription(environment)
    shim_use_locale()
    output = try TerminalOutput()
    input = TerminalInput(description.keys, environment: environment)
    guardian = CrashGuard(terminal: output.descriptor, notice: crashNotice)
    colorDepth = description.colorDepth
    size = description.size
    painter = SurfacePainter(
      motion: description.motion, abilities: description.abilities, glyphs: GlyphWidths())
    modes = RequestedModes(cursorAddress: Terminfo.string("cup"))
    clipboard = ClipboardSequence(environment: environment)
    use(.monochrome)
    terminal_watch_start(output.descriptor, signals.descriptor)
    claim()
  }

  deinit {
    restore()
    output.close()
    close(signals.descriptor)
    description_unload()
  }

  // MARK: The screen

  /// Whether everything painted before has been sent.
  public var isReadyToPaint: Bool { isClaimed && output.isEmpty }

  /// The terminal type that is used instead of an unknown `TERM`; nil if `TERM` is known.
  public var substituteType: String? { description.substitute }

  /// Shows a surface from the top left corner, sending only what has changed since the last one. Does nothing if
  /// painting is currently impossible.
  public func paint(_ surface: Surface) {
    guard isReadyToPaint else { return }
    let bytes = painter.paint(surface, on: size)
    if !bytes.isEmpty { output.send(synchronization.wrap(bytes)) }
  }

  /// Changes the theme, from the next `paint` on. Ignored if the terminal has no colours.
  public func use(_ palette: Palette) {
    painter.use(palette, depth: colorDepth)
  }

  /// Makes the next `paint` send everything, because other programs may have written to the screen.
  public func redraw() {
    painter.forget()
  }

  /// Looks up the size of the terminal; the next `paint` sends everything.
  func updateSize() {
    var (rows, columns): (Int32, Int32) = (0, 0)
    shim_window_size(STDOUT_FILENO, &rows, &columns)
    if rows > 0, columns > 0 { size = Size(columns: Int(columns), rows: Int(rows)) }
    rowCount = size.rows
    size.columns = min(size.columns, TerminalDevice.largestSize.columns)
    size.rows = min(size.rows, TerminalDevice.largestSize.rows)
    if isClaimed { guardian.arm(reset: resetBytes) }
    redraw()
  }

  // MARK: Events

  /// Waits for an event of the terminal, or until another descriptor is readable. Sends pending output while waiting.
  /// - Parameters:
  ///   - descriptors: other descriptors to wait for; negative ones are ignored.
  ///   - timeout: how long to wait, in milliseconds; -1 for no limit.
  /// - Returns: why the wait ended.
  public func wait(for descriptors: [Int32], milliseconds timeout: Int = -1) -> Wakeup {
    let limits = [timeout, events.isEmpty ? -1 : 0, input.timeout ?? -1].filter { $0 >= 0 }
    let limit = limits.min() ?? -1
    var entries = descriptors.filter { $0 >= 0 }.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let others = entries.count
    entries.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0))
    entries.append(pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0))
    let wanted = output.isEmpty ? 0 : POLLOUT
    entries.append(pollfd(fd: output.descriptor, events: Int16(wanted), revents: 0))
    let count = poll(&entries, nfds_t(entries.count), Int32(limit))
    if entries[others].revents != 0 { readSignals() }
    if entries[others + 1].revents != 0 { readInput() }
    events += input.silence().compactMap(event)
    if wanted != 0 { flush() }
    if (entries[others + 1].revents | entries[others + 2].revents) & Int16(POLLERR | POLLNVAL) != 0
      || entries[others + 2].revents & Int16(POLLHUP) != 0
    {
      events.append(.lost)
    }
    let ready = Set(entries[..<others].filter { $0.revents != 0 }.map(\.fd))
    return Wakeup(ready: ready, isTimeout: count == 0 && limit == timeout && events.isEmpty)
  }

  /// The next pending event; nil if there is none.
  public func nextEvent() -> TerminalEvent? {
    events.isEmpty ? nil : events.removeFirst()
  }

  private func readSignals() {
    while let signal = signals.next() {
      switch signal {
      case .resized:
        updateSize()
        events.append(.resized(size))
      case .stop: events.append(.stop)
      case .continued: reclaim()
      case .end(let number): events.append(.end(signal: number))
      }
    }
  }

  private func readInput() {
    guard isClaimed else { return }
    let (outputs, isEmpty) = input.read(from: STDIN_FILENO)
    events += outputs.compactMap(event)
    // A closed terminal stays readable, but returns no bytes.
    if isEmpty, isHungUp { events.append(.lost) }
  }

  private var isHungUp: Bool {
    var state = pollfd(fd: STDIN_FILENO, events: 0, revents: 0)
    return poll(&state, 1, 0) > 0
  }

  /// Handles reports; all other input becomes events.
  private func event(_ output: InputDecoder.Output) -> TerminalEvent? {
    switch output {
    case .event(.key(.control("Z"))): return .stop
    // Another program may have left mouse reports on, or they have just been turned off.
    case .event(.mouse) where !mouse: return nil
    case .event(let event): return .input(event)
    case .modeReport(let report):
      synchronization.handle(report)
      return nil
    }
  }

  private func flush() {
    output.flush()
    guard output.isEmpty, let copied else { return }
    self.copied = nil
    output.send(copied)
  }

  // MARK: Mouse and clipboard

  /// Whether the terminal reports mouse events, so that selecting text requires holding Shift. Off by default.
  public var mouse: Bool { modes.mouse }

  /// Sets the terminal's modes.
  /// - Parameters:
  ///   - mouse: report the mouse.
  ///   - ordersText: do not reorder right-to-left text, because it is already sent in visual order.
  public func ask(mouse: Bool, ordersText: Bool) {
    var wanted = modes
    (wanted.mouse, wanted.ordersText) = (mouse, ordersText)
    guard wanted.request != modes.request else { return }
    if isClaimed { output.send(modes.release) }
    modes = wanted
    guard isClaimed else { return }
    guardian.arm(reset: resetBytes)
    output.send(modes.request)
  }

  /// Copies a text to the clipboard of the terminal's user, also over ssh and in tmux and GNU screen. Ignored by
  /// terminals that do not allow it; if output is pending, only the last text is sent.
  /// - Throws: `textTooLargeToCopy`; nothing has been sent then.
  public func copy(_ text: String) throws(TerminalError) {
    let size = text.utf8.count
    guard size <= ClipboardSequence.limit else {
      throw .textTooLargeToCopy(bytes: size, limit: ClipboardSequence.limit)
    }
    guard isClaimed, modes.areKnown else { return }
    copied = clipboard.bytes(for: text)
    flush()
  }

  // MARK: Restoring the terminal

  private var resetBytes: [UInt8] {
    synchronization.release + modes.release + Terminfo.resetBytes(rows: rowCount)
  }

  /// Restores the terminal, and shows what was written to standard error in the meantime. Does nothing if it has
  /// already been restored. Does not wait for a terminal that accepts no output.
  public func restore() {
    guard isClaimed else { return }
    awaitAnswer()
    isClaimed = false
    redraw()
    output.finish(with: resetBytes)
    guardian.setModes()
    guardian.disarm()
    terminal_watch_set_owner(terminal_released)
  }

  /// Waits for a pending report, which the shell would otherwise receive as typed input.
  private func awaitAnswer() {
    while let rest = synchronization.timeForAnswer {
      var state = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      guard poll(&state, 1, Int32(rest)) > 0, state.revents == Int16(POLLIN) else { return }
      readInput()
    }
  }

  /// Claims the screen again after `restore()`; the size may have changed.
  public func claim() {
    guard !isClaimed else { return }
    isClaimed = true
    terminal_watch_set_owner(terminal_claimed)
    guardian.rememberModes()
    updateSize()
    enter()
  }

  func enter() {
    guardian.setRawModes()
    output.send(description.enter + modes.request + (modes.areKnown ? synchronization.question : []))
  }
}
