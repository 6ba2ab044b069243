import CLinux
import Foundation
import Glibc
import Synchronization
import Threads

/// Runs a program with a text as its input and collects its output, on a thread of its own. It has no terminal.
public final class PipedProgram: Sendable {
  /// The result of a program.
  public struct Outcome: Hashable, Sendable {
    /// Its output, sanitized.
    public var lines: [String]
    /// Its standard error, sanitized.
    public var errors: [String]
    /// Whether its output was truncated.
    public var isCut: Bool
    /// How it ended.
    public var ending: ProgramEnding
  }

  private enum State: Sendable {
    case starting
    /// It has not been waited for, so its process ID is still valid.
    case running(pid_t)
    case over
  }

  private let state = Mutex((state: State.starting, isCancelled: false))
  /// Wakes the thread when the program is cancelled.
  private let wakeUp = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))

  private init() {}

  deinit {
    close(wakeUp)
  }

  /// Starts a program.
  /// - Parameters:
  ///   - call: the program.
  ///   - input: its standard input, which it need not read.
  ///   - outputLimit: the most bytes of its output that are read; then the pipe is closed.
  ///   - whenDone: called once with the result, on another thread; on this one if no thread can be started.
  /// - Returns: the running program, to cancel it.
  public static func start(
    _ call: ProgramCall, input: [UInt8], outputLimit: Int = 1 << 20,
    whenDone: @escaping @Sendable (Result<Outcome, SubprocessError>) -> Void
  ) -> PipedProgram {
    let program = PipedProgram()
    do throws(ThreadError) {
      try SystemThread.start(name: "program") {
        whenDone(Result { () throws(SubprocessError) in try program.run(call, input, outputLimit) })
      }
    } catch {
      whenDone(.failure(.cannotStart(program: call.words.first ?? "", errno: error.errno)))
    }
    return program
  }

  /// Ends it, with all processes that it has started. Does nothing if it has ended.
  public func cancel() {
    state.withLock { state in
      state.isCancelled = true
      if case .running(let process) = state.state { kill(-process, SIGTERM) }
    }
    var one: UInt64 = 1
    write(wakeUp, &one, 8)
  }

  private var isCancelled: Bool { state.withLock(\.isCancelled) }

  private func run(_ call: ProgramCall, _ input: [UInt8], _ limit: Int) throws(SubprocessError) -> Outcome {
    // A program need not read everything: `write` reports that as EPIPE instead.
    var brokenPipe = sigset_t()
    sigemptyset(&brokenPipe)
    sigaddset(&brokenPipe, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &brokenPipe, nil)
    var talk = try PipedTalk(call.words.first ?? "", input: input, outputLimit: limit)
    let process = try talk.start(call)
    let isCancelled = state.withLock { state in
      state.state = .running(process)
      return state.isCancelled
    }
    if isCancelled { cancel() }
    talk.run(with: process, wakeUp: wakeUp) { self.isCancelled }
    return Outcome(
      lines: HarmlessLines.lines(of: talk.output.bytes, expandsTabs: true),
      errors: HarmlessLines.lines(of: talk.errors.bytes),
      isCut: talk.output.isCut, ending: wait(for: process))
  }

  private func wait(for process: pid_t) -> ProgramEnding {
    let isCancelled = state.withLock { state in
      state.state = .over
      // Ends the processes that it left behind in its group.
      if state.isCancelled { kill(-process, SIGKILL) }
      return state.isCancelled
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return isCancelled ? .cancelled : ProgramEnding(waitStatus: status)
  }
}
