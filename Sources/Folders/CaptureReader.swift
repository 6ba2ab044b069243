public import Captures
import Glibc
import Tables

/// Reads files one after another and lends the pages in them; one for each thread.
///
/// An archive of many pages is to them what a folder is to files: the path of one is that of the archive, with the page's
/// place as a name in it (`crawl.warc.gz/81920`).
public struct CaptureReader: ~Copyable {
  private var buffer: PageFileBuffer
  private let clock: @Sendable () -> Int?
  /// The archive that a page was read from last: the next one is mostly in it, too.
  private var archive: OpenArchive?

  /// A reader that has read nothing yet.
  /// - Parameter clock: see ``PageFileBuffer/init(clock:)``.
  public init(clock: @escaping @Sendable () -> Int? = FileStamp.systemClock) {
    buffer = PageFileBuffer(clock: clock)
    self.clock = clock
  }

  /// One page of a file.
  public struct Page {
    /// Its bytes, and what its file tells of it. Valid only while it is lent.
    public var capture: Capture
    /// When it was saved.
    public var saved: SavedTime
    /// What the file was before it was read; of a page in an archive, the archive and its place.
    public var stamp: FileStamp
    /// Its name in its archive; nil for a page that is all that its file holds.
    public var nameInArchive: String?

    /// A page of a file.
    public init(capture: Capture, saved: SavedTime, stamp: FileStamp) {
      (self.capture, self.saved, self.stamp) = (capture, saved, stamp)
    }
  }

  /// A file that was read.
  public struct File {
    /// What it was before it was read.
    public var stamp: FileStamp
    /// It is an archive of many pages.
    public var isArchive = false
    /// Pages of an archive that could not be read: too long, or compressed in a way that is not known.
    public var leftOutCount = 0
  }

  /// The stamp that a file has now; nil when nothing can be said of it.
  public func stamp(of name: String, in folder: OpenFolder?) -> FileStamp? {
    buffer.stamp(of: name, in: folder)
  }

  /// Reads a file and lends its pages.
  /// - Parameters:
  ///   - name: of the file.
  ///   - folder: where it is; nil for a path of its own, which is read whatever its name is, and may be that of a page in
  ///     an archive.
  ///   - visit: is lent a page; nothing more is read when it returns false.
  /// - Returns: what is known of the file, or why it gave no page.
  public mutating func read(
    _ name: String, in folder: OpenFolder?, _ visit: (Page) -> Bool
  ) -> Result<File, ReadFailure> {
    if folder == nil, let place = ArchivedPath(name) { return read(place, visit) }
    switch buffer.read(name, in: folder) {
    case .failure(let failure): return .failure(failure)
    case .success(let contents):
      if contents.kind == .warc { return readArchive(name, in: folder, visit) }
      do throws(CaptureError) {
        let archiveBox = ArchiveBoxFolder.page(name, in: folder)
        try PageFile.read(contents.bytes, contents.kind) { capture in
          let saved = SavedTime(
            of: capture, name: name, modified: contents.modified, read: contents.read,
            archiveBox: archiveBox?.saved)
          var capture = capture
          capture.address = capture.address ?? archiveBox?.address
          _ = visit(Page(capture: capture, saved: saved, stamp: contents.stamp))
        }
        return .success(File(stamp: contents.stamp))
      } catch {
        return .failure(ReadFailure(error: FileError(error), stamp: contents.stamp))
      }
    }
  }

  // MARK: Archives

  /// The archive that a page with some path is in; nil for a page that is a file.
  public static func archive(ofPage path: String) -> String? { ArchivedPath(path)?.archive }

  private mutating func readArchive(
    _ name: String, in folder: OpenFolder?, _ visit: (Page) -> Bool
  ) -> Result<File, ReadFailure> {
    guard let file = ArchiveFile(name, in: folder, clock: clock) else {
      return .failure(ReadFailure(error: .unreadable(errno: errno)))
    }
    var archive = OpenArchive(file, from: .wholeFile)
    while archive.next(visit) {}
    return .success(File(stamp: file.stamp, isArchive: true, leftOutCount: archive.leftOutCount))
  }

