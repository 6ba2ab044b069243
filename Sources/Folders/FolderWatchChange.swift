/// What has happened in the folders that are watched.
///
/// Folders and names are those the loader uses: `FilePath.joined(folder, name)` is the path of the file.
public enum FolderChange: Hashable, Sendable {
  /// A file was written and closed, moved or linked into its place, or has got another time.
  case changed(folder: String, name: String)
  /// A file was deleted or moved away, or was a link to a folder, or a folder has taken its place.
  case removed(folder: String, name: String)
  /// There is a new folder. Its files are to be looked through; each folder below it is reported by itself.
  /// It is watched already, and so is all below it: what is saved after this is reported.
  case folderAppeared(String)
  /// A folder is not there any more, and with it everything below.
  case folderGone(String)
  /// More has happened than the kernel remembers. Only the roots are watched now: everything is to be looked
  /// through again and its folders added again, as at the start.
  case overflow

  /// What the change is about: of two changes with one subject, the later one says all.
  fileprivate var subject: FolderChange {
    if case .removed(let folder, let name) = self { .changed(folder: folder, name: name) } else { self }
  }
}

/// Everything that has happened since somebody asked last.
public struct FolderChanges: Equatable, Sendable {
  /// In the order in which each happened last; each file at most once.
  public internal(set) var changes: [FolderChange] = []
  /// What cannot be watched, each said once: such folders must be looked through from time to time.
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
  /// Too many programs of this user watch something, or this one has too many files open. The maximum is
  /// `fs.inotify.max_user_instances`; nil when it is not known.
  case instances(maximum: Int?)
  /// Too many folders are watched by this user's programs. The maximum is `fs.inotify.max_user_watches`; nil
  /// when it is not known.
  case watches(maximum: Int?)
  /// One folder may not be watched; mostly it may not be read either.
  case folder(path: String, errno: Int32)
  /// The system refuses: no memory, too many files open altogether.
  case system(errno: Int32)
}
