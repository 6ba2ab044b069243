public import Folders
import Glibc
public import Tables

/// A library saved in one file, so that the next start does not have to read every page again.
///
/// It is a cache: it can be deleted at any time, and it is ignored if it is damaged, of an older version or for other
/// folders. The file contains the library's tables as they are in memory (see `TableFile`). Unused rows cost neither
/// time nor memory. The file is never modified, only replaced as a whole (`rename`).
///
/// SQLite was measured as an alternative: reading all rows of 100,000 pages takes longer than the entire start is
/// allowed to.
public struct Catalogue: Sendable {
  /// The version of the tables. Increase it with every change of ``PageRecord`` and other records.
  static let schema: UInt64 = 11

  /// Its file.
  public let path: String
  private let identity: UInt64
  /// The path of the word index of the same pages.
  public var indexPath: String { stem + ".words" }

  /// The path of the index of related stories.
  public var relatedPath: String { stem + Catalogue.relatedEnding }
  private var stem: String { String(path.dropLast(Catalogue.ending.count)) }

  static let ending = ".catalogue"
  static let relatedEnding = ".related"
  static let scratchEnding = ".scratch"

  /// The catalogue of some folders, in a cache folder.
  /// - Parameters:
  ///   - cache: the folder, which is created when something is saved.
  ///   - paths: the folders and files that are read; in any form (see ``Folders/RootPaths``).
  ///   - program: a stamp that changes with the rules for reading pages: a catalogue made by other rules is not used.
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

  /// The saved library; nil if there is no intact one.
  ///
  /// Its tables are verified when they are first accessed (see ``Library/isDamaged``).
  /// - Parameter verifying: whether to verify all tables now, which reads the whole file.
  /// - Returns: also nil if verification was requested and found damage.
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
    /// The numbers of its stories in the file.
    public var numbers: StoryNumbers
  }

  /// Saves a library and returns it as it is in the file: the same library, using less memory. Returns nil if some of
  /// its stories have not been sorted yet.
  /// - Throws: the reason for a failure. The only harm is a slower start.
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

  /// - Returns: false if reading the whole library showed that it is damaged; then no file is written.
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

  /// A file for rows of a library that is being loaded, in the same folder.
  public func scratchFile() -> ScratchFile {
    ScratchFile(path: stem + Catalogue.scratchEnding + ".\(getpid())") { makeFolders() }
  }

  /// Deletes the saved library.
  public func remove() { unlink(path) }

  /// Makes the cache private, because it reveals what its owner reads.
  private func makeFolders() {
    for place in path.indices.dropFirst() where path[place] == "/" { mkdir(String(path[..<place]), 0o700) }
    chmod(FilePath.above(path), 0o700)
  }
}

/// A catalogue could not be saved.
public struct CatalogueError: Error, Hashable {
  /// Its file.
  public var path: String
  /// The error number of the failed call.
  public var errno: Int32
}
