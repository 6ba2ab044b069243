import Display
import StoryLibrary

/// A headline in the list: one line or, where it needs them, two.
public struct ListTitle: Sendable {
  /// Columns before a headline: the marker of the selection, star, unread sign, a blank.
  public static let indent = 4
  /// Lines of a headline; what is longer goes on in the line below.
  private static let mostLines = 2

  /// The lines of their own.
  public let lines: [Substring]
  /// What has no room in them.
  public let rest: Substring?

  /// The headline of a story, for a pane of some columns.
  public init(_ title: String, paneColumns: Int) {
    let columns = ListTitle.columns(inPane: paneColumns)
    let all = title.utf8.count <= columns ? [title[...]] : TextWrapper(width: columns).texts(of: title)
    lines = Array(all.prefix(ListTitle.mostLines))
    rest = all.count > lines.count ? title[all[lines.count].startIndex...] : nil
  }

  /// How many lines the headline of a story has.
  static func lineCount(of story: StoryIndex, in library: Library, paneColumns: Int) -> Int {
    let columns = columns(inPane: paneColumns)
    return library.withTitle(of: story) { title in
      // No character is wider than its bytes are many.
      if title.count <= columns { return 1 }
      let lines = TextWrapper(width: columns).lines(of: String(decoding: title, as: UTF8.self))
      return min(mostLines, max(1, lines.count))
    }
  }

  private static func columns(inPane columns: Int) -> Int { max(2, columns - indent - 1) }
}
