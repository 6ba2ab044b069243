import Captures
import PageFormats
import StoryLibrary
import Text

/// Details of a story, over the panes: its properties, where and when it was saved, and its versions.
extension ReaderState {
  mutating func showInfo() -> [ReaderEffect] {
    guard let target else {
      sayThereIsNoStory()
      return []
    }
    let versions = versionLines(of: target)
    let rest = copies(of: target) + otherPages(of: target) + listedStories(of: target)
    guard versions.count > 1 else {
      let own = versions.isEmpty ? [] : ["", "Its page"] + versions[0]
      return reduce(overlay: .show(title: "Details", text: facts(on: target) + own + rest))
    }
    let sheet = VersionSheet(facts: facts(on: target), versions: versions, rest: rest)
    return reduce(
      overlay: .showSheet(
        SheetView(title: "Details", story: target, items: sheet.items, columns: screen.columns)))
  }

  private func facts(on index: StoryIndex) -> [String] {
    let story = library[index]
    let mark = mark(of: index)
    var facts = [("Headline", story.title), ("Source", story.source ?? "unknown")]
    if let published = story.published {
      facts.append(
        (
          "Published",
          [ShownAge.full(published, zone: zone), story.when].compactMap { $0 }.joined(separator: " · ")
        ))
    }
    facts.append(
      ("Saved", ShownAge.full(PublicationTime(seconds: story.saved, precision: .minute), zone: zone)))
    if let body = self.story.flatMap({ $0.index == index ? $0.body : nil }) {
      let told = [
        ("Author", body.author), ("Address", body.address), ("Language", body.language),
        ("Format", body.format?.name), ("Encoding", body.encoding?.rawValue),
      ]
      facts += told.compactMap { name, value in value.map { (name, $0) } }
    }
    if let words = self.story.flatMap({ $0.index == index ? $0.wordCount : nil }) {
      let minutes = minutes(bytes: library.bodyLength(of: index), of: story)
      facts.append(("Words", "\(words) · about \(minutes) min"))
    }
    facts.append(("ID", story.id.description))
    if !mark.labels.isEmpty { facts.append(("Labels", mark.labels.joined(separator: ", "))) }
    if mark.archived { facts.append(("Archived", "yes")) }
    if mark.isChanged { facts.append(("Changed", "since you read it")) }
    return facts.map { "\($0.0.padded(to: 10))\($0.1)" }
  }

  /// The lines of each version, newest first.
  private func versionLines(of index: StoryIndex) -> [[String]] {
    library.versions(of: index).map { version in
      func time(_ seconds: Int64) -> String {
        ShownAge.full(PublicationTime(seconds: seconds, precision: .minute), zone: zone)
      }
      let parts = [
        time(version.saved), version.savedOrigin.words,
        version.title == library[index].title ? nil : version.title, version.isCut ? "truncated" : nil,
      ]
      let copies =
        version.paths.count > 1
        ? ["    Same text, \(version.paths.count) copies, first saved \(time(version.firstSaved))"] : []
      return [parts.compactMap { $0 }.joined(separator: " · ")] + copies
        + version.paths.map { "    " + TextSanitizer.clean($0) }
    }
  }

  /// Copies of the text, the one saved first at the top; of the shown story, once it has been compared.
  private func copies(of index: StoryIndex) -> [String] {
    guard index == story?.index, let copies = relatedState.alike?.copies else { return [] }
    let all = ([copies.own] + copies.others).filter { library.isPresent($0.story) }
    let lines = all.sorted { $0.firstSaved < $1.firstSaved }.flatMap { copy in
      let time = PublicationTime(seconds: copy.firstSaved, precision: .minute)
      let story = library[copy.story]
      let parts = [
        copy.story == index ? "this one" : story.source ?? "source not known",
        "first saved \(ShownAge.full(time, zone: zone))", copies.facts(on: copy),
      ]
      return ["    " + parts.filter { !$0.isEmpty }.joined(separator: " · ")]
        + (copy.story == index ? [] : ["      " + story.title])
    }
    return ["", copies.heading] + lines
  }

  /// The stories listed on its pages, under a heading.
  private func listedStories(of index: StoryIndex) -> [String] {
    let listed = library.related(to: index)
    guard library[index].hasPage, !listed.isEmpty else { return [] }
    let shown = listed.prefix(StoryInfo.mostListed).map { "    " + library[$0].title }
    let rest = listed.count > shown.count ? ["    and \(listed.count - shown.count) more"] : []
    return ["", listed.count == 1 ? "Lists 1 story" : "Lists \(listed.count) stories"] + shown + rest
  }

  private func otherPages(of index: StoryIndex) -> [String] {
    let own = Set(library.versions(of: index).flatMap(\.paths))
    let others = library.pagePaths(of: index).filter { !own.contains($0) }
    guard !others.isEmpty else { return [] }
    let shown = others.prefix(StoryInfo.mostListed).map { "    " + TextSanitizer.clean($0) }
    let rest = others.count > shown.count ? ["    and \(others.count - shown.count) more"] : []
    return ["", others.count == 1 ? "Listed on" : "Listed on \(others.count) pages"] + shown + rest
  }
}

private enum StoryInfo {
  /// The maximum number of pages, and of stories, that are listed.
  static let mostListed = 100
}

extension PageSyntax {
  /// The name on the screen.
  fileprivate var name: String {
    switch self {
    case .text: "text"
    case .html: "HTML"
    case .markdown: "Markdown"
    }
  }
}

extension SavedTime.Origin {
  /// The origin of the time when a page was saved.
  fileprivate var words: String {
    switch self {
    case .file: "as recorded in the file"
    case .archiveBox: "as recorded by ArchiveBox"
    case .name: "from the file name"
    case .modification: "when the file was last changed"
    }
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    self + String(repeating: " ", count: max(1, count - self.count))
  }
}
