public import Captures
import Glibc
import Tables
import Text

/// Reads the pages of files, one file at a time. Use one reader per thread.
///
/// Pages in an archive have paths as if the archive were a folder, with the position of the page as its name
/// (`crawl.warc.gz/81920`).
public struct CaptureReader: ~Copyable {
  private var buffer: PageFileBuffer
  private let clock: @Sendable () -> Int?
  /// The archive of the last page, because the next one is usually in it, too.
  private var archive: OpenArchive?

  /// A reader that has read nothing yet.
  /// - Parameter clock: see ``PageFileBuffer/init(clock:)``.
  public init(clock: @escaping @Sendable () -> Int? = FileStamp.systemClock) {
    buffer = PageFileBuffer(clock: clock)
    self.clock = clock
  }

  /// One page of a file.
  public struct Page {
    /// Its bytes and metadata. Valid only during the call of `visit`.
    public var capture: Capture
    /// When it was saved.
    public var saved: SavedTime
    /// The file's stamp before it was read; for a page in an archive, combined with its position.
    public var stamp: FileStamp
    /// Its name in its archive; nil for a page that is a file.
    public var nameInArchive: String?

    /// A page of a file.
    public init(capture: Capture, saved: SavedTime, stamp: FileStamp) {
      (self.capture, self.saved, self.stamp) = (capture, saved, stamp)
    }
  }

  /// Information about a file that was read.
  public struct File {
    /// Its stamp before it was read.
    public var stamp: FileStamp
    /// Whether it is an archive of many pages.
    public var isArchive = false
    /// How many records of an archive gave no page, by the reason.
    public var skipped: [SkippedRecord: Int] = [:]
  }

  /// The current stamp of a file; nil if it cannot be read.
  public func stamp(of name: String, in folder: OpenFolder?) -> FileStamp? {
    buffer.stamp(of: name, in: folder)
  }

  /// Reads a file and passes its pages to `visit`.
  /// - Parameters:
  ///   - name: the name of the file.
  ///   - folder: its folder; nil for a separate path, which is read regardless of its name, and may be the path of a
  ///   page in an archive.
  ///   - visit: receives each page; reading stops if it returns false.
  /// - Returns: information about the file, or why it contains no page.
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

  /// The archive that contains the page with a path; nil for a page that is a file.
  public static func archive(ofPage path: String) -> String? { ArchivedPath(path)?.archive }

  private mutating func readArchive(
    _ name: String, in folder: OpenFolder?, _ visit: (Page) -> Bool
  ) -> Result<File, ReadFailure> {
    guard let file = ArchiveFile(name, in: folder, clock: clock) else {
      return .failure(ReadFailure(error: .unreadable(errno: errno)))
    }
    var archive = OpenArchive(file, from: .wholeFile)
    while archive.next(visit) {}
    return .success(File(stamp: file.stamp, isArchive: true, skipped: archive.skipped))
  }

  private mutating func read(_ path: ArchivedPath, _ visit: (Page) -> Bool) -> Result<File, ReadFailure> {
    if archive?.isBefore(path) != true {
      guard let file = ArchiveFile(path.archive, in: nil, clock: clock) else {
        return .failure(ReadFailure(error: errno == ENOENT ? .vanished : .unreadable(errno: errno)))
      }
      archive = OpenArchive(file, from: path.place)
    }
    var file: File?
    // The archive may have changed, so that there is no record at this position.
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

  /// Nil for any other path. The file system is only accessed for names that may be positions.
  init?(_ path: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")),
      let place = CapturePlace(name: String(path[path.utf8.index(after: slash)...]))
    else { return nil }
    (archive, self.place) = (String(path[..<slash]), place)
    var status = stat()
    guard FileName.withName(archive, { stat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
  }
}

/// An archive from which pages are read.
private struct OpenArchive: ~Copyable {
  /// The longest distance, in bytes, for which reading on is not slower than opening the archive at another position.
  private static let shortWay: Int64 = 1 << 20

  private let file: ArchiveFile
  private var reader: WARCReader

  init(_ file: ArchiveFile, from place: CapturePlace) {
    self.file = file
    reader = file.reader(from: place)
  }

  var skipped: [SkippedRecord: Int] { reader.skipped }

  /// Whether a page is the next one, or one of the next.
  func isBefore(_ path: ArchivedPath) -> Bool {
    let (here, wanted) = (reader.place, path.place)
    guard file.path == path.archive, here.offset <= wanted.offset else { return false }
    return here.offset == wanted.offset
      ? here.skip <= wanted.skip : wanted.offset - here.offset <= OpenArchive.shortWay
  }

  /// Passes the next page to `visit`.
  /// - Returns: whether to continue, as returned by `visit`; false at the end.
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
  /// When a capture was saved; never later than it was read.
  fileprivate init(
    of capture: Capture, name: String, modified: Int64, read: Int64, archiveBox: Int64? = nil
  ) {
    func possible(_ time: Int64?) -> Int64? { time.map { min($0, read) } }
    self.init(
      told: possible(capture.saved), archiveBox: possible(archiveBox), name: name, modified: modified)
  }
}

extension FileStamp {
  /// The stamp of a capture in a file with a given stamp.
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
  /// The error of a file whose page cannot be read.
  fileprivate init(_ error: CaptureError) {
    switch error {
    case .noPage: self = .noPage
    case .tooLarge(let bytes, let limit): self = .tooLarge(bytes: bytes, limit: limit)
    }
  }
}
