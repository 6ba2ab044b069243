import Foundation

/// A program in a pseudo-terminal of its own, as the leader of a session of its own.
final class PseudoTerminal {
  let process: pid_t
  /// When the program was spawned.
  let spawned: Double
  private let master: Int32
  private var isReaped = false
  private(set) var isOpen = true
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  /// POSIX_SPAWN_SETSID: glibc shows it only to programs that ask for all of GNU, as Swift's module does not.
  private static let newSession: Int16 = 0x80

  /// Runs a program; `environment` holds `NAME=value`.
  init(_ arguments: [String], environment: [String], columns: Int, rows: Int) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: UInt16(columns * 8),
      ws_ypixel: UInt16(rows * 16))
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw BenchmarkError.system("no pseudo-terminal", errno)
    }
    defer { close(slave) }
    // The program must have no other way to its terminal than the three that it is given.
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    self.master = master
    spawned = Clock.now
    process = try PseudoTerminal.spawn(arguments, environment: environment, terminal: name)
  }

  deinit {
    end(patience: 0)
    close(master)
    buffer.deallocate()
  }

  /// The first terminal that a new session's leader opens becomes its controlling terminal.
  private static func spawn(_ arguments: [String], environment: [String], terminal: [CChar]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGINT, SIGTERM, SIGPIPE] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let program = arguments[0]
    let failure = withCStrings(arguments) { arguments in
      withCStrings(environment) { posix_spawn(&process, program, &actions, &attributes, arguments, $0) }
    }
    guard failure == 0 else { throw BenchmarkError.system("cannot run \(program)", failure) }
    return process
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeBufferPointer { pointers in
      guard let start = pointers.baseAddress else { preconditionFailure("there is always the last nil") }
      return body(start)
    }
  }

  /// What the program has sent, waiting for it up to `milliseconds`; nil if nothing came or the program has
  /// gone.
  func read(waiting milliseconds: Double) -> [UInt8]? {
    guard isOpen, wait(milliseconds) else { return nil }
    let count = Glibc.read(master, buffer.baseAddress, buffer.count)
    // EIO: nobody has the other side open any more.
    if count <= 0 { isOpen = false }
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  private func wait(_ milliseconds: Double) -> Bool {
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, Int32(max(0, milliseconds.rounded(.up)))) > 0
  }

  /// Types keys.
  func write(_ keys: String) {
    let bytes = Array(keys.utf8)
    if Glibc.write(master, bytes, bytes.count) != bytes.count { isOpen = false }
  }

  /// The most memory that the program has had at once, in MiB.
  var peakMemory: Double? {
    let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    let peak = status?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return peak?.split { $0 == " " || $0 == "\t" }.compactMap { Double($0) }.first.map { $0 / 1024 }
  }

  /// Waits for the program to end; kills it when it does not.
  /// - Returns: whether it ended well by itself.
  @discardableResult
  func end(patience: Double) -> Bool {
    guard !isReaped else { return true }
    isReaped = true
    let deadline = Clock.now + patience
    while isOpen, Clock.now < deadline { _ = read(waiting: deadline - Clock.now) }
    let isLate = isOpen
    if isLate { kill(process, SIGKILL) }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return !isLate && status == 0
  }
}
