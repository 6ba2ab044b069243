import Foundation
import SmallFiles
import Testing

@Suite("Small files, and what can stand in their place")
final class SmallFileTests {
  private let path = FileManager.default.temporaryDirectory.path + "/small-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

  @Test func aFileIsReadUpToItsLimit() throws {
    try write(Array("fog".utf8))
    #expect(try SmallFile.bytes(of: path, limit: 3) == Array("fog".utf8))
    #expect(try SmallFile.text(of: path, limit: 3) == "fog")
    #expect(throws: SmallFileError.tooLarge(bytes: 3, limit: 2)) { try SmallFile.text(of: path, limit: 2) }
    #expect(throws: SmallFileError.unreadable(errno: ENOENT)) {
      try SmallFile.text(of: path + "x", limit: 3)
    }
  }

  /// Before anything of it is read.
  @Test func aHugeFileIsRefused() throws {
    try write([])
    truncate(path, 3 << 30)
    #expect(throws: SmallFileError.tooLarge(bytes: 3 << 30, limit: 9)) {
      try SmallFile.bytes(of: path, limit: 9)
    }
  }

  @Test func aPipeKeepsNobodyWaiting() {
    mkfifo(path, 0o600)
    #expect(throws: SmallFileError.notAFile) { try SmallFile.bytes(of: path, limit: 9) }
  }

  @Test(arguments: ["/dev/zero", "/dev", "/dev/tty"]) func devicesAndFolders(target: String) throws {
    symlink(target, path)
    #expect(throws: SmallFileError.self) { try SmallFile.bytes(of: path, limit: 9) }
  }

  @Test func aFileOfTheSystemHasNoSize() throws {
    #expect(try SmallFile.bytes(of: "/proc/self/status", limit: 0).isEmpty)
  }

  @Test(
    arguments: [([0xFF], 1), ([0x0A, 0x0A, 0xC3, 0x28], 3), ([0x61, 0x0A, 0x00], 2)] as [([UInt8], Int)])
  func notText(bytes: [UInt8], line: Int) throws {
    try write(bytes)
    #expect(throws: SmallFileError.notText(line: line)) { try SmallFile.text(of: path, limit: 9) }
    #expect(try SmallFile.bytes(of: path, limit: 9) == bytes)
  }
}
