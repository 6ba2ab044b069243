import Foundation
import LoadedPages
import StoryLibrary
import Synchronization

/// A folder of pages that goes away with the test that made it.
final class PageFolder: Sendable {
  private let path: String
  private let ages = Mutex(0)

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("search-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: url.appendingPathComponent("pages"), withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var index: String { path + "/words" }

  func write(_ name: String, title: String, body: String) throws {
    let text =
      "logo\n\(title)\n\n\(title)\n\nThe Meridian2 hours ago\n\(body)\nOrange background\n\nTry Our AI Features\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/pages/" + name))
    // It has not settled before it is aged.
    setTime(of: name, time(nil) + 24 * 3_600)
  }

  private func setTime(of name: String, _ seconds: Int) {
    var times = [timespec(tv_sec: seconds, tv_nsec: 0), timespec(tv_sec: seconds, tv_nsec: 0)]
    utimensat(AT_FDCWD, path + "/pages/" + name, &times, 0)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/pages/" + name))
  }

  /// The same file under a second name.
  func link(_ name: String, as other: String) throws {
    try FileManager.default.linkItem(atPath: path + "/pages/" + name, toPath: path + "/pages/" + other)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path + "/pages/" + name) }

  /// Files that have been written since were last written some time ago, another time each time: their times can be
  /// trusted.
  func age() {
    let second = ages.withLock { ages in
      ages += 1
      return ages
    }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path + "/pages")) ?? [] {
      var status = stat()
      guard stat(path + "/pages/" + name, &status) == 0, status.st_mtim.tv_sec > time(nil) else { continue }
      setTime(of: name, 1_750_000_000 + second)
    }
  }

  func load() -> Library { Library(ofPagesIn: path + "/pages") { time(nil) + 10 } }
}
