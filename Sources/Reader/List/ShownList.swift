import Display
import StoryLibrary

/// The list on the screen: its rows, the request for it, and the cursor.
struct ShownList: Sendable {
  /// The rows.
  private(set) var listing = Listing.everything
  /// The request by which they were selected.
  private(set) var request = ListRequest()
  /// The number of lists shown before.
  private(set) var number = 0
  /// The selected row and the first visible one.
  private(set) var cursor = ListCursor()
  /// The story of the selected row was removed while it was open, and its neighbour is selected: the one below (1) or
  /// above (-1). A step in that direction goes to the neighbour itself, so that no story is skipped.
  private(set) var gap = 0
  /// The direction of the last move: down (1) or up (-1).
  private(set) var direction = 1

  /// The library's own list, scrolled to the top.
  init(number: Int = 0) { self.number = number }

  /// The surroundings in which a list is shown.
  struct Frame {
    let snapshot: LibrarySnapshot
    /// The pane's lines and columns.
    let size: Size

    /// Borrowed, because a copy of a library increments forty reference counts.
    var library: Library { _read { yield snapshot.library } }
  }

  /// The number of rows.
  func count(in frame: Frame) -> Int { listing.count(in: frame.library) }

  /// The row at a position; nil if out of range.
  func row(at row: Int, in frame: Frame) -> Listing.Row? {
    0..<count(in: frame) ~= row ? listing.row(row, in: frame.library) : nil
  }

  /// The selected story; nil for a heading or in an empty list.
  func selectedStory(in frame: Frame) -> StoryIndex? { row(at: cursor.selected, in: frame)?.story }

  // MARK: Moving

  /// Records that the selected story is shown: the next step continues from it.
  mutating func closeGap() { gap = 0 }

  mutating func select(_ row: Int, in frame: Frame) {
    cursor.select(row, in: space(in: frame))
    gap = 0
  }

  mutating func move(by rows: Int, in frame: Frame) {
    if rows != 0 { direction = rows.signum() }
    select(cursor.selected + rows - (gap * rows > 0 ? gap : 0), in: frame)
  }

  mutating func page(by pages: Int, in frame: Frame) {
    if pages != 0 { direction = pages.signum() }
    cursor.page(by: pages, in: space(in: frame))
    gap = 0
  }

  mutating func scroll(by rows: Int, in frame: Frame) {
    cursor.scroll(by: rows, in: space(in: frame))
  }

  /// Adapts to a new height of the pane.
  mutating func fit(in frame: Frame) { cursor.fit(in: space(in: frame)) }

  /// Scrolls up as long as the selected row stays on the screen.
  mutating func revealAbove(in frame: Frame) {
    cursor.revealAbove(in: space(in: frame))
  }

  private mutating func follow(to row: Int, on line: Int?, in frame: Frame) {
    cursor.follow(to: row, on: line, in: space(in: frame))
  }

  /// The line of the pane on which the selected row begins; nil if it is not on the screen.
  private func selectedLine(in frame: Frame) -> Int? {
    space(in: frame).line(of: cursor.selected, from: cursor.top)
  }

  /// Restores an earlier selection and scroll position in this list.
  mutating func goBack(to earlier: ListCursor, in frame: Frame) {
    (cursor, gap) = (earlier, 0)
    fit(in: frame)
  }

  // MARK: Heights

  /// The layout of the rows: a headline has one or two lines, and its byline one.
  func space(in frame: Frame) -> ListSpace {
    let listing = listing
    return ListSpace(
      count: count(in: frame), lines: frame.size.rows,
      height: { row in
        guard case .story(let story) = listing.row(row, in: frame.library) else { return 1 }
        return 1 + ListTitle.lineCount(of: story, in: frame.library, paneColumns: frame.size.columns)
      },
      isUnderHeading: { !listing.groups.isEmpty && !listing.row($0, in: frame.library).isHeading })
  }

  /// The group whose heading stays at the top while its stories scroll; nil if the first row is a heading.
  func groupOnTop(in frame: Frame) -> Int? {
    guard count(in: frame) > 0, space(in: frame).linesAbove(cursor.top) > 0 else { return nil }
    return listing.group(atRow: cursor.top)
  }

  // MARK: Other rows

  /// Whether to select the same row in the new list, or the first story.
  enum Position {
    case first
    /// The same story, or its replacement. In an empty list there was no row: then the story to search for.
    case same(otherwise: StoryIndex?)
  }

