import Foundation
import Glibc

/// What a program has printed, and how it ended.
struct Finished {
  /// The exit code; for a program that a signal ended 128 and the signal's number.
  var status: Int32
  var outputBytes: Data
  var errorBytes: Data

  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  var errors: String { String(decoding: errorBytes, as: UTF8.self) }
  var lines: [String] { output.split(separator: "\n").map(String.init) }
}

/// Runs a program with nothing but the given environment and waits for its end.
///
/// Output goes through files: a program that prints much never waits for somebody to read it.
enum ChildProcess {
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) async throws -> Finished {
    let base = Program.temporary + "/broadsheet-terminal-output-\(UUID().uuidString)"
    let (output, errors) = (base + ".out", base + ".err")
    defer { for file in [output, errors] { unlink(file) } }
    let child = try spawn(program, arguments, environment, output: output, errors: errors)
    let status = try await wait(for: child, name: ([program] + arguments).joined(separator: " "))
    return Finished(
      status: status, outputBytes: try Data(contentsOf: URL(fileURLWithPath: output)),
      errorBytes: try Data(contentsOf: URL(fileURLWithPath: errors)))
  }

  /// Runs a program whose outcome nobody asks for, where nothing can be awaited.
  static func runAndForget(_ program: String, _ arguments: [String]) {
    let child = try? spawn(program, arguments, [:], output: "/dev/null", errors: "/dev/null")
    if let child { waitpid(child, nil, 0) }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String], output: String, errors: String
  ) throws -> pid_t {
    var attributes = plainSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, O_WRONLY | O_CREAT, 0o600)
    // A terminal that stays must not keep the pipes of whoever runs the tests.
    for file in openFiles where file > STDERR_FILENO { posix_spawn_file_actions_addclose(&actions, file) }
    var child: pid_t = 0
    let code = withCStrings([program] + arguments) { words in
      withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawn(&child, program, &actions, &attributes, words, variables)
      }
    }
    guard code == 0 else { throw Trouble("\(program) cannot be started: \(String(cString: strerror(code)))") }
    return child
  }

  private static var openFiles: [Int32] {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []).compactMap { Int32($0) }
  }

  /// Threads of Swift's runtime have signals blocked, which a program started by them would inherit.
  private static func plainSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }

  private static func wait(for child: pid_t, name: String) async throws -> Int32 {
    let deadline = ContinuousClock.now + Patience.limit
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else {
        kill(child, SIGKILL)
        waitpid(child, nil, 0)
        throw Trouble("\(name) did not end in \(Patience.limit)")
      }
      try await Task.sleep(for: .milliseconds(4))
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}

/// Why a test could not go on.
struct Trouble: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// How long tests wait for what they expect: far longer than it takes, for machines that are busy.
enum Patience {
  static let limit = Duration.seconds(20)

  /// Looks again and again until there is something.
  static func wait<Value>(for what: String, _ look: () async throws -> Value?) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    while true {
      if let value = try await look() { return value }
      guard ContinuousClock.now < deadline else { throw Trouble("waited \(limit) in vain for \(what)") }
      try await Task.sleep(for: .milliseconds(30))
    }
  }
}
