import CLinux
import Glibc

/// Writes to a program and reads from it as it becomes ready, until it has ended or closed its pipes.
struct PipedTalk: ~Copyable {
  /// The bytes read from one pipe.
  struct Heard {
    var bytes: [UInt8] = []
    var isCut = false
  }

  private(set) var output = Heard()
  private(set) var errors = Heard()
  private var inputPipe: PipeEnds
  private var outputPipe: PipeEnds
  private var errorPipe: PipeEnds
  private var unwritten: ArraySlice<UInt8>
  private let outputLimit: Int

  /// The most bytes of standard error that are read.
  private static let errorLimit = 64 << 10
  /// How long a cancelled program has to end before it is killed, in milliseconds.
  private static let grace: Int32 = 500

  init(_ program: String, input: [UInt8], outputLimit: Int) throws(SubprocessError) {
    let inputPipe = try PipeEnds(for: program)
    let outputPipe = try PipeEnds(for: program)
    let errorPipe = try PipeEnds(for: program)
    self.inputPipe = inputPipe
    self.outputPipe = outputPipe
    self.errorPipe = errorPipe
    unwritten = input[...]
    self.outputLimit = outputLimit
  }

  /// Starts the program with the other ends of the pipes.
  mutating func start(_ call: ProgramCall) throws(SubprocessError) -> pid_t {
    let process = try call.start(
      input: inputPipe.reading, output: outputPipe.writing, errors: errorPipe.writing, session: true)
    inputPipe.closeReading()
    outputPipe.closeWriting()
    errorPipe.closeWriting()
    return process
  }

  mutating func run(with process: pid_t, wakeUp: Int32, isCancelled: () -> Bool) {
    // Readable when the program has ended. Processes that it left behind may keep the pipes open.
    let end = linux_pidfd_open(process)
    defer { if end >= 0 { close(end) } }
    writeSome()
    while end >= 0 || outputPipe.isReadingOpen || errorPipe.isReadingOpen {
      var entries = [
        pollfd(fd: inputPipe.writing, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: outputPipe.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorPipe.reading, events: Int16(POLLIN), revents: 0),
        pollfd(fd: end, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isCancelled() ? -1 : wakeUp, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&entries, nfds_t(entries.count), isCancelled() ? PipedTalk.grace : -1)
      if count == 0 { kill(-process, SIGKILL) }
      if entries[0].revents != 0 { writeSome() }
      if entries[1].revents != 0 { readOutput() }
      if entries[2].revents != 0 { readErrors() }
      if entries[3].revents != 0 { return }
    }
  }

  private mutating func writeSome() {
    while !unwritten.isEmpty {
      let count = unwritten.withUnsafeBytes { write(inputPipe.writing, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      guard count > 0 else { break }
      unwritten = unwritten.dropFirst(count)
    }
    inputPipe.closeWriting()
  }

  private mutating func readOutput() {
    if PipedTalk.read(outputPipe.reading, into: &output, limit: outputLimit) { return }
    outputPipe.closeReading()
  }

  private mutating func readErrors() {
    if PipedTalk.read(errorPipe.reading, into: &errors, limit: PipedTalk.errorLimit) { return }
    errorPipe.closeReading()
  }

  /// Reads the available bytes.
  /// - Returns: false at the end or at the limit.
  private static func read(_ pipe: Int32, into heard: inout Heard, limit: Int) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !heard.isCut {
      let count = Glibc.read(pipe, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return true }
      if count <= 0 { return false }
      heard.isCut = heard.bytes.count + count > limit
      heard.bytes += buffer.prefix(min(count, limit - heard.bytes.count))
    }
    return false
  }
}