  /// Replaces the list with another; `staysNear` if that has more or fewer of the same stories. The selection and its
  /// position on the screen are kept, as far as the new list contains it. The stories of this list are those of
  /// `old`; the translation maps them to their numbers in the frame's library, which are unchanged if there is no
  /// translation.
  /// - Returns: the story that was selected.
  @discardableResult
  mutating func replace(
    with new: Listing, for request: ListRequest, of old: LibrarySnapshot,
    _ translation: StoryTranslation?, position: Position, staysNear: Bool = false, in frame: Frame
  ) -> StoryIndex? {
    let before = Rows(
      listing: listing, library: old.library, selected: cursor.selected, translation: translation)
    let line = selectedLine(in: Frame(snapshot: old, size: frame.size))
    let isRenewed = self.request == request
    let hasSameHeadings = self.request.grouping == request.grouping
    (listing, self.request, number, gap) = (new, request, number + 1, 0)
    if hasSameHeadings { listing.foldAsBefore(before.listing) }
    guard case .same(let otherwise) = position,
      let found = row(
        like: before, otherwise: otherwise, near: isRenewed || staysNear ? ShownList.nearRows : 0, in: frame)
    else {
      selectFirstStory(in: frame)
      return before.story(in: frame)
    }
    follow(to: found.row, on: line, in: frame)
    gap = found.gap
    return before.story(in: frame)
  }

  /// Goes back to an earlier list of the same library, in which stories may have been added or removed since.
  mutating func restore(_ earlier: ShownList, selected: StoryIndex?, in frame: Frame) {
    let number = self.number + 1
    self = earlier
    self.number = number
    let line = selectedLine(in: frame)
    if let row = selected.flatMap({ listing.row(of: frame.library.current($0), in: frame.library) }) {
      follow(to: row, on: line, in: frame)
    } else {
      select(cursor.selected, in: frame)
    }
  }

  /// The rows before.
  private struct Rows {
    var listing: Listing
    var library: Library
    var selected: Int
    /// Nil if the numbers of stories have not changed.
    var translation: StoryTranslation?

    func current(_ story: StoryIndex, in frame: Frame) -> StoryIndex? {
      let now = translation == nil ? story : translation?.story(story)
      return now.map { frame.library.current($0) }
    }

    /// The story that was selected.
    func story(in frame: Frame) -> StoryIndex? {
      guard selected < listing.count(in: library) else { return nil }
      return listing.row(selected, in: library).story.flatMap { current($0, in: frame) }
    }
  }

  /// How many rows are searched for a replacement of a removed story.
  private static let nearRows = 200

  /// The new row of the selection: the same story, its heading if that is folded, or the same heading. In a new
  /// version of the same list, a row nearby replaces a removed one.
  private func row(
    like old: Rows, otherwise: StoryIndex?, near: Int, in frame: Frame
  ) -> (row: Int, gap: Int)? {
    let (count, selected) = (old.listing.count(in: old.library), old.selected)
    guard count > selected else {
      return otherwise.flatMap { row(of: $0, in: frame) }.map { ($0, 0) }
    }
    let below = selected..<min(count, selected + near + 1)
    let above = (max(0, selected - near)..<selected).reversed()
    for row in Array(below) + above {
      let found: Int? =
        switch old.listing.row(row, in: old.library) {
        case .story(let story): old.current(story, in: frame).flatMap { self.row(of: $0, in: frame) }
        case .heading(let group): listing.headingRow(named: old.listing.groups[group].name)
        }
      if let found { return (found, (row - selected).signum()) }
    }
    return nil
  }

  private func row(of story: StoryIndex, in frame: Frame) -> Int? {
    listing.row(of: story, in: frame.library) ?? listing.headingRow(above: story)
  }

  private mutating func selectFirstStory(in frame: Frame) {
    select(0, in: frame)
    if count(in: frame) > 1, row(at: 0, in: frame)?.isHeading == true { select(1, in: frame) }
  }

  // MARK: Folding

  mutating func toggleFold(_ group: Int, in frame: Frame) {
    listing.toggleFold(group)
    select(cursor.selected, in: frame)
  }

  /// Folds the headings with the given names.
  mutating func fold(_ names: Set<String>, in frame: Frame) {
    listing.fold(names)
    select(cursor.selected, in: frame)
  }

  /// Folds all headings or, if all are folded, unfolds them; the selection moves to the heading of its story.
  mutating func toggleAllFolds(in frame: Frame) {
    let before = Rows(
      listing: listing, library: frame.library, selected: cursor.selected, translation: nil)
    let line = selectedLine(in: frame)
    listing.toggleAllFolds()
    follow(to: row(like: before, otherwise: nil, near: 0, in: frame)?.row ?? 0, on: line, in: frame)
  }
}
