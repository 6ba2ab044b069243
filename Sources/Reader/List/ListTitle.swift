import Display
import StoryLibrary

/// A headline in the list, on one line or, if needed, two.
public struct ListTitle: Sendable {
  /// The columns before a headline: selection marker, star, unread sign, space.
  public static let indent = 4
  /// The maximum number of lines of a headline; the rest continues on the line below.
  private static let mostLines = 2

  /// The lines that contain only the headline.
  public let lines: [Substring]
  /// The rest of the headline.
  public let rest: Substring?

  /// The headline of a story, for a pane of a given width.
  public init(_ title: String, paneColumns: Int) {
    let columns = ListTitle.columns(inPane: paneColumns)
    let all = title.utf8.count <= columns ? [title[...]] : TextWrapper(width: columns).texts(of: title)
    lines = Array(all.prefix(ListTitle.mostLines))
    rest = all.count > lines.count ? title[all[lines.count].startIndex...] : nil
  }

  /// The number of lines of a story's headline.
  static func lineCount(of story: StoryIndex, in library: Library, paneColumns: Int) -> Int {
    let columns = columns(inPane: paneColumns)
    return library.withTitle(of: story) { title in
      // No character is wider in columns than long in bytes.
      if title.count <= columns { return 1 }
      let lines = TextWrapper(width: columns).lines(of: String(decoding: title, as: UTF8.self))
      return min(mostLines, max(1, lines.count))
    }
  }

  private static func columns(inPane columns: Int) -> Int { max(2, columns - indent - 1) }
}
