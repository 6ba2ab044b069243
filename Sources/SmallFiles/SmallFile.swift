import Glibc

/// Reads small files: settings, themes, state.
///
/// Only regular files up to a limit are read, so that a pipe cannot block and a device or a huge file cannot fill the
/// memory.
public enum SmallFile {
  /// The bytes of a file.
  public static func bytes(of path: String, limit: Int) throws(SmallFileError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw .unreadable(errno: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    guard status.st_size <= limit else { throw .tooLarge(bytes: Int(status.st_size), limit: limit) }
    return try contents(of: file, size: Int(status.st_size))
  }

  /// The text of a file in UTF-8.
  public static func text(of path: String, limit: Int) throws(SmallFileError) -> String {
    let bytes = try bytes(of: path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw .notText(line: lineWithoutText(bytes))
    }
    return text
  }

  /// Reads up to the size when the file was opened, even if it grows meanwhile.
  private static func contents(of file: Int32, size: Int) throws(SmallFileError) -> [UInt8] {
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if more < 0, errno == EINTR { continue }
        if more < 0 { failure = errno }
        guard more > 0 else { return }
        count += more
      }
    }
    if let failure { throw .unreadable(errno: failure) }
    return bytes
  }

  private static func lineWithoutText(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let index = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil || $0.contains(0) }
    return (index ?? 0) + 1
  }
}

/// Why a small file was not read.
public enum SmallFileError: Error, Hashable, Sendable {
  /// It does not exist or cannot be read.
  case unreadable(errno: Int32)
  /// It is a folder, a pipe or a device.
  case notAFile
  /// It is larger than the limit.
  case tooLarge(bytes: Int, limit: Int)
  /// Not UTF-8, or with a NUL in it; the line counts from 1.
  case notText(line: Int)
}
