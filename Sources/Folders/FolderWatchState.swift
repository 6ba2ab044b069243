import CLinux
import Glibc
import Text

/// Converts the kernel's events to changes of files.
///
/// Events arrive late: by then, the file or folder may have been replaced or removed. So an event only says where to
/// look, and the current state is decisive.
struct WatchState {
  private let kernel: WatchKernel
  private let descriptor: Int32
  private(set) var isOpen: Bool
  private var folders = WatchedFolders()
  private var roots: [String] = []
  private var news = FolderChanges()
  private var knownLimits: Set<WatchLimit> = []

  /// `error` is why there is no descriptor, if so.
  init(kernel: WatchKernel, descriptor: Int32, error: Int32) {
    self.kernel = kernel
    self.descriptor = descriptor
    isOpen = descriptor >= 0
    guard !isOpen else { return }
    switch error {
    case ENOSYS: report(.unsupported)
    case EMFILE: report(.instances(maximum: WatchKernel.maximum("max_user_instances")))
    default: report(.system(errno: error))
    }
  }

  mutating func close() {
    if isOpen { Glibc.close(descriptor) }
    isOpen = false
  }

  mutating func takeChanges() -> FolderChanges {
    defer { news = FolderChanges() }
    news.coalesce()
    return news
  }

  private mutating func report(_ limit: WatchLimit) {
    if knownLimits.insert(limit).inserted { news.limits.append(limit) }
  }

  // MARK: Watching

  /// The contents of a path.
  enum Place {
    case newFolder
    /// Already watched, possibly by another path, or not to be watched.
    case knownFolder
    case noFolder
  }

  mutating func add(_ path: String) -> Place {
    guard let watch = watch(path, for: WatchKernel.everything) else {
      return [ENOENT, ENOTDIR, ELOOP].contains(errno) ? .noFolder : .knownFolder
    }
    if let old = folders.watch(of: path) {
      if old == watch { return .knownFolder }
      // The folder was replaced, possibly by one of its own subfolders, so all of them are watched again.
      leave(path)
      return add(path)
    }
    return folders.insert(watch, path: path) ? .newFolder : .knownFolder
  }

  mutating func add(root: String) {
    if !roots.contains(root) { roots.append(root) }
    watchPlace(of: root, isFolder: add(root) != .noFolder)
  }

  /// Watches the parent folder of a root, only for the root.
  private mutating func watchPlace(of root: String, isFolder: Bool) {
    guard let (above, name) = WatchState.split(root) else { return }
    // If the parent of a root folder cannot be watched, little is lost, because the folder itself is watched.
    let mask = isFolder ? WatchKernel.entries : WatchKernel.everything
    guard let watch = watch(above, for: mask, isRequired: !isFolder) else { return }
    folders.insert(watch, root: root, name: name)
  }

  /// The parent folder and the last component; nil for `/`, `.` and `..`, which are never renamed.
  private static func split(_ path: String) -> (above: String, name: String)? {
    guard let end = path.utf8.lastIndex(where: { $0 != UInt8(ascii: "/") }) else { return nil }
    let path = String(Substring(path.utf8[...end]))
    let above = FilePath.above(path)
    let name = String(Substring(path.utf8.dropFirst(above.utf8.count)))
    return [".", ".."].contains(name) ? nil : (above.isEmpty ? "." : above, name)
  }

  /// Nil with `errno` set if the path cannot be watched.
  private mutating func watch(_ path: String, for events: UInt32, isRequired: Bool = true) -> Int32? {
    guard isOpen else { return nil }
    let watch = kernel.watch(descriptor, path, events)
    guard watch < 0 else { return watch }
    let error = errno
    switch error {
    case ENOENT, ENOTDIR, ELOOP: break
    case ENOSPC: report(.watches(maximum: WatchKernel.maximum("max_user_watches")))
    case ENOMEM: report(.system(errno: error))
    default: if isRequired { report(.folder(path: path, errno: error)) }
    }
    errno = error
    return nil
  }

  /// - Returns: other paths of what was there.
  @discardableResult
  private mutating func forget(_ path: String) -> [String] {
    let removed = folders.remove(path)
    for watch in removed.watches { inotify_rm_watch(descriptor, watch) }
    return removed.otherPaths
  }

