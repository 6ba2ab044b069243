import PageFormats
import StoryLibrary
import Understanding

/// The root state's handling of digests and of the changes between versions of a story.
extension ReaderState {
  /// Opens the digest of the shown story. It is made outside the terminal's thread.
  mutating func showDigest() -> [ReaderEffect] {
    guard let view = story, let body = view.body else {
      sayThereIsNoStory()
      return []
    }
    let shown = library[view.index]
    let day = CivilDate(ofSeconds: shown.published?.seconds ?? shown.saved)
    let sheet = SheetView(
      title: "Digest", story: view.index, items: [.text("Reading the story…")],
      columns: screen.columns)
    return reduce(overlay: .showSheet(sheet))
      + [.makeDigest(view.index, StoryToDigest(title: shown.title, paragraphs: body.paragraphs, day: day))]
  }

  /// Shows the finished digest, if it is still wanted.
  mutating func receive(_ digest: Digest, of index: StoryIndex) -> [ReaderEffect] {
    guard case .sheet(let sheet) = overlay, sheet.story == index, sheet.destination == nil,
      let body = story?.body, story?.index == index
    else { return [] }
    let items = DigestSheet(digest: digest, paragraphs: body.paragraphs).items
    return reduce(
      overlay: .showSheet(
        SheetView(title: "Digest", story: index, items: items, columns: screen.columns)))
  }

  /// Goes to the target of a sheet's entry.
  mutating func go(to destination: SheetView.Destination, from sheet: SheetView) -> [ReaderEffect] {
    switch destination {
    case .passage(let paragraph, let byte):
      guard story?.index == sheet.story else { return [] }
      _ = reduce(overlay: .perform(.close))
      focus(on: .story)
      return reduce(story: .goToPassage(paragraph: paragraph, byte: byte))
    case .difference(let older): return showDifference(olderVersion: older, from: sheet)
    }
  }

  private mutating func showDifference(olderVersion older: Int, from sheet: SheetView) -> [ReaderEffect] {
    let versions = library.versions(of: sheet.story)
    guard versions.indices.contains(older), older > 0 else { return [] }
    let (before, after) = (versions[older], versions[older - 1])
    let times = [before, after].map {
      ShownAge.full(PublicationTime(seconds: $0.saved, precision: .minute), zone: zone)
    }
    let view = DifferenceView(
      title: "What changed · \(times[0]) → \(times[1])", difference: nil, over: sheet, columns: screen.columns
    )
    return reduce(overlay: .showDifference(view))
      + [.compare(sheet.story, older: before.location, newer: after.location)]
  }

  /// Shows the result of comparing two versions, if it is still wanted.
  mutating func receive(_ difference: TextDifference, of index: StoryIndex) -> [ReaderEffect] {
    guard case .difference(let view) = overlay, view.sheet.story == index else { return [] }
    return reduce(
      overlay: .showDifference(
        DifferenceView(
          title: view.title, difference: difference, over: view.sheet, columns: screen.columns)))
  }

  /// Reports that a version could not be read.
  mutating func receiveNoDifference(reason: String) -> [ReaderEffect] {
    guard case .difference = overlay else { return [] }
    message = .warning(reason)
    return reduce(overlay: .perform(.close))
  }
}
