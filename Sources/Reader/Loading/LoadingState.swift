import StoryLibrary

/// The library on the screen, the latest one, in which a list may still have to be found, and the progress of
/// loading.
struct LoadingState: Sendable {
  /// The snapshot on the screen.
  private(set) var snapshot: LibrarySnapshot
  /// The number of the latest snapshot.
  private(set) var latestNumber: Int
  /// The progress of loading.
  private(set) var load: LoadState

  init(began: Int64) {
    snapshot = .empty(began: began)
    (latestNumber, load) = (snapshot.number, snapshot.load)
  }

  /// The result of a new snapshot, for the root to carry out.
  enum Outcome {
    case nothing
    /// Stories were added or removed.
    case changed
    /// It is another library.
    case isOtherLibrary
  }

  /// Handles a new snapshot: the library has changed, or loading has progressed.
  mutating func receive(_ new: LibrarySnapshot) -> (outcome: Outcome, message: Message?) {
    var message: Message?
    if case .stopped(let progress) = new.load, load.progress != nil {
      message = .notice("Stopped after \(progress.done) of \(progress.found) files · R continues")
    }
    load = new.load
    // The same contents in less memory.
    if new.number == snapshot.number { snapshot = new }
    guard new.number > snapshot.number else { return (.nothing, message) }
    latestNumber = new.number
    if new.translation(from: snapshot) != nil { return (.changed, message) }
    snapshot = new
    return (.isOtherLibrary, message)
  }

  /// From now on, the stories on the screen are those of another snapshot.
  /// - Returns: the translation of story numbers from the previous snapshot; nil if it is of another library.
  mutating func adopt(_ new: LibrarySnapshot) -> StoryTranslation? {
    guard let translation = new.translation(from: snapshot) else { return nil }
    snapshot = new
    return translation
  }
}
