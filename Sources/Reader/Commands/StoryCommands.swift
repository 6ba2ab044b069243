import Export
import StoryLibrary

/// Commands that pass stories to other programs, files and the clipboard.
extension ReaderState {
  mutating func actOnStory(_ command: Command) -> [ReaderEffect] {
    if command == .openOutside, focus == .related, let address = related.selectedLink?.address {
      return [.openAddress(address)]
    }
    if command == .openOutside, focus == .story, let address = storyState.chosenAddress {
      return [.openAddress(address)]
    }
    guard let story = target else {
      sayThereIsNoStory()
      return []
    }
    switch command {
    case .openOutside: return [.openOutside(story)]
    case .edit: return [.editPage(story)]
    case .editNote: return [.editNote(story)]
    default: return []
    }
  }

  /// Reports that a heading or nothing is selected.
  mutating func sayThereIsNoStory() {
    let isHeading = row(at: list.selected)?.isHeading == true
    message = .notice("No story selected" + (isHeading ? " here · \(hint(.open)) folds the heading" : ""))
  }

  /// Copies the chosen stories to the clipboard, or passes them to an external command.
  mutating func actOnChosen(_ command: Command) -> [ReaderEffect] {
    guard let chosen else {
      sayThereIsNoStory()
      return []
    }
    switch command {
    case .copy(let part): return [.copy(part, chosen)]
    case .external(let number):
      guard settings.commands.indices.contains(number) else { return [] }
      let external = settings.commands[number]
      if external.output == .pager { _ = reduce(overlay: .await(external.run)) }
      return [.run(external, chosen)]
    default: return []
    }
  }

  mutating func pipe(to command: String) -> [ReaderEffect] {
    guard let chosen, !command.isEmpty else { return [] }
    _ = reduce(overlay: .await("| " + command))
    return [.pipe(command, chosen)]
  }

  mutating func save(to path: String, _ consent: SaveConsent) -> [ReaderEffect] {
    guard let chosen, !path.isEmpty else { return [] }
    guard let format = ExportFormat(fileName: path), format != saveFormat else {
      return [.save(path, chosen, consent)]
    }
    saveFormat = format
    return [.saveFormat(format), .save(path, chosen, consent)]
  }
}
