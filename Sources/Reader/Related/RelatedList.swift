import Display
public import StoryLibrary

/// The related pane: the stories listed on the story's pages, then the stories that list it, then those with similar
/// texts; laid out for one width.
public struct RelatedList: Hashable, Sendable {
  /// One row of the pane.
  public enum Row: Hashable, Sendable {
    case heading(String)
    /// A line of a title; the first one has the story's number.
    case title(item: Int, text: Substring, isFirst: Bool)
    case byline(item: Int)
    /// Why a story is similar to the open one, or what it is a copy of.
    case reason(item: Int, text: String)
    case blank

    /// The number of the story that the row belongs to; nil for a heading.
    public var item: Int? {
      switch self {
      case .title(let item, _, _), .byline(let item), .reason(let item, _): item
      case .heading, .blank: nil
      }
    }
  }

  /// A story with its headline. Its other properties are looked up while it is on the screen.
  public struct Item: Hashable, Sendable {
    /// Its number in the library.
    public let index: StoryIndex
    /// The headline.
    public let title: String
  }

  /// The related stories in the order of their numbers, from 0.
  public private(set) var stories: [Item] = []
  /// Links to pages that were not saved, numbered after the stories.
  public private(set) var links: [StoryLink] = []
  /// The rows of the pane, including headings.
  public private(set) var rows: [Row] = []
  /// The selected story.
  public private(set) var selected = 0
  /// The first visible row.
  public private(set) var top = 0

  /// Columns before a title: marker, number, read sign.
  public static let indent = 6
  /// The maximum number of rows for a title.
  private static let titleRows = 3

  init() {}

  /// - Parameters:
  ///   - index: the open story.
  ///   - links: the links of its page.
  ///   - alike: the similar stories; nil until they have been found.
  ///   - library: its library.
  ///   - width: the width of the pane in columns.
  init(of index: StoryIndex, links: [StoryLink], alike: AlikeStories? = nil, in library: Library, width: Int)
  {
    let linked = links.map { library.story(linkedBy: $0) }
    let listed = distinct(library.related(to: index) + linked.compactMap { $0 }, except: index)
    let known = Set(listed)
    let backlinks = library.backlinks(of: index).filter { !known.contains($0) }
    let isEntryOnly = !library[index].hasPage
    add(
      listed, under: isEntryOnly ? "Listed together with it" : "Listed on its page", in: library, width: width
    )
    add(backlinks, under: "Pages that list it", in: library, width: width)
    if let alike { add(alike, except: [index] + listed + backlinks, in: library, width: width) }
    add(zip(links, linked).filter { $0.1 == nil }.map(\.0), width: width)
  }

  /// The number of related stories, saved or not.
  public var count: Int { stories.count + links.count }

  /// The selected link; nil if a story is selected.
  public var selectedLink: StoryLink? { link(at: selected) }

  /// The link with a number; nil if it is the number of a story.
  public func link(at item: Int) -> StoryLink? {
    links.indices.contains(item - stories.count) ? links[item - stories.count] : nil
  }

  /// The selected story; nil if a link is selected or there are no related stories.
  public var selectedStory: StoryIndex? {
    stories.indices.contains(selected) ? stories[selected].index : nil
  }

  private mutating func add(_ found: [StoryIndex], under heading: String, in library: Library, width: Int) {
    guard !found.isEmpty else { return }
    addHeading(heading)
    for index in found { add(index, in: library, width: width) }
  }

  private mutating func add(_ index: StoryIndex, in library: Library, width: Int) {
    let story = Item(index: index, title: library.title(of: index))
    addRows(of: story.title, item: stories.count, width: width)
    stories.append(story)
  }

