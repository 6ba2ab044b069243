import StoryLibrary

/// The library on the screen and the latest one, which a list may still have to be found in; and how far loading has
/// come.
struct LoadingState: Sendable {
  /// What is on the screen is of this snapshot and of no other.
  private(set) var snapshot: LibrarySnapshot
  /// The number of the latest one.
  private(set) var latestNumber: Int
  /// How far loading has come.
  private(set) var load: LoadState

  init(began: Int64) {
    snapshot = .empty(began: began)
    (latestNumber, load) = (snapshot.number, snapshot.load)
  }

  /// What is to be done about a snapshot.
  enum Outcome {
    case nothing
    /// Stories have come or gone.
    case changed
    /// It is another library.
    case isOtherLibrary
  }

  /// A snapshot has been published: the library has changed, or loading has come further.
  mutating func receive(_ new: LibrarySnapshot) -> (outcome: Outcome, message: Message?) {
    var message: Message?
    if case .stopped(let progress) = new.load, load.progress != nil {
      message = .notice("Stopped after \(progress.done) of \(progress.found) files · R continues")
    }
    load = new.load
    // The same in less memory.
    if new.number == snapshot.number { snapshot = new }
    guard new.number > snapshot.number else { return (.nothing, message) }
    latestNumber = new.number
    if new.translation(from: snapshot) != nil { return (.changed, message) }
    snapshot = new
    return (.isOtherLibrary, message)
  }

  /// The stories on the screen are those of another snapshot from now on.
  /// - Returns: what the stories of the one before are called in it; nil when it is of another library.
  mutating func adopt(_ new: LibrarySnapshot) -> StoryTranslation? {
    guard let translation = new.translation(from: snapshot) else { return nil }
    snapshot = new
    return translation
  }
}
