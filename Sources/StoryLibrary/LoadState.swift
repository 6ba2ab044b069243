/// The state of loading.
public enum LoadState: Hashable, Sendable {
  /// Files are being found and read.
  case loading(LoadProgress)
  /// The reader did not wait for the rest of the files.
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
  /// Bytes of the files that were read: none of a file that is as it was.
  public internal(set) var bytes = 0
  /// When it began, in seconds since 1970 (UTC).
  let began: Int64

  /// Nothing has been found yet.
  public init(began: Int64) {
    self.began = began
  }

  mutating func count(_ batch: PageBatch) {
    done += batch.fileCount
    bytes += batch.byteCount
  }

  /// How long it will still take if it goes on like this, in seconds; nil before that can be said.
  public func secondsLeft(now: Int64) -> Int? {
    let elapsed = Int(now - began)
    guard elapsed >= 2, done > 0, found >= done else { return nil }
    return elapsed * (found - done) / done
  }
}
