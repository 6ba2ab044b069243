import StoryLibrary

/// Rows about a story, over the panes, some of which are links: its digest or its versions. One of the links is
/// selected, and Enter follows it.
public struct SheetView: Hashable, Sendable {
  /// An item of a sheet.
  enum Item: Hashable, Sendable {
    case heading(String)
    case text(String)
    case entry(String, Destination)
  }

  /// The target of an entry.
  enum Destination: Hashable, Sendable {
    /// A place in the story: the paragraph, nil for the headline, and the byte offset in it.
    case passage(paragraph: Int?, byte: Int)
    /// The changes from a version to the next newer one, by the number of the older one.
    case difference(olderVersion: Int)
  }

  /// A row of the sheet.
  public struct Row: Hashable, Sendable {
    /// The kind of a row.
    public enum Kind: Hashable, Sendable { case heading, text, entry, blank }

    /// The kind of the row.
    public let kind: Kind
    /// The text.
    public let text: String
    /// Whether it begins an entry.
    public let isFirst: Bool
    /// The item that the row belongs to; nil for a blank row.
    let item: Int?
  }

  /// The columns before the text of an entry, for its sign.
  public static let indent = 2

  /// The title in the frame.
  public let title: String
  /// The story that it is about.
  private(set) var story: StoryIndex
  /// The rows, laid out once for a screen, so that keys only select and scroll.
  public private(set) var rows: [Row] = []
  /// The first visible row.
  public private(set) var top = 0
  /// The number of the selected item; nil if there are no links.
  private var chosen: Int?
  private let items: [Item]

  init(title: String, story: StoryIndex, items: [Item], columns: Int) {
    (self.title, self.story, self.items) = (title, story, items)
    chosen = items.firstIndex { $0.destination != nil }
    layout(columns: columns)
  }

  /// Whether a row belongs to the selected entry.
  public func isChosen(_ row: Row) -> Bool { row.item != nil && row.item == chosen }

  /// Whether an entry is selected.
  public var leadsSomewhere: Bool { chosen != nil }

  /// The target of the selected entry; nil if there is none.
  var destination: Destination? { chosen.flatMap { items[$0].destination } }

  /// The number of the story has changed.
  mutating func renumber(_ new: StoryIndex) { story = new }

  mutating func layout(columns: Int) {
    rows = []
    for (number, item) in items.enumerated() {
      if case .heading = item, number > 0 {
        rows.append(Row(kind: .blank, text: "", isFirst: false, item: nil))
      }
      let lines = IndentedRow.rows(of: item.text, columns: columns - 2 - SheetView.indent)
      for (place, line) in lines.enumerated() {
        rows.append(Row(kind: item.kind, text: line.indentedText, isFirst: place == 0, item: number))
      }
    }
  }

  // MARK: Moving

  /// Selects an entry further down or up; without links, scrolls.
  mutating func move(by count: Int, visible: Int) {
    guard let chosen else { return scroll(by: count, visible: visible) }
    let entries = items.indices.filter { items[$0].destination != nil }
    let place = entries.firstIndex(of: chosen) ?? 0
    self.chosen = entries[max(0, min(place + count, entries.count - 1))]
    showChosen(visible: visible)
    // Above the first entry there is nothing to select.
    if self.chosen == entries.first { top = 0 }
  }

  /// Scrolls by rows, and selects an entry that is then on the screen.
  mutating func scroll(by count: Int, visible: Int) {
    top = max(0, min(top + count, rows.count - visible))
    let shown = rows[top..<min(rows.count, top + visible)]
    guard chosen != nil, !shown.contains(where: { isChosen($0) }) else { return }
    let entries = shown.filter { $0.kind == .entry }
    chosen = (count > 0 ? entries.first : entries.last)?.item ?? chosen
  }

  private mutating func showChosen(visible: Int) {
    let own = rows.indices.filter { isChosen(rows[$0]) }
    guard let first = own.first, let last = own.last else { return }
    if last >= top + visible { top = last - visible + 1 }
    if first < top { top = first }
  }
}

extension SheetView.Item {
  var text: String {
    switch self {
    case .heading(let text), .text(let text), .entry(let text, _): text
    }
  }

  var kind: SheetView.Row.Kind {
    switch self {
    case .heading: .heading
    case .text: .text
    case .entry: .entry
    }
  }

  var destination: SheetView.Destination? {
    if case .entry(_, let destination) = self { destination } else { nil }
  }
}
