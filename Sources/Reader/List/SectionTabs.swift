import Display

/// A tab above the list.
public struct SectionTab: Hashable, Sendable {
  /// The section's number; nil for all stories.
  public let section: Int?
  /// The label, with a space on both sides.
  public let text: String
  /// Its position in the row; to the left of the screen if the tabs are scrolled.
  public let columns: Range<Int>

  /// The tab for all stories.
  static let all = "All"
}

extension ReaderState {
  /// All tabs. If they do not fit, they are scrolled so that the selected one is on the screen.
  public var sectionTabs: [SectionTab] {
    let texts =
      [SectionTab.all]
      + settings.sections.enumerated().map { number, section in
        let unread = sectionCounts.indices.contains(number) ? sectionCounts[number] : 0
        return unread > 0 ? "\(section.name) \(unread)" : section.name
      }
    var start = 0
    let tabs = texts.enumerated().map { number, text -> SectionTab in
      let text = " \(DisplayWidth.truncated(text, to: min(30, max(1, screen.columns - 6)))) "
      defer { start += DisplayWidth.columns(of: text) + 1 }
      let columns = start..<start + DisplayWidth.columns(of: text)
      return SectionTab(section: number == 0 ? nil : number - 1, text: text, columns: columns)
    }
    let chosen = request.section.map { $0 + 1 } ?? 0
    // A sign indicates that there are more tabs.
    let room = screen.columns - (chosen == tabs.count - 1 ? 0 : 2)
    let hidden = max(0, tabs[chosen].columns.upperBound - room)
    return tabs.map { tab in
      SectionTab(
        section: tab.section, text: tab.text,
        columns: tab.columns.lowerBound - hidden..<tab.columns.upperBound - hidden)
    }
  }

  mutating func clickTab(atColumn column: Int) -> [ReaderEffect] {
    sectionTabs.first { $0.columns.contains(column) }.map { reduce(list: .section($0.section)) } ?? []
  }
}
