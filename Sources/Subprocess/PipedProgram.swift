import CLinux
import Foundation
import Glibc
import Synchronization
import Threads

/// A program that is given a text to read and whose output is read, on a thread of its own. It has no terminal.
public final class PipedProgram: Sendable {
  /// What came of it.
  public struct Outcome: Hashable, Sendable {
    /// What it printed, made harmless.
    public var lines: [String]
    /// What it printed to standard error, made harmless.
    public var errors: [String]
    /// Whether it printed more than is kept.
    public var isCut: Bool
    /// How it ended.
    public var ending: ProgramEnding
  }

  private enum State: Sendable {
    case starting
    /// It has not been waited for, so its number is still its own.
    case running(pid_t)
    case over
  }

  private let state = Mutex((state: State.starting, isCancelled: false))
  /// Readable when the thread is to look whether the program was cancelled.
  private let wakeUp = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))

  private init() {}

  deinit {
    close(wakeUp)
  }

  /// Starts a program.
  /// - Parameters:
  ///   - call: the program.
  ///   - input: what it finds on standard input; it need not read it.
  ///   - outputLimit: how many bytes of its output are kept; with more, it finds nobody reading any more.
  ///   - whenDone: is told what came of it, once and on another thread.
  /// - Returns: the program on its way, to cancel it.
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

  /// Ends it, with all that it has started. Nothing happens if it has ended.
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
    // A program that does not read everything is no reason to end: writing tells it as EPIPE.
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
      lines: HarmlessLines.lines(of: talk.output.bytes), errors: HarmlessLines.lines(of: talk.errors.bytes),
      isCut: talk.output.isCut, ending: wait(for: process))
  }

  private func wait(for process: pid_t) -> ProgramEnding {
    let isCancelled = state.withLock { state in
      state.state = .over
      // What it has started and left behind: a process group lives as long as somebody in it.
      if state.isCancelled { kill(-process, SIGKILL) }
      return state.isCancelled
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return isCancelled ? .cancelled : ProgramEnding(waitStatus: status)
  }
}
