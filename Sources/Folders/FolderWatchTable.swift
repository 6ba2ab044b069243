/// Maps the kernel's watches to paths. The kernel has one watch per folder, whatever its path, so watches identify
/// folders like device and inode.
struct WatchedFolders {
  struct Folder {
    /// The path by which it is reported: the first one it was added with. Nil if it is only watched for roots in it.
    var path: String?
    /// Its other paths, through links. One of them is used if the first path is removed.
    var otherPaths: [String] = []
    /// The roots in it, as given, by name.
    var roots: [String: [String]] = [:]
  }

  private var folders: [Int32: Folder] = [:]
  private var watches: [String: Int32] = [:]
  /// The watched paths directly below a path, by that path with a slash at its end.
  private var below: [String: Set<String>] = [:]

  subscript(watch: Int32) -> Folder? { folders[watch] }

  func watch(of path: String) -> Int32? { watches[path] }

  /// - Returns: false for a folder that is reported by another path.
  mutating func insert(_ watch: Int32, path: String) -> Bool {
    var folder = folders[watch] ?? Folder()
    defer { folders[watch] = folder }
    if folder.path != nil {
      if !folder.otherPaths.contains(path) { folder.otherPaths.append(path) }
      return false
    }
    folder.path = path
    watches[path] = watch
    below[FilePath.above(path), default: []].insert(path)
    return true
  }

  /// Adds a root in the folder of `watch`.
  mutating func insert(_ watch: Int32, root: String, name: String) {
    var folder = folders[watch] ?? Folder()
    if folder.roots[name]?.contains(root) != true { folder.roots[name, default: []].append(root) }
    folders[watch] = folder
  }

  /// Removes a path and everything below it.
  /// - Returns: the watches that are no longer needed, and other paths of what was there.
  mutating func remove(_ path: String) -> (watches: [Int32], otherPaths: [String]) {
    var removed: (watches: [Int32], otherPaths: [String]) = ([], [])
    var paths = [path]
    while let path = paths.popLast() {
      paths += below.removeValue(forKey: FilePath.joined(path, "")) ?? []
      guard let watch = watches.removeValue(forKey: path), var folder = folders[watch] else { continue }
      removed.otherPaths += folder.otherPaths
      folder.path = nil
      folder.otherPaths = []
      folders[watch] = folder.roots.isEmpty ? nil : folder
      if folder.roots.isEmpty { removed.watches.append(watch) }
    }
    let above = FilePath.above(path)
    below[above]?.remove(path)
    if below[above]?.isEmpty == true { below[above] = nil }
    return removed
  }

  /// Removes the roots in a folder.
  mutating func removeRoots(_ watch: Int32) -> [String] {
    guard var folder = folders[watch] else { return [] }
    let roots = folder.roots.values.flatMap { $0 }
    folder.roots = [:]
    folders[watch] = folder.path == nil ? nil : folder
    return roots
  }
}
