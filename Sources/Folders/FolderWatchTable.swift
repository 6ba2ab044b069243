/// Which watch belongs to which path. A watch of the kernel is a folder whatever path led to it, so it tells
/// folders apart as device and inode do.
struct WatchedFolders {
  struct Folder {
    /// What it is reported as: the first path that led to it. Nil while only roots in it are asked for.
    var path: String?
    /// Links and the like that lead to it, too. One of them takes over when the first path is gone.
    var otherPaths: [String] = []
    /// The roots in it, as they were given, by name.
    var roots: [String: [String]] = [:]
  }

  private var folders: [Int32: Folder] = [:]
  private var watches: [String: Int32] = [:]
  /// The watched paths right below a path, by that path with a slash at its end.
  private var below: [String: Set<String>] = [:]

  subscript(watch: Int32) -> Folder? { folders[watch] }

  func watch(of path: String) -> Int32? { watches[path] }

  /// - Returns: false for a folder that is reported as another path.
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

  /// A root in the folder of `watch`.
  mutating func insert(_ watch: Int32, root: String, name: String) {
    var folder = folders[watch] ?? Folder()
    if folder.roots[name]?.contains(root) != true { folder.roots[name, default: []].append(root) }
    folders[watch] = folder
  }

  /// Forgets a path and all below it.
  /// - Returns: the watches nobody needs any more, and other paths of what was there.
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

  /// Forgets the roots in a folder.
  mutating func removeRoots(_ watch: Int32) -> [String] {
    guard var folder = folders[watch] else { return [] }
    let roots = folder.roots.values.flatMap { $0 }
    folder.roots = [:]
    folders[watch] = folder.path == nil ? nil : folder
    return roots
  }
}