  /// Adds stories related by their texts, except those already listed by the page.
  private mutating func add(
    _ alike: AlikeStories, except shown: [StoryIndex], in library: Library, width: Int
  ) {
    var shown = Set(shown)
    func isNew(_ story: StoryIndex) -> Bool { library.isPresent(story) && shown.insert(story).inserted }
    if let copies = alike.copies {
      let others = copies.others.filter { isNew($0.story) }
      if !others.isEmpty { addHeading(copies.heading) }
      for copy in others { add(copy.story, because: copies.facts(on: copy), in: library, width: width) }
    }
    let earlier = alike.earlier.filter(isNew)
    add(earlier, under: "Earlier in this thread", in: library, width: width)
    let others = alike.stories.filter { isNew($0.story) }
    let part = alike.isPartial ? " (\(100 * alike.compared / max(1, alike.total)) % so far)" : ""
    if !others.isEmpty || alike.isPartial { addHeading("Also related" + part) }
    for other in others {
      let reasons = other.reasons.map(\.text).joined(separator: ", ")
      add(other.story, because: "also: " + reasons, in: library, width: width)
    }
  }

  private mutating func add(_ story: StoryIndex, because reason: String, in library: Library, width: Int) {
    let item = stories.count
    add(story, in: library, width: width)
    rows.append(.reason(item: item, text: reason))
  }

  private mutating func add(_ unsaved: [StoryLink], width: Int) {
    guard !unsaved.isEmpty else { return }
    addHeading("Not saved")
    for link in unsaved {
      addRows(of: link.title, item: count, width: width)
      links.append(link)
    }
  }

  private mutating func addHeading(_ heading: String) {
    if !rows.isEmpty { rows.append(.blank) }
    rows.append(.heading(heading))
  }

  private mutating func addRows(of title: String, item: Int, width: Int) {
    let lines = RelatedList.titleLines(of: title, TextWrapper(width: width - RelatedList.indent - 1))
    for (number, line) in lines.enumerated() {
      rows.append(.title(item: item, text: line, isFirst: number == 0))
    }
    rows.append(.byline(item: item))
  }

  /// The lines of a title, limited so that a long title leaves room for others; the story pane shows the full title.
  private static func titleLines(of title: String, _ wrapper: TextWrapper) -> [Substring] {
    var lines = wrapper.texts(of: title)
    guard lines.count > titleRows else { return lines }
    lines.removeSubrange(titleRows...)
    lines[titleRows - 1] = DisplayWidth.truncated(lines[titleRows - 1] + "…", to: wrapper.width)[...]
    return lines
  }

  mutating func select(_ item: Int, visible: Int) {
    selected = max(0, min(item, count - 1))
    let place = rowRange(of: selected)
    // The first story is shown together with its heading.
    let start = selected == 0 ? 0 : place.lowerBound
    if start < top { top = start }
    if place.upperBound > top + visible { top = place.upperBound - visible }
    top = max(0, min(top, rows.count - visible))
  }

  /// Scrolls without changing the selection, which may move off the screen.
  mutating func scroll(by count: Int, visible: Int) {
    top = max(0, min(top + count, rows.count - visible))
  }

  /// The story of a row; nil for a heading.
  func item(atRow row: Int) -> Int? { rows.indices.contains(row) ? rows[row].item : nil }

  /// Selects the same story as before if it is still listed.
  mutating func keepSelection(of old: RelatedList, visible: Int) {
    top = old.top
    let same = old.selectedStory.flatMap { story in stories.firstIndex { $0.index == story } }
    let link = old.selectedLink.flatMap { links.firstIndex(of: $0) }.map { $0 + stories.count }
    select(same ?? link ?? old.selected, visible: visible)
  }

  /// The rows of an item.
  public func rowRange(of item: Int) -> Range<Int> {
    let first = rows.firstIndex { row in
      if case .title(item, _, true) = row { true } else { false }
    }
    guard let first else { return 0..<0 }
    var last = rows[first...].firstIndex(of: .byline(item: item)) ?? first
    if last + 1 < rows.count, case .reason(item, _) = rows[last + 1] { last += 1 }
    return first..<last + 1
  }
}

/// Each story once, in the original order.
private func distinct(_ stories: [StoryIndex], except index: StoryIndex) -> [StoryIndex] {
  var seen: Set<StoryIndex> = [index]
  return stories.filter { seen.insert($0).inserted }
}