  /// Replaces the inotify instance of the descriptor: removing watches one by one would send an event for each.
  private mutating func startAgain() {
    let new = kernel.open()
    if new >= 0 {
      dup2(new, descriptor)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      Glibc.close(new)
    }
    folders = WatchedFolders()
    knownLimits = []
    for root in roots { add(root: root) }
    news.changes = [.overflow]
  }

  // MARK: Events

  /// - Returns: false if the remaining events are obsolete.
  mutating func take(_ events: [WatchEvent]) -> Bool {
    for event in events {
      if event.isOverflow {
        startAgain()
        return false
      }
      guard let folder = folders[event.watch] else { continue }
      guard !event.name.isEmpty else {
        if event.endsWatch { end(event.watch, folder) }
        continue
      }
      for root in folder.roots[event.name] ?? [] { take(event, folder: "", name: root) }
      if let path = folder.path, event.name.utf8.first != UInt8(ascii: ".") {
        take(event, folder: path, name: event.name)
      }
    }
    return true
  }

  private mutating func take(_ event: WatchEvent, folder: String, name: String) {
    let path = FilePath.joined(folder, name)
    let wasFolder = folders.watch(of: path) != nil
    if event.isDeparture, event.isFolder || wasFolder {
      // A link, or a file that was swapped with a folder.
      if !event.isFolder { news.changes.append(.removed(folder: folder, name: name)) }
      return replace(path)
    }
    if event.isFolder || event.isCreation || event.isArrival {
      if appear(path) || event.isFolder {
        // A link may have been moved over a file.
        if !event.isFolder, event.isArrival { news.changes.append(.removed(folder: folder, name: name)) }
        return
      }
      if wasFolder { leave(path) }
    } else if wasFolder {
      return
    }
    if event.isDeparture || event.isCreation, !WatchState.isWritten(path) {
      // A file that is being written is reported when it is closed.
      if event.isDeparture { news.changes.append(.removed(folder: folder, name: name)) }
    } else {
      // Even if a file was moved away: two files may have been swapped.
      news.changes.append(.changed(folder: folder, name: name))
    }
  }

  /// Whether it is a link, or a non-empty file: a file that was hard-linked here is never written and closed.
  private static func isWritten(_ path: String) -> Bool {
    var status = stat()
    guard FileName.withName(path, { lstat($0, &status) }) == 0 else { return false }
    let kind = status.st_mode & S_IFMT
    return kind == S_IFLNK || kind == S_IFREG && status.st_size > 0
  }

  /// The folder itself was removed or moved.
  private mutating func end(_ watch: Int32, _ folder: WatchedFolders.Folder) {
    let roots = folders.removeRoots(watch)
    if folder.path == nil { inotify_rm_watch(descriptor, watch) }
    if let path = folder.path { replace(path) }
    for root in roots {
      watchPlace(of: root, isFolder: folders.watch(of: root) != nil)
      var status = stat()
      let mask = FileName.withName(root, { lstat($0, &status) }) == 0 ? IN_MOVED_TO : IN_MOVED_FROM
      take(WatchEvent(watch: watch, mask: UInt32(mask), name: ""), folder: "", name: root)
    }
  }

  // MARK: Folders

  /// A folder was removed; there may already be another one at its path.
  private mutating func replace(_ path: String) {
    leave(path)
    appear(path)
  }

  private mutating func leave(_ path: String) {
    news.changes.append(.folderGone(path))
    for path in forget(path) { appear(path) }
  }

  /// Watches the folder that may be at a path and all its subfolders, each before it is listed, so that anything
  /// created in the meantime is either listed or reported.
  /// - Returns: false if there is no folder.
  @discardableResult
  private mutating func appear(_ path: String) -> Bool {
    let place = add(path)
    var appeared = place == .newFolder ? [path] : []
    while let path = appeared.popLast() {
      news.changes.append(.folderAppeared(path))
      guard let folder = OpenFolder(path: path) else {
        if errno != ENOENT { report(.folder(path: path, errno: errno)) }
        continue
      }
      let below = PageFinder(folder: folder).list(chunk: .max) { _ in }.folders.map { folder.path(of: $0) }
      appeared += below.filter { add($0) == .newFolder }
    }
    return place != .noFolder
  }
}
