/// When a page was saved, and the origin of that time.
public struct SavedTime: Sendable, Hashable {
  /// The origins of the time.
  public enum Origin: UInt8, Sendable, Hashable, CaseIterable {
    /// The file's modification time.
    case modification
    /// A date in the file's name.
    case name
    /// The file's contents.
    case file
    /// The index that ArchiveBox keeps in the page's folder.
    case archiveBox
  }

  /// In seconds since 1970 (UTC).
  public var seconds: Int64
  /// Its origin.
  public var origin: Origin

  /// A time with its origin.
  public init(seconds: Int64, origin: Origin) {
    (self.seconds, self.origin) = (seconds, origin)
  }

  /// The most reliable time when a page was saved.
  /// - Parameters:
  ///   - told: the time recorded in its contents, if any.
  ///   - archiveBox: the time recorded by ArchiveBox, if it saved the page.
  ///   - name: the name of its file.
  ///   - modified: when the file was last written, in seconds since 1970 (UTC).
  public init(told: Int64?, archiveBox: Int64? = nil, name: String, modified: Int64) {
    if let told {
      self.init(seconds: told, origin: .file)
    } else if let archiveBox {
      self.init(seconds: archiveBox, origin: .archiveBox)
    } else if let date = DatedName.date(in: name), date.isOlder(than: modified) {
      self.init(seconds: date.seconds, origin: .name)
    } else {
      self.init(seconds: modified, origin: .modification)
    }
  }
}
