import Marks
public import StoryLibrary

/// The root state's handling of stories that are added or removed while the screen is in use: as snapshots of the
/// library, each together with the list that was found in it.
extension ReaderState {
  /// The library on the screen.
  public var snapshot: LibrarySnapshot { loadingState.snapshot }
  /// The stories found so far. Borrowed, because a copy of a library increments forty reference counts.
  public var library: Library { _read { yield loadingState.snapshot.library } }
  /// The progress of loading.
  public var load: LoadState { loadingState.load }
  /// The progress while loading; otherwise nil.
  public var loading: LoadProgress? { load.progress }

  mutating func receive(_ published: LibrarySnapshot) -> [ReaderEffect] {
    let (outcome, message) = loadingState.receive(published)
    if let message { self.message = message }
    switch outcome {
    case .nothing: return []
    // The library's own list already exists. Any other is found by a worker and arrives with its snapshot.
    case .changed:
      let isOwnList = request.isEverything && !marks.hasArchived
      return isOwnList ? show(.everything, of: published) : reduce(list: .renew)
    case .isOtherLibrary:
      _ = reduce(story: .clear)
      _ = reduce(related: .clear)
      _ = reduce(overlay: .renumber(nil))
      return reduce(list: .startOver)
    }
  }

  /// Handles the requested list; a list that is no longer wanted is not shown.
  mutating func receive(
    _ new: Listing, for answered: ListRequest, in found: LibrarySnapshot
  ) -> [ReaderEffect] {
    answered == request && found.number >= snapshot.number ? show(new, of: found) : []
  }

  /// Shows a list, and from now on the library in which it was found.
  private mutating func show(_ new: Listing, of found: LibrarySnapshot) -> [ReaderEffect] {
    let before = snapshot
    guard let translation = loadingState.adopt(found) else { return [] }
    let renumbering = translation.isRenumbering ? translation : nil
    if let renumbering {
      _ = reduce(story: .renumber(renumbering))
      _ = reduce(list: .renumber(renumbering))
      _ = reduce(overlay: .renumber(renumbering))
      _ = reduce(related: .renumber)
    }
    return reduce(list: .show(new, after: before, renumbering)) + (renumbering == nil ? [] : findAlike())
  }

  /// Handles the results from a snapshot. Results whose story numbers are out of date are dropped here and
  /// nowhere else; they have been requested again.
  mutating func receive(_ answer: LibraryAnswer, from number: Int) -> [ReaderEffect] {
    guard snapshot.sharesNumbers(withSnapshot: number) else { return [] }
    switch answer {
    case .body(let index, let location, let text):
      return index == story?.index ? reduce(story: .text(text, from: location)) : []
    case .noBody(let index, let location, let reason):
      return index == story?.index ? reduce(story: .noText(reason: reason, from: location)) : []
    case .digest(let index, let digest): return receive(digest, of: index)
    case .difference(let index, let difference): return receive(difference, of: index)
    case .noDifference(_, let reason): return receiveNoDifference(reason: reason)
    case .readElsewhere(let index, let isRead):
      return index == story?.index ? reduce(story: .readElsewhere(isRead)) : []
    case .excerpts(let found, let request): return reduce(list: .excerpts(found, request))
    case .hints(let hints, let request): return reduce(list: .hints(hints, request))
    case .names(let names): return reduce(prompt: .names(names, snapshot: number))
    case .sectionCounts(let counts): return reduce(marks: .sectionsCounted(counts))
    case .alike(let index, let found):
      return index == story?.index ? reduce(related: .alike(found)) : []
    case .unread(let counts, let scope): return reduce(marks: .counted(counts, scope))
    }
  }
}
