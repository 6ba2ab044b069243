/// The state of loading.
public enum LoadState: Hashable, Sendable {
  /// Files are being found and read.
  case loading(LoadProgress)
  /// The user stopped loading before all files were read.
  case stopped(LoadProgress)
  /// All files have been read.
  case finished

  /// What has been done so far; nil when nothing is being loaded.
  public var progress: LoadProgress? {
    if case .loading(let progress) = self { progress } else { nil }
  }
}

/// The progress of loading.
public struct LoadProgress: Hashable, Sendable {
  /// Files found so far.
  public internal(set) var found = 0
  /// The number of processed files, including skipped ones.
  public internal(set) var done = 0
  /// Bytes of the files that were read, not counting unchanged files.
  public internal(set) var bytes = 0
  /// When it began, in seconds since 1970 (UTC).
  let began: Int64

  /// Progress before anything has been found.
  public init(began: Int64) {
    self.began = began
  }

  mutating func count(_ batch: PageBatch) {
    done += batch.fileCount
    bytes += batch.byteCount
  }

  /// The estimated remaining time in seconds; nil before it can be estimated.
  public func secondsLeft(now: Int64) -> Int? {
    let elapsed = Int(now - began)
    guard elapsed >= 2, done > 0, found >= done else { return nil }
    return elapsed * (found - done) / done
  }
}
