import Display
public import StoryLibrary

/// The related pane: what the story's pages list, then the stories that list it, laid out for one width.
public struct RelatedList: Hashable, Sendable {
  /// One row of the pane.
  public enum Row: Hashable, Sendable {
    case heading(String)
    /// A line of a title; the first one has the story's number.
    case title(item: Int, text: Substring, isFirst: Bool)
    case byline(item: Int)
    case blank
  }

  /// The related stories in the order of their numbers, from 0.
  public private(set) var stories: [Story] = []
  /// The rows of the pane, headings and all.
  public private(set) var rows: [Row] = []
  /// The selected story.
  public private(set) var selected = 0
  /// The first visible row.
  public private(set) var top = 0

  /// Columns before a title: marker, number, read sign.
  public static let indent = 6
  /// Rows of one title.
  private static let titleRows = 3

  init() {}

  init(of index: StoryIndex, in library: Library, width: Int) {
    let listed = library.related(to: index)
    let backlinks = library.backlinks(of: index).filter { !Set(listed).contains($0) }
    let isEntryOnly = !library[index].hasPage
    add(listed, under: isEntryOnly ? "On the same pages" : "On this page", in: library, width: width)
    add(backlinks, under: "Appears with", in: library, width: width)
  }

  /// Nothing is selected when nothing is related.
  public var selectedStory: StoryIndex? {
    stories.indices.contains(selected) ? stories[selected].index : nil
  }

  private mutating func add(_ found: [StoryIndex], under heading: String, in library: Library, width: Int) {
    guard !found.isEmpty else { return }
    if !rows.isEmpty { rows.append(.blank) }
    rows.append(.heading(heading))
    let wrapper = TextWrapper(width: width - RelatedList.indent - 1)
    for index in found {
      let (item, story) = (stories.count, library[index])
      stories.append(story)
      let lines = RelatedList.titleLines(of: story.title, wrapper)
      for (number, line) in lines.enumerated() {
        rows.append(.title(item: item, text: line, isFirst: number == 0))
      }
      rows.append(.byline(item: item))
    }
  }

  /// At most so many lines that a long title leaves room for others; its end is in the story pane.
  private static func titleLines(of title: String, _ wrapper: TextWrapper) -> [Substring] {
    var lines = wrapper.texts(of: title)
    guard lines.count > titleRows else { return lines }
    lines.removeSubrange(titleRows...)
    lines[titleRows - 1] = DisplayWidth.truncated(lines[titleRows - 1] + "…", to: wrapper.width)[...]
    return lines
  }

  mutating func select(_ item: Int, visible: Int) {
    selected = max(0, min(item, stories.count - 1))
    let place = rowRange(of: selected)
    // The first story's heading is shown with it.
    let start = selected == 0 ? 0 : place.lowerBound
    if start < top { top = start }
    if place.upperBound > top + visible { top = place.upperBound - visible }
    top = max(0, min(top, rows.count - visible))
  }

  /// Scrolls, and leaves the selection where it is, on the screen or not.
  mutating func scroll(by count: Int, visible: Int) {
    top = max(0, min(top + count, rows.count - visible))
  }

  /// The story that stands in a row; nil for a heading.
  func item(atRow row: Int) -> Int? {
    guard rows.indices.contains(row) else { return nil }
    return switch rows[row] {
    case .title(let item, _, _), .byline(let item): item
    case .heading, .blank: nil
    }
  }

  /// Selects the same story as before where it is still there.
  mutating func keepSelection(of old: RelatedList, visible: Int) {
    top = old.top
    let same = old.selectedStory.flatMap { story in stories.firstIndex { $0.index == story } }
    select(same ?? old.selected, visible: visible)
  }

  /// The rows of an item.
  public func rowRange(of item: Int) -> Range<Int> {
    let first = rows.firstIndex { row in
      if case .title(item, _, true) = row { true } else { false }
    }
    guard let first else { return 0..<0 }
    let last = rows[first...].firstIndex(of: .byline(item: item)) ?? first
    return first..<last + 1
  }
}
