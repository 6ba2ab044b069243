import Glibc
import Text

/// Writes for people and pipes. File names and system messages are made harmless like any text from outside.
enum Output {
  /// One line to standard output.
  static func line(_ text: String) {
    lines([text])
  }

  /// Many lines to standard output, by the block.
  static func lines(_ lines: some Sequence<String>) {
    var block = ""
    for line in lines {
      block += line
      block += "\n"
      if block.utf8.count >= 1 << 16 {
        write(block, to: STDOUT_FILENO)
        block = ""
      }
    }
    write(block, to: STDOUT_FILENO)
  }

  /// A text as it is, to standard output.
  static func text(_ text: String) {
    write(text, to: STDOUT_FILENO)
  }

  /// One message to standard error, with the program's name before it.
  static func complain(_ message: String, prefixed: Bool = true) {
    write((prefixed ? "broadsheet: " : "") + message + "\n", to: STDERR_FILENO)
  }

  /// A path or a word from outside, on one line and without control characters.
  static func harmless(_ text: String) -> String {
    TextSanitizer.clean(text)
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  private static func write(_ text: String, to file: Int32) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let count = Glibc.write(file, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }
}
