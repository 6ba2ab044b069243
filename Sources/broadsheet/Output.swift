import Glibc
import Synchronization
import Text

/// Writes to standard output and standard error. File names and system messages are sanitized like all external text.
enum Output {
  /// The error number of the first failed write to standard output, after which nothing more is written. Nil if no
  /// write failed, or if the reader has closed the pipe (`| head`), which is not a failure.
  static var failure: Int32? { firstFailure.withLock { $0 == EPIPE ? nil : $0 } }

  private static let firstFailure = Mutex<Int32?>(nil)

  /// Writes one line to standard output.
  static func line(_ text: String) {
    lines([text])
  }

  /// Writes many lines to standard output, in large blocks.
  static func lines(_ lines: some Sequence<String>) {
    var block = ""
    for line in lines {
      block += line
      block += "\n"
      if block.utf8.count >= 1 << 16 {
        print(block)
        block = ""
      }
    }
    print(block)
  }

  /// Writes a text to standard output, without a line end.
  static func text(_ text: String) {
    print(text)
  }

  /// Writes one message to standard error, preceded by the program's name.
  static func complain(_ message: String, prefixed: Bool = true) {
    // If this fails, the failure cannot be reported.
    _ = write((prefixed ? "broadsheet: " : "") + message + "\n", to: STDERR_FILENO)
  }

  /// A path or another external text, on one line and without control characters.
  static func harmless(_ text: String) -> String {
    TextSanitizer.clean(text)
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private static func print(_ text: String) {
    guard firstFailure.withLock({ $0 == nil }), let code = write(text, to: STDOUT_FILENO) else { return }
    firstFailure.withLock { $0 = code }
  }

  /// - Returns: an error number; nil on success.
  private static func write(_ text: String, to file: Int32) -> Int32? {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(file, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return count < 0 ? errno : EIO }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return nil
    }
  }
}
