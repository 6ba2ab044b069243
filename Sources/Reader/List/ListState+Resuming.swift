import StoryLibrary

/// Coming back to where the last session ended.
extension ListState {
  /// Before the first key, the selected story and the folded headings are those of the last session.
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
    // What is on the screen is read.
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
