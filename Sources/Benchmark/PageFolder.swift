import Foundation

/// A folder of synthetic pages on the disk.
struct PageFolder {
  let path: String
  let count: Int
  let byteCount: Int
  let names: [String]

  /// When the newest page was saved; each of the others was saved a second before the next. Nothing depends on the
  /// current date.
  static let saved: Int = 1_755_650_000

  /// Writes `count` pages into a new folder.
  init(writing count: Int, to path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let maker = PageMaker(count: count)
    var names: [String] = []
    var byteCount = 0
    for number in 0..<count {
      let page = Array(maker.page(number).utf8)
      names.append(PageFolder.name(number))
      byteCount += page.count
      try PageFolder.write(page, to: path + "/" + names[number], saved: PageFolder.saved - number)
    }
    self.path = path
    self.count = count
    self.byteCount = byteCount
    self.names = names
  }

  private static func name(_ number: Int) -> String {
    var random = RandomNumbers(key: UInt64(number), salt: 4)
    let digits = String(number)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits + "_"
      + String(random.next(), radix: 16)
      + ".txt"
  }

  private static func write(_ page: [UInt8], to path: String, saved: Int) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw BenchmarkError.system("cannot write \(path)", errno) }
    defer { close(file) }
    guard Glibc.write(file, page, page.count) == page.count else {
      throw BenchmarkError.system("cannot write \(path)", errno)
    }
    let time = timespec(tv_sec: saved, tv_nsec: 0)
    futimens(file, [time, time])
  }
}
