import CLinux
import Foundation
import Glibc
import Text
import Threads

/// A program to start: its arguments and additional environment variables.
///
/// No shell interprets the arguments. If the program is a shell, its command line is only what the user wrote;
/// everything else is passed as arguments or variables.
public struct ProgramCall: Hashable, Sendable {
  /// The program, looked up on the `PATH` unless it has a slash, and its arguments.
  public var words: [String]
  /// Variables that differ from our own environment.
  public var variables: [String: String]
  /// Its name in messages: the program, or the user's command line.
  public var name: String

  /// A call of a program.
  public init(_ words: [String], variables: [String: String] = [:]) {
    self.words = words
    self.variables = variables
    name = words.first ?? ""
  }

  /// A command line that the reader wrote, for `/bin/sh`, with arguments that the shell does not interpret: `$1`,
  /// `$2`, and all of them as `"$@"`.
  public init(shell line: String, arguments: [String] = [], variables: [String: String] = [:]) {
    self.init(["/bin/sh", "-c", line, "sh"] + arguments, variables: variables)
    name = line
  }

  /// Starts it in our process group, on our terminal, which we must have released.
  /// - Parameter input: its standard input; nil for the keyboard.
  /// - Returns: its process ID; the caller must wait for the process.
  /// - Throws: if it cannot be started.
  public func startInForeground(input: [UInt8]? = nil) throws(SubprocessError) -> Int32 {
    guard let input else {
      return try start(input: STDIN_FILENO, output: STDOUT_FILENO, errors: STDERR_FILENO, session: false)
    }
    // A memory file instead of a pipe, because nothing writes to a pipe while the program runs.
    let file = memfd_create("story", linux_memfd_cloexec)
    defer { close(file) }
    guard file >= 0, FileBytes.write(input[...], to: file), lseek(file, 0, SEEK_SET) == 0 else {
      throw .cannotStart(program: words.first ?? "", errno: errno)
    }
    return try start(input: file, output: STDOUT_FILENO, errors: STDERR_FILENO, session: false)
  }

  /// Starts it in a session of its own, without a terminal and without input or output. It may outlive us.
  /// - Parameter whenDone: called on another thread with how it ended.
  /// - Throws: if it cannot be started; then `whenDone` is not called.
  public func startInBackground(whenDone: @escaping @Sendable (ProgramEnding) -> Void) throws(SubprocessError)
  {
    let nothing = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { if nothing >= 0 { close(nothing) } }
    let process = try start(input: nothing, output: nothing, errors: nothing, session: true)
    // If no thread can be started, `whenDone` is never called.
    try? SystemThread.start(name: "program") {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      whenDone(ProgramEnding(waitStatus: status))
    }
  }

  /// Starts it with these descriptors and default signals: ours are blocked for the event loop.
  func start(input: Int32, output: Int32, errors: Int32, session: Bool) throws(SubprocessError) -> pid_t {
    var attributes = ProgramCall.attributes(session: session)
    defer { posix_spawnattr_destroy(&attributes) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, place) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      // All other descriptors are close-on-exec.
      if descriptor != place { posix_spawn_file_actions_adddup2(&actions, descriptor, place) }
    }
    let environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let program = words.first ?? ""
    var process: pid_t = 0
    let code = ProgramCall.withCStrings(words) { words in
      ProgramCall.withCStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawnp(&process, program, &actions, &attributes, words, variables)
      }
    }
    switch code {
    case 0: return process
    case ENOENT: throw .programNotFound(program)
    default: throw .cannotStart(program: program, errno: code)
    }
  }

  private static func attributes(session: Bool) -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | (session ? linux_spawn_setsid : 0)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    return attributes
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { FileName.withName($0) { strdup($0) } }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
