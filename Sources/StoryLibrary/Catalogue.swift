public import Folders
import Glibc
import Tables

/// A library saved in one file, so that the next start need not read every page again.
///
/// It is a cache: it can be deleted at any time, and one that is damaged, older, or of other folders is ignored. The
/// file has the library's tables as they are in memory (see `TableFile`). Rows that are not used cost neither time nor
/// memory. It is never changed, but replaced as a whole (`rename`).
///
/// SQLite was measured as an alternative: reading all rows of 100,000 pages takes longer than the whole start may.
public struct Catalogue: Sendable {
  /// The version of the tables. Increase it with every change of ``PageRecord`` and other records.
  static let schema: UInt64 = 10

  /// Its file.
  public let path: String
  private let identity: UInt64
  /// The path of the word index of the same pages.
  public var indexPath: String { path.dropLast(Catalogue.ending.count) + ".words" }

  /// The path of the index of related stories.
  public var relatedPath: String { path.dropLast(Catalogue.ending.count) + Catalogue.relatedEnding }

  static let ending = ".catalogue"
  static let relatedEnding = ".related"

  /// The catalogue of some folders in a folder of caches.
  /// - Parameters:
  ///   - cache: the folder, which is created when something is saved.
  ///   - paths: the folders and files that are read; in any spelling (see ``Folders/RootPaths``).
  ///   - program: whatever changes with the rules by which pages are read: a catalogue made by other rules is
  ///     foreign.
  public init(in cache: String, of paths: [String], program: FileStamp) {
    var hash = Mixer()
    let paths = RootPaths.canonical(paths)
    // A relative path that does not exist yet depends on the working folder.
    let isRelative = paths.contains { !$0.hasPrefix("/") }
    for path in isRelative ? paths + [Catalogue.workingFolder] : paths {
      var path = path
      hash.add(path.withUTF8 { ByteHash.of($0) })
    }
    self.path = FilePath.joined(cache, StoryID(rawValue: hash.value).description + Catalogue.ending)
    hash.add(program.value)
    identity = hash.value
  }

  private static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "" }
    defer { free(path) }
    return String(cString: path)
  }

  /// The saved library; nil if there is none that is intact.
  ///
  /// Its tables are verified at their first access (see ``Library/isDamaged``).
  /// - Parameter verifying: whether to verify all of them now, which reads the whole file.
  /// - Returns: nil as well for one that was to be verified and is damaged.
  public func open(verifying: Bool = false) -> Library? {
    guard let file = TableFile(path: path, schema: Catalogue.schema, identity: identity),
      !verifying || file.isIntact()
    else { return nil }
    return Library(file)
  }

  /// A saved library.
  public struct Kept: Sendable {
    /// The same library, in the order of its list and in the file.
    public var library: Library
    /// The numbers of its stories there.
    public var numbers: StoryNumbers
  }

  /// Keeps a library, and gives it back as it is in the file: the same in less memory. Nil when stories of it wait
  /// to be put in order.
  /// - Throws: why not. There is no harm in it but a slower start.
  @discardableResult
  public func keep(_ library: Library) throws(CatalogueError) -> Kept? {
    guard library.touched.isEmpty, library.touchedHeadlines.isEmpty else { return nil }
    var writer = LibraryWriter(library)
    guard try save(&writer, isDamaged: { library.isDamaged }) else {
      remove()
      return nil
    }
    guard var kept = open() else { return nil }
    (kept.revision, kept.listingProblems) = (library.revision, library.listingProblems)
    return Kept(library: kept, numbers: writer.storyNumbers)
  }

  /// - Returns: false when the library is known to be damaged once all of it has been looked at: then there is no file.
  private func save(
    _ writer: inout LibraryWriter, isDamaged: () -> Bool
  ) throws(CatalogueError) -> Bool {
    makeFolders()
    let temporary = path + ".\(getpid())"
    do throws(TableFileError) {
      var file = try TableFileWriter(path: temporary, schema: Catalogue.schema, identity: identity)
      writer.write(to: &file)
      try file.finish(numbers: writer.numbers)
      guard !isDamaged() else {
        unlink(temporary)
        return false
      }
      guard rename(temporary, path) == 0 else { throw TableFileError(errno: errno) }
      StaleCaches(in: FilePath.above(path)).remove(except: path)
      return true
    } catch {
      unlink(temporary)
      throw CatalogueError(path: path, errno: error.errno)
    }
  }

  /// Deletes the saved library.
  public func remove() { unlink(path) }

  /// Makes the cache private: it reveals what its owner reads.
  private func makeFolders() {
    for place in path.indices.dropFirst() where path[place] == "/" { mkdir(String(path[..<place]), 0o700) }
    chmod(FilePath.above(path), 0o700)
  }
}

/// A catalogue could not be saved.
public struct CatalogueError: Error, Hashable {
  /// Its file.
  public var path: String
  /// Of the call that failed.
  public var errno: Int32
}
