/// A change in the watched folders.
///
/// Folders and names are the same as in the loader: `FilePath.joined(folder, name)` is the path of the file.
public enum FolderChange: Hashable, Sendable {
  /// A file was written and closed, moved or linked here, or its modification time was set.
  case changed(folder: String, name: String)
  /// A file was deleted or moved away, became a link to a folder, or was replaced by a folder.
  case removed(folder: String, name: String)
  /// There is a new folder, whose files have to be read; each of its subfolders is reported too. They are already
  /// watched: files that are saved from now on are reported.
  case folderAppeared(String)
  /// A folder was removed, with everything in it.
  case folderGone(String)
  /// More has changed than the kernel's queue can hold. Only the roots are still watched: everything has to be scanned
  /// and all folders added again, as at the start.
  case overflow

  /// The file or folder of the change: a later change replaces an earlier one with the same subject.
  fileprivate var subject: FolderChange {
    if case .removed(let folder, let name) = self { .changed(folder: folder, name: name) } else { self }
  }
}

/// The changes since the last call.
public struct FolderChanges: Equatable, Sendable {
  /// In the order in which they occurred, with only the last one of each file.
  public internal(set) var changes: [FolderChange] = []
  /// Why something cannot be watched, each reported once: such folders have to be scanned periodically.
  public internal(set) var limits: [WatchLimit] = []

  mutating func coalesce() {
    var seen: Set<FolderChange> = []
    changes = changes.reversed().filter { seen.insert($0.subject).inserted }.reversed()
  }
}

/// Why a folder, or all of them, cannot be watched.
public enum WatchLimit: Hashable, Sendable {
  /// The kernel has no inotify.
  case unsupported
  /// This user has too many inotify instances, or the process too many open files. The maximum is
  /// `fs.inotify.max_user_instances`; nil if it is unknown.
  case instances(maximum: Int?)
  /// Too many folders are watched by this user's programs. The maximum is `fs.inotify.max_user_watches`; nil if it is
  /// unknown.
  case watches(maximum: Int?)
  /// There is no permission to watch a folder, and probably none to read it.
  case folder(path: String, errno: Int32)
  /// A system error: no memory, or too many open files in the system.
  case system(errno: Int32)
}
