import Dispatch
import Glibc
import Synchronization

/// The lower bound for reading all pages on this machine: with their names known beforehand, each file is opened, read
/// completely with one call and searched for line ends, and nothing is stored.
enum ReadingFloor {
  /// The number of files that a thread takes at a time.
  private static let share = 64
  private static let bufferSize = 1 << 20

  /// The milliseconds on a number of threads.
  static func measure(_ folder: PageFolder, threads: Int) throws -> Double {
    let start = Clock.now
    let directory = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard directory >= 0 else { throw BenchmarkError.system("cannot open \(folder.path)", errno) }
    defer { close(directory) }
    let next = Atomic(0)
    let total = Atomic(0)
    let lines = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      let counts = readShares(of: folder.names, in: directory, next: next)
      total.wrappingAdd(counts.bytes, ordering: .relaxed)
      lines.wrappingAdd(counts.lines, ordering: .relaxed)
    }
    let time = Clock.now - start
    guard total.load(ordering: .relaxed) == folder.byteCount, lines.load(ordering: .relaxed) > folder.count
    else {
      throw BenchmarkError.wrongResult("The pages in \(folder.path) are not what was written.")
    }
    return time
  }

  private static func readShares(
    of names: [String], in directory: Int32, next: borrowing Atomic<Int>
  ) -> (bytes: Int, lines: Int) {
    // Aligned to a memory page: the kernel copies to unaligned memory more slowly.
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bufferSize, alignment: 4096)
    defer { buffer.deallocate() }
    var (bytes, lines) = (0, 0)
    while true {
      let start = next.wrappingAdd(share, ordering: .relaxed).oldValue
      guard start < names.count else { return (bytes, lines) }
      for name in names[start..<min(start + share, names.count)] {
        let page = read(name, in: directory, to: buffer)
        bytes += page.count
        lines += ByteCount.of(0x0A, in: page)
      }
    }
  }

  private static func read(
    _ name: String, in directory: Int32, to buffer: UnsafeMutableRawBufferPointer
  ) -> UnsafeRawBufferPointer {
    let file = openat(directory, name, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return UnsafeRawBufferPointer(rebasing: buffer[..<0]) }
    defer { close(file) }
    let count = Glibc.read(file, buffer.baseAddress, buffer.count)
    return UnsafeRawBufferPointer(rebasing: buffer[..<max(0, count)])
  }
}