  private mutating func read(_ path: ArchivedPath, _ visit: (Page) -> Bool) -> Result<File, ReadFailure> {
    if archive?.isBefore(path) != true {
      guard let file = ArchiveFile(path.archive, in: nil, clock: clock) else {
        return .failure(ReadFailure(error: errno == ENOENT ? .vanished : .unreadable(errno: errno)))
      }
      archive = OpenArchive(file, from: path.place)
    }
    var file: File?
    // Nothing is found at a place that is no record's any more.
    while file == nil, archive?.isBefore(path) == true {
      let goesOn = archive?.next { page in
        guard page.capture.place == path.place else { return true }
        file = File(stamp: page.stamp)
        _ = visit(page)
        return false
      }
      if goesOn != true { break }
    }
    return file.map { .success($0) } ?? .failure(ReadFailure(error: .vanished))
  }
}

/// The path of a page in an archive.
private struct ArchivedPath {
  var archive: String
  var place: CapturePlace

  /// Nil for any other path. Only a name that may be a place costs a look at what it is in.
  init?(_ path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      let place = CapturePlace(name: String(path[path.utf8.index(after: slash)...]))
    else { return nil }
    (archive, self.place) = (String(path[..<slash]), place)
    var status = stat()
    guard stat(archive, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  }
}

/// An archive from which pages are read.
private struct OpenArchive: ~Copyable {
  /// Going on costs no more than beginning anew, in bytes.
  private static let shortWay: Int64 = 1 << 20

  private let file: ArchiveFile
  private var reader: WARCReader

  init(_ file: ArchiveFile, from place: CapturePlace) {
    self.file = file
    reader = file.reader(from: place)
  }

  var leftOutCount: Int { reader.leftOutCount }

  /// Whether a page comes next, or soon.
  func isBefore(_ path: ArchivedPath) -> Bool {
    let (here, wanted) = (reader.place, path.place)
    guard file.path == path.archive, here.offset <= wanted.offset else { return false }
    return here.offset == wanted.offset
      ? here.skip <= wanted.skip : wanted.offset - here.offset <= OpenArchive.shortWay
  }

  /// Lends the next page.
  /// - Returns: what `visit` says of going on; false at the end.
  mutating func next(_ visit: (CaptureReader.Page) -> Bool) -> Bool {
    var goesOn = false
    let isThere = reader.next { capture in
      let saved = SavedTime(of: capture, name: file.path, modified: file.modified, read: file.opened)
      let stamp = file.stamp.with(capture.place)
      var page = CaptureReader.Page(capture: capture, saved: saved, stamp: stamp)
      page.nameInArchive = capture.place.name
      goesOn = visit(page)
    }
    return isThere && goesOn
  }
}

extension SavedTime {
  /// When a capture was saved: not after it was read, whatever it says.
  fileprivate init(
    of capture: Capture, name: String, modified: Int64, read: Int64, archiveBox: Int64? = nil
  ) {
    func possible(_ time: Int64?) -> Int64? { time.map { min($0, read) } }
    self.init(
      told: possible(capture.saved), archiveBox: possible(archiveBox), name: name, modified: modified)
  }
}

extension FileStamp {
  /// That of a capture in a file with this stamp.
  fileprivate func with(_ place: CapturePlace) -> FileStamp {
    guard self != .unknown else { return self }
    var hash = Mixer()
    hash.add(value)
    hash.add(UInt64(bitPattern: place.offset))
    hash.add(UInt64(bitPattern: place.skip))
    return FileStamp(value: max(1, hash.value))
  }
}

extension FileError {
  /// What is wrong with a file whose page cannot be read.
  fileprivate init(_ error: CaptureError) {
    switch error {
    case .noPage: self = .noPage
    case .tooLarge(let bytes, let limit): self = .tooLarge(bytes: bytes, limit: limit)
    }
  }
}
