import Glibc
import Synchronization
import Threads

/// A log for bug reports (`--log FILE`).
///
/// It contains no text of stories, notes or queries and no names of files or folders. It is written on a separate
/// thread, so that nothing waits for the disk.
final class LogFile: Sendable {
  private let file: Int32
  private let start = LogFile.milliseconds
  private let thread = WorkerThread.guarded("log")

  /// Opens a file to append to; a new file is only readable by its owner. Does not block on a pipe without a reader.
  /// - Throws: why it cannot be written.
  init(path: String) throws(Failure) {
    file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
    guard file >= 0 else {
      throw .input("\(Output.harmless(path)): cannot be written: \(ErrorMessages.system(errno))")
    }
    write("\(LogFile.date) broadsheet \(Broadsheet.version), \(LogFile.system), process \(getpid())")
  }

  deinit { close(file) }

  /// Appends a line with the seconds since the start.
  func note(_ line: String) {
    let time = LogFile.milliseconds - start
    let (seconds, rest) = ("\(time / 1_000)", "\(time % 1_000)")
    let padded = String(repeating: " ", count: max(0, 5 - seconds.count)) + seconds
    write("\(padded).\(String(repeating: "0", count: 3 - rest.count))\(rest)  \(Output.harmless(line))")
  }

  /// Appends lines that take time to create, in the background.
  func note(_ lines: @escaping @Sendable () -> [String]) {
    thread.perform { [self] in for line in lines() { note(line) } }
  }

  /// Waits until everything is written, for two seconds at most.
  func finish() { thread.finish(within: 2_000) }

  private func write(_ line: String) {
    thread.perform { [file] in
      var bytes = Array((line + "\n").utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        // If the log can no longer be written, the program continues.
        guard count > 0 else { return }
        bytes = bytes.dropFirst(count)
      }
    }
  }

  // MARK: System and time

  /// From a monotonic clock.
  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  /// In UTC: `2026-11-25T20:20:03Z`.
  private static var date: String {
    var (now, parts) = (time(nil), tm())
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// `Linux 6.1.0 x86_64`
  private static var system: String {
    var names = utsname()
    guard uname(&names) == 0 else { return "unknown system" }
    return [text(names.sysname), text(names.release), text(names.machine)].joined(separator: " ")
  }

  /// The text of a null-terminated C array.
  private static func text<Letters>(_ letters: Letters) -> String {
    withUnsafeBytes(of: letters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
