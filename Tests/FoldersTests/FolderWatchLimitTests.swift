import CLinux
import Foundation
import Glibc
import SeededNumbers
import Synchronization
import Testing

@testable import Folders

/// What the system does not allow.
struct FolderWatchLimitTests {
  private let disk: WatchedDisk

  init() throws { disk = try WatchedDisk() }

  @Test(.enabled(if: geteuid() != 0, "the superuser can read everything"))
  func aFolderThatMayNotBeRead() throws {
    #expect(mkdir(disk.path("closed"), 0) == 0)
    let seen = disk.watch.take()
    #expect(seen == FolderChanges(limits: [.folder(path: disk.path("closed"), errno: EACCES)]))
    #expect(chmod(disk.path("closed"), 0o700) == 0)
    #expect(disk.changes == [disk.appeared("closed")])
  }

  /// Only so many folders may be watched: what is watched stays watched, and the limit is said once.
  @Test func aLimitOfWatches() throws {
    let watched = Mutex<Set<String>>([])
    var kernel = WatchKernel()
    kernel.watch = { descriptor, path, events in
      let isAllowed = watched.withLock { $0.contains(path) || $0.count < 3 && $0.insert(path).inserted }
      if isAllowed { return inotify_add_watch(descriptor, path, events) }
      errno = ENOSPC
      return -1
    }
    let watch = FolderWatch(kernel: kernel)
    watch.add(root: disk.folder.path)
    try disk.write("a/b/c/fog.txt")
    let seen = watch.take()
    #expect(seen.changes == [disk.appeared("a")])
    #expect(seen.limits == [.watches(maximum: WatchKernel.maximum("max_user_watches"))])
    #expect(WatchKernel.maximum("max_user_watches") ?? 1 > 0)
    try disk.makeFolder("a/d")
    try disk.write("a/fog.txt")
    #expect(watch.take() == FolderChanges(changes: [disk.changed("fog.txt", in: "a")]))
    try disk.remove("a")
    #expect(watch.take().changes.last == disk.gone("a"))
  }

  @Test(arguments: [
    (ENOSYS, WatchLimit.unsupported),
    (EMFILE, .instances(maximum: WatchKernel.maximum("max_user_instances"))),
    (ENFILE, .system(errno: ENFILE)),
  ])
  func nothingCanBeWatched(error: Int32, limit: WatchLimit) throws {
    let watch = FolderWatch(
      kernel: WatchKernel(open: {
        errno = error
        return -1
      }))
    watch.add(root: disk.folder.path)
    watch.add(folder: disk.folder.path)
    #expect(watch.descriptor == -1)
    #expect(watch.take() == FolderChanges(limits: [limit]))
    #expect(watch.take() == FolderChanges())
    watch.close()
  }

  @Test func moreEventsThanTheKernelKeeps() throws {
    try disk.write("dumps/a/fog.txt")
    try disk.write("dumps/fog.txt")
    try disk.write("dumps/wind.txt")
    let watch = FolderWatch()
    watch.add(root: disk.path("dumps"))
    watch.add(folder: disk.path("dumps/a"))
    let limit = try #require(WatchKernel.maximum("max_queued_events"))
    // Two files in turn: the same event twice is one.
    for _ in 0...limit / 2 {
      try disk.touch("dumps/fog.txt")
      try disk.touch("dumps/wind.txt")
    }
    try disk.move("dumps/a", to: "dumps/b")
    #expect(watch.take() == FolderChanges(changes: [.overflow]))
    #expect(!watch.isReadable)
    // The root is watched, and the rest when it is added again.
    try disk.write("dumps/b/fog.txt")
    #expect(!watch.isReadable)
    try disk.write("dumps/fog.txt")
    #expect(watch.take().changes == [disk.changed("fog.txt", in: "dumps")])
    watch.add(folder: disk.path("dumps/b"))
    try disk.write("dumps/b/fog.txt")
    #expect(watch.take().changes == [disk.changed("fog.txt", in: "dumps/b")])
  }

  @Test func watchesAreNotInherited() {
    #expect(fcntl(disk.watch.descriptor, F_GETFD) == FD_CLOEXEC)
  }

  /// A pipe in place of the kernel's descriptor: its other end tells when nobody holds it any more.
  @Test(arguments: [true, false]) func closing(byHand: Bool) throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { close(ends[1]) }
    var kernel = WatchKernel()
    kernel.open = { [end = ends[0]] in end }
    do {
      let watch = FolderWatch(kernel: kernel)
      #expect(!isBroken(ends[1]))
      if byHand {
        watch.close()
        #expect(isBroken(ends[1]))
        watch.add(root: disk.folder.path)
        #expect(watch.take() == FolderChanges())
      }
    }
    #expect(isBroken(ends[1]))
  }

  private func isBroken(_ pipe: Int32) -> Bool {
    var entry = pollfd(fd: pipe, events: 0, revents: 0)
    return poll(&entry, 1, 0) == 1 && entry.revents & Int16(POLLERR) != 0
  }
}

/// The bytes the kernel writes, also such as it never does.
struct WatchEventTests {
  private func bytes(_ watch: Int32, _ mask: UInt32, _ name: [UInt8], padding: Int = 0) -> [UInt8] {
    let length = UInt32(name.count + padding)
    return [UInt32(bitPattern: watch), mask, 0, length].flatMap { field in
      withUnsafeBytes(of: field) { Array($0) }
    } + name + [UInt8](repeating: 0, count: padding)
  }

  private func decode(_ bytes: [UInt8]) -> [WatchEvent] { bytes.withUnsafeBytes { WatchEvent.decode($0) } }

  private let two = [
    WatchEvent(watch: 1, mask: 8, name: "fog.txt"), WatchEvent(watch: 7, mask: UInt32(IN_DELETE_SELF)),
  ]
  private var twoAsBytes: [UInt8] {
    bytes(1, 8, Array("fog.txt".utf8), padding: 9) + bytes(7, UInt32(IN_DELETE_SELF), [])
  }

  @Test func events() {
    #expect(decode([]) == [])
    #expect(decode(twoAsBytes) == two)
    #expect(decode(bytes(-1, UInt32(IN_Q_OVERFLOW), [])).first?.isOverflow == true)
  }

  @Test func aNameThatIsNotUTF8() {
    let events = decode(bytes(1, 8, [0x63, 0xE9], padding: 14) + twoAsBytes)
    #expect(events == [WatchEvent(watch: 1, mask: 8, name: "c\u{10FEE9}")] + two)
  }

  @Test func bytesThatAreCut() {
    for count in 0..<twoAsBytes.count {
      #expect(decode(Array(twoAsBytes[..<count])) == (count < 32 ? [] : [two[0]]))
    }
    #expect(decode([0, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x61, 0]) == [])
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>) func anyBytes(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...20, using: &numbers) }
    #expect(decode(bytes).count <= bytes.count / 16)
  }
}
