import Folders
import Glibc
import Tables

/// A checksum of a complete index, in a file beside it.
///
/// SQLite checks the structure of the pages of its file, but not their contents: a damaged index would return wrong
/// results. The seal is removed before anything is written to the index, and created again when the last file has been
/// added.
enum IndexSeal {
  enum State {
    /// The index is as it was sealed.
    case intact
    /// The index was changed without removing the seal, or the seal itself is damaged.
    case damaged
    /// There is none: the index is being built, or building it was interrupted.
    case missing
  }

  /// The seal's file: its magic number and layout, the index's stamp and checksum, and a checksum of these.
  private struct Contents: Equatable {
    private static let magic: UInt64 = 0x0001_4C41_4553_5342

    var stamp: UInt64
    var checksum: UInt64

    init(stamp: FileStamp, checksum: UInt64) { (self.stamp, self.checksum) = (stamp.value, checksum) }

    init?(words: [UInt64]) {
      guard words.count == 4, words[0] == Contents.magic else { return nil }
      (stamp, checksum) = (words[1], words[2])
      guard words == self.words else { return nil }
    }

    var words: [UInt64] {
      var sum = Mixer()
      sum.add(stamp)
      sum.add(checksum)
      return [Contents.magic, stamp, checksum, sum.value]
    }
  }

  /// Whether an index is as it was when it was sealed. Reads only the file's times, unless they have changed: then the
  /// whole file is read.
  static func state(of path: String) -> State {
    // Writers remove the seal first: if it still exists afterwards, nothing was being written.
    while let words = read(path) {
      guard let contents = Contents(words: words) else { return .damaged }
      guard let stamp = FileStamp(path: path) else { return .damaged }
      if stamp.value == contents.stamp { return .intact }
      guard checksum(of: path) == contents.checksum else {
        if read(path) == words { return .damaged }
        continue
      }
      // The file was copied or touched.
      if FileStamp(path: path) == stamp { write(Contents(stamp: stamp, checksum: contents.checksum), path) }
      return .intact
    }
    return .missing
  }

  /// Seals an index. Nothing may write to it meanwhile.
  static func set(_ path: String) {
    guard let stamp = FileStamp(path: path), let checksum = checksum(of: path) else { return }
    write(Contents(stamp: stamp, checksum: checksum), path)
  }

  static func remove(_ path: String) { unlink(file(path)) }

  private static func file(_ path: String) -> String { path + "-seal" }

  /// The words of the seal's file; nil if it does not exist or is being written.
  private static func read(_ path: String) -> [UInt64]? {
    let descriptor = open(file(path), O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var words = [UInt64](repeating: 0, count: 5)
    let count = words.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    return count < 32 ? nil : Array(words.prefix(count / 8))
  }

  /// Errors are ignored: without a seal, damage merely goes unnoticed.
  private static func write(_ contents: Contents, _ path: String) {
    let descriptor = open(file(path), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    _ = contents.words.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
  }

  private static func checksum(of path: String) -> UInt64? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    var sum = Checksum()
    guard sum.add(0..<Int(status.st_size), of: descriptor) else { return nil }
    return sum.value
  }
}
