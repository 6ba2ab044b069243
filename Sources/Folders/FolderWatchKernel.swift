import CLinux
import Glibc
import Text

/// The events to watch for, and the two system calls, which tests replace.
struct WatchKernel: Sendable {
  /// Creates a descriptor for watches; -1 with `errno` set.
  var open: @Sendable () -> Int32 = { inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK)) }
  /// Watches a folder; -1 with `errno` set.
  var watch: @Sendable (_ descriptor: Int32, _ folder: String, _ events: UInt32) -> Int32 = {
    (descriptor, folder, events) in
    FileName.withName(folder) { inotify_add_watch(descriptor, $0, events) }
  }

  /// Files that appear in a folder and disappear from it. Enough for the parent of a root folder.
  static let entries =
    UInt32(IN_CREATE) | UInt32(IN_DELETE) | UInt32(IN_MOVED_FROM) | UInt32(IN_MOVED_TO)
    | UInt32(IN_MOVE_SELF) | UInt32(IN_ONLYDIR) | UInt32(IN_EXCL_UNLINK)
    // The same folder may be watched for two reasons, whose events add up.
    | UInt32(IN_MASK_ADD)

  /// Also files that are written. Not `IN_MODIFY`, which is sent for each write while the page is incomplete;
  /// `IN_CLOSE_WRITE` is sent when it is complete.
  static let everything = entries | UInt32(IN_CLOSE_WRITE) | UInt32(IN_ATTRIB)

  /// A limit of `/proc/sys/fs/inotify`.
  static func maximum(_ name: String) -> Int? {
    let file = Glibc.open("/proc/sys/fs/inotify/" + name, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let text = [UInt8](unsafeUninitializedCapacity: 32) { $1 = max(0, read(file, $0.baseAddress, 32)) }
    return Int(String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}

/// One event as the kernel writes it: inotify(7), `struct inotify_event`.
struct WatchEvent: Equatable {
  var watch: Int32
  var mask: UInt32
  /// The name in the folder; empty if the event is about the folder itself.
  var name = ""

  /// Events read at once from a descriptor. A truncated event ends the list.
  static func decode(_ bytes: UnsafeRawBufferPointer) -> [WatchEvent] {
    var events: [WatchEvent] = []
    var start = 0
    while bytes.count - start >= headerSize {
      let watch = bytes.loadUnaligned(fromByteOffset: start, as: Int32.self)
      let mask = bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)
      let length = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
      guard length <= bytes.count - start - headerSize else { break }
      let name = bytes[(start + headerSize)..<(start + headerSize + length)].prefix { $0 != 0 }
      events.append(WatchEvent(watch: watch, mask: mask, name: FileName.string(name)))
      start += headerSize + length
    }
    return events
  }

  private static let headerSize = 16

  func has(_ flag: Int32) -> Bool { mask & UInt32(bitPattern: flag) != 0 }

  var isOverflow: Bool { has(Int32(IN_Q_OVERFLOW)) }
  /// Whether it is about a folder, not a link to one.
  var isFolder: Bool { has(Int32(IN_ISDIR)) }
  /// Whether the watched folder itself was moved, deleted or unmounted.
  var endsWatch: Bool { has(Int32(IN_MOVE_SELF)) || has(Int32(IN_IGNORED)) }
  /// Whether something was removed from the folder.
  var isDeparture: Bool { has(Int32(IN_DELETE)) || has(Int32(IN_MOVED_FROM)) }
  /// Whether something was created in the folder, which may not have been written yet.
  var isCreation: Bool { has(Int32(IN_CREATE)) }
  /// Whether something was moved into the folder.
  var isArrival: Bool { has(Int32(IN_MOVED_TO)) }
}
