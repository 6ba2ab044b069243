import CLinux
import Glibc

/// A pipe that is closed with this value. Our ends do not block, and other programs do not inherit it.
struct PipeEnds: ~Copyable {
  /// -1 if it is closed, which poll(2) ignores.
  private(set) var reading: Int32 = -1
  private(set) var writing: Int32 = -1

  init(for program: String) throws(SubprocessError) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { throw .cannotStart(program: program, errno: errno) }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    if reading >= 0 { close(reading) }
    if writing >= 0 { close(writing) }
  }

  var isReadingOpen: Bool { reading >= 0 }

  mutating func closeReading() {
    if reading >= 0 { close(reading) }
    reading = -1
    stopWaiting(writing)
  }

  mutating func closeWriting() {
    if writing >= 0 { close(writing) }
    writing = -1
    stopWaiting(reading)
  }

  /// Makes our end non-blocking.
  private func stopWaiting(_ end: Int32) {
    if end >= 0 { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }
}
