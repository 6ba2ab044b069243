import Foundation
public import Glibc

/// A program in a pseudo-terminal, as the leader of its own session. Times are milliseconds.
///
/// Only one thread may use it at a time.
public final class PseudoTerminal {
  /// The process ID.
  public let process: pid_t
  /// When the program was started.
  public let started: Double
  /// Whether the program still has the terminal, as far as `read` has seen.
  public private(set) var isOpen = true
  /// The exit status of the program as returned by waitpid(2); nil while it is running.
  public private(set) var waitStatus: Int32?
  /// The terminal driver's modes before the program was started, in the format of `modes`.
  public let initialModes: String
  private var master: Int32
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// POSIX_SPAWN_SETSID: glibc shows it only to programs that define _GNU_SOURCE, which Swift does not.
  private static let newSession: Int16 = 0x80

  /// The time of a monotonic clock.
  public static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  /// Starts a program.
  /// - Parameters:
  ///   - arguments: the path of the program, followed by its arguments.
  ///   - environment: all of its environment variables, as `NAME=value`.
  ///   - columns: the width of the window.
  ///   - rows: the height of the window.
  /// - Throws: the reason why it could not be started.
  public init(
    _ arguments: [String], environment: [String], columns: Int, rows: Int
  ) throws(PseudoTerminalError) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = PseudoTerminal.windowSize(columns: columns, rows: rows)
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { throw .noPseudoTerminal(errno: errno) }
    defer { close(slave) }
    // The program must have no other file descriptors for its terminal than the three that it is given.
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    self.master = master
    initialModes = PseudoTerminal.modes(of: master)
    started = PseudoTerminal.now
    process = try PseudoTerminal.spawn(arguments, environment: environment, terminal: name)
  }

  deinit {
    if waitStatus == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    if master >= 0 { close(master) }
    buffer.deallocate()
  }

  /// Spawns the program. The first terminal that a new session's leader opens becomes its controlling terminal.
  private static func spawn(
    _ arguments: [String], environment: [String], terminal: [CChar]
  ) throws(PseudoTerminalError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Threads of Swift's runtime have signals blocked, which a program started by them would inherit.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let program = arguments[0]
    let failure = withCStrings(arguments) { arguments in
      withCStrings(environment) { posix_spawn(&process, program, &actions, &attributes, arguments, $0) }
    }
    guard failure == 0 else { throw .cannotStart(program: program, errno: failure) }
    return process
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }

  // MARK: Input and output

  /// Reads the program's output, waiting up to `milliseconds`; nil if nothing arrived or no process has the terminal
  /// open anymore.
  public func read(waiting milliseconds: Double) -> [UInt8]? {
    guard isOpen, poll(POLLIN, milliseconds) else { return nil }
    let count = Glibc.read(master, buffer.baseAddress, buffer.count)
    // EIO: no process has the other side open anymore.
    if count <= 0 { isOpen = false }
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  private func poll(_ events: Int32, _ milliseconds: Double) -> Bool {
    var entry = pollfd(fd: master, events: Int16(events), revents: 0)
    return Glibc.poll(&entry, 1, Int32(max(0, milliseconds.rounded(.up)))) > 0
  }

  /// Types keys. Unread input beyond a few KiB is lost.
  public func write(_ keys: String) { write(Array(keys.utf8)) }

  /// Sends bytes as a terminal does.
  public func write(_ bytes: [UInt8]) {
    guard isOpen, poll(POLLOUT, 0) else { return }
    if Glibc.write(master, bytes, bytes.count) < 0 { isOpen = false }
  }

  // MARK: The terminal

  /// Resizes the window; the program receives SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    var size = PseudoTerminal.windowSize(columns: columns, rows: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  private static func windowSize(columns: Int, rows: Int) -> winsize {
    winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: UInt16(truncatingIfNeeded: columns * 8),
      ws_ypixel: UInt16(truncatingIfNeeded: rows * 16))
  }

  /// The modes of the terminal driver; the same text for the same modes.
  public var modes: String { PseudoTerminal.modes(of: master) }

  private static func modes(of terminal: Int32) -> String {
    var modes = termios()
    guard tcgetattr(terminal, &modes) == 0 else { return "unknown" }
    let keys = withUnsafeBytes(of: modes.c_cc) { $0.map(String.init).joined(separator: ",") }
    return "\(modes.c_iflag) \(modes.c_oflag) \(modes.c_cflag) \(modes.c_lflag) \(keys)"
  }

  /// Whether the driver delivers whole lines (canonical mode), as in a shell.
  public var isCanonical: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0 && modes.c_lflag & tcflag_t(ICANON) != 0
  }

  /// Closes the terminal while the program is running, like closing a window.
  public func hangUp() {
    isOpen = false
    if master >= 0 { close(master) }
    master = -1
  }

  // MARK: The program

  /// The peak memory of the program in MiB.
  public var peakMemory: Double? {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let peak = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return peak?.split { $0 == " " || $0 == "\t" }.compactMap { Double($0) }.first.map { $0 / 1024 }
  }

  /// Checks whether the program has ended.
  public func hasEnded() -> Bool {
    guard waitStatus == nil else { return true }
    var status: Int32 = 0
    // A traced process also reports that it was stopped.
    guard waitpid(process, &status, WNOHANG) == process, status & 0xFF != 0x7F else { return false }
    waitStatus = status
    return true
  }

  /// Waits for the program to end and kills it if it does not.
  /// - Returns: whether it ended successfully by itself.
  @discardableResult
  public func end(patience: Double) -> Bool {
    let deadline = PseudoTerminal.now + patience
    while isOpen, PseudoTerminal.now < deadline { _ = read(waiting: deadline - PseudoTerminal.now) }
    while !hasEnded() {
      guard PseudoTerminal.now < deadline else {
        kill(process, SIGKILL)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        waitStatus = status
        return false
      }
      usleep(1_000)
    }
    return waitStatus == 0
  }
}
