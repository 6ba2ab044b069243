import Foundation
import Glibc
import SeededNumbers
import Synchronization
import TestFolder
import Testing

@testable import Folders

/// Anything in any order.
struct FolderWatchOrderTests {
  private let disk: WatchedDisk

  init() throws { disk = try WatchedDisk() }

  /// Somebody who keeps up with what is reported knows every file and what is in it, whatever is done to the
  /// folders and whenever they look.
  @Test(arguments: 1...60 as ClosedRange<UInt64>) func anyOrder(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    var follower = Follower()
    let outside = try Folder()
    for step in 1...300 {
      mess(step, outside, &numbers)
      if Int.random(in: 0..<8, using: &numbers) == 0 { follower.follow(disk.watch.take().changes) }
    }
    follower.follow(disk.watch.take().changes)
    #expect(try follower.files == Follower.files(below: disk.folder.path))
    #expect(!disk.watch.isReadable || disk.watch.take() == FolderChanges())
  }

  /// Something or other is done to files and folders, and may well fail.
  private func mess(_ step: Int, _ outside: Folder, _ numbers: inout SeededNumbers) {
    let names = ["a", "b", "c", "a/a", "a/b", "b/a", "b/c", "a/b/c", "b/c/a", "c/b/a"]
    let one = names.randomElement(using: &numbers) ?? ""
    let other = names.randomElement(using: &numbers) ?? ""
    let file = disk.path(one) + ["/x", "/y"][step % 2]
    switch Int.random(in: 0..<14, using: &numbers) {
    case 0...3:
      let new = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
      if new >= 0 { _ = Glibc.write(new, "\(step)", "\(step)".utf8.count) }
      close(new)
    case 4, 5: mkdir(disk.path(one), 0o700)
    case 6, 7: Glibc.rename(disk.path(one), disk.path(other))
    case 8: Glibc.rename(disk.path(one), outside.path(other))
    case 9: Glibc.rename(outside.path(one), disk.path(other))
    case 10: Glibc.rename(file, disk.path(other) + "/x")
    // Now and then a folder where files are, and the other way round.
    case 11: Glibc.rename(disk.path(one), disk.path(other) + "/x")
    case 12: if step % 3 == 0 { try? disk.remove(one) } else { unlink(file) }
    case 13: _ = try? disk.exchange(one, step % 2 == 0 ? other : other + "/x")
    default: break
    }
  }

  /// Somebody makes folders and saves in them while somebody else looks: each page is found.
  @Test func whileSomebodyWrites() throws {
    let disk = disk
    let isDone = Atomic(false)
    var follower = Follower()
    let writer = Thread { [count = 300] in
      for number in 0..<count {
        try? disk.write("\(number % 7)/\(number % 11)/\(number)/fog.txt", "\(number)")
        if number % 5 == 0 { Glibc.rename(disk.path("\(number % 7)"), disk.path("moved\(number)")) }
      }
      isDone.store(true, ordering: .releasing)
    }
    writer.start()
    while !isDone.load(ordering: .acquiring) {
      var entry = pollfd(fd: disk.watch.descriptor, events: Int16(POLLIN), revents: 0)
      _ = poll(&entry, 1, 10)
      follower.follow(disk.watch.take().changes)
    }
    follower.follow(disk.watch.take().changes)
    let files = try Follower.files(below: disk.folder.path)
    #expect(files.count == 300)
    #expect(follower.files == files)
  }
}

/// Knows the files of a folder from what is reported of it alone.
private struct Follower {
  private(set) var files: [String: String] = [:]

  mutating func follow(_ changes: [FolderChange]) {
    for change in changes {
      switch change {
      case .changed(let folder, let name): read(FilePath.joined(folder, name))
      case .removed(let folder, let name): files[FilePath.joined(folder, name)] = nil
      case .folderAppeared(let path):
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        for name in names { read(FilePath.joined(path, name)) }
      case .folderGone(let path): files = files.filter { !$0.key.hasPrefix(path + "/") }
      case .overflow: Issue.record("too much for the kernel")
      }
    }
  }

  private mutating func read(_ path: String) {
    files[path] = try? String(contentsOfFile: path, encoding: .utf8)
  }

  static func files(below path: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
      files[path + "/" + name] = try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
    }
    return files
  }
}
