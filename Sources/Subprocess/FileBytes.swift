import Glibc

/// Writes and reads whole small files.
enum FileBytes {
  /// Creates a new file, or none if it cannot be written completely.
  static func create(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(SubprocessError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { throw .cannotWrite(path: path, errno: errno) }
    // Some file systems only report here that there is no space.
    let isWritten = write(bytes[...], to: file) && fsync(file) == 0
    let reason = errno
    guard close(file) == 0, isWritten else {
      unlink(path)
      throw .cannotWrite(path: path, errno: isWritten ? errno : reason)
    }
  }

  /// - Returns: whether everything was written.
  static func write(_ bytes: ArraySlice<UInt8>, to file: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Reads a whole file.
  static func read(_ path: String, limit: Int) throws(SubprocessError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { throw .cannotRead(path: path, errno: errno) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .cannotRead(path: path, errno: errno) }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
    }
    throw .tooLarge(path: path, limit: limit)
  }
}
