import StoryLibrary

/// Restoring the last session.
extension ListState {
  /// Selects the story and folds the headings of the last session, as long as no key was pressed.
  /// - Returns: whether another story is selected now.
  mutating func resume(_ environment: Environment) -> Bool {
    guard let session = resumed else { return false }
    guard !environment.hasInteracted else {
      resumed = nil
      return false
    }
    if !shown.listing.groups.isEmpty, !session.folded.isEmpty {
      shown.fold(Set(session.folded), in: environment.frame)
      resumed?.folded = []
    }
    guard let row = session.selected.flatMap({ row(of: $0, environment) }) else { return false }
    // The user has begun to read what is on the screen.
    if environment.isSettled { resumed?.selected = nil }
    let isOther = row != shown.cursor.selected
    shown.select(row, in: environment.frame)
    return isOther
  }

  func row(of id: StoryID, _ environment: Environment) -> Int? {
    environment.library.index(of: id).flatMap {
      shown.listing.row(of: $0, in: environment.library) ?? shown.listing.headingRow(above: $0)
    }
  }
}
