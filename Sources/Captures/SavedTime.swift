/// When a page was saved, and what says so.
public struct SavedTime: Sendable, Hashable {
  /// What says when a page was saved.
  public enum Origin: UInt8, Sendable, Hashable, CaseIterable {
    /// The file has the time of its last change, and nothing better is known.
    case modification
    /// There is a date in the file's name.
    case name
    /// The file says it.
    case file
    /// ArchiveBox says it, in the index of its folder.
    case archiveBox
  }

  /// In seconds since 1970 (UTC).
  public var seconds: Int64
  /// What says so.
  public var origin: Origin

  /// A time that something says.
  public init(seconds: Int64, origin: Origin) {
    (self.seconds, self.origin) = (seconds, origin)
  }

  /// The best that is known of when a page was saved.
  /// - Parameters:
  ///   - told: what its file says itself, if anything.
  ///   - archiveBox: what ArchiveBox says, if it saved the page.
  ///   - name: of its file.
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
