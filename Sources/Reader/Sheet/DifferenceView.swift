public import Display
import StoryLibrary
import Understanding

/// The changes between two versions of a story, over the panes.
///
/// Words are marked as by `git diff --word-diff`, `[-gone-]` and `{+new+}`, so that they can be distinguished without
/// colours. Consecutive unchanged paragraphs are folded.
public struct DifferenceView: Hashable, Sendable {
  /// A row on the screen.
  public struct Row: Hashable, Sendable {
    /// The text.
    public let text: String
    /// The new or removed words in it.
    public let spans: [TextSpan]
    /// Whether it is a remark about a paragraph, not part of one.
    public let isRemark: Bool
    /// The direction of its paragraph.
    public let direction: TextDirection
  }

  /// The title in the frame.
  public let title: String
  /// The rows, laid out once for a screen, so that keys only scroll. Empty while the versions are being compared.
  public private(set) var rows: [Row] = []
  /// The first visible row.
  public internal(set) var top = 0
  /// The sheet from which it was opened, and to which it returns.
  private(set) var sheet: SheetView
  private let difference: TextDifference?

  init(title: String, difference: TextDifference?, over sheet: SheetView, columns: Int) {
    (self.title, self.difference, self.sheet) = (title, difference, sheet)
    layout(columns: columns)
  }

  /// The number of the story has changed.
  mutating func renumber(_ new: StoryIndex) { sheet.renumber(new) }

  mutating func layout(columns: Int) {
    guard let difference else {
      rows = [DifferenceView.remark("Comparing…")]
      return
    }
    let layout = DifferenceLayout(width: columns - 2)
    rows = [DifferenceView.remark(DifferenceView.summary(of: difference))] + layout.rows(of: difference)
  }

  static func remark(_ text: String) -> Row {
    Row(text: text, spans: [], isRemark: true, direction: .leftToRight)
  }

  /// `2 paragraphs reworded, 1 new`
  static func summary(of difference: TextDifference) -> String {
    if difference.isEmpty { return "The texts are the same." }
    let kinds: [(TextDifference.Paragraph.Change, String)] = [
      (.reworded, "reworded"), (.new, "new"), (.gone, "gone"), (.moved, "moved"), (.split, "split off"),
      (.joined, "joined"), (.kept, "the same"),
    ]
    let counts = kinds.map { (difference.count($0.0), $0.1) }.filter { $0.0 > 0 }
    return "Paragraphs: " + counts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}

/// Lays out the paragraphs of a difference.
private struct DifferenceLayout {
  let width: Int

  func rows(of difference: TextDifference) -> [DifferenceView.Row] {
    var rows: [DifferenceView.Row] = []
    var kept: [TextDifference.Paragraph] = []
    func addKept() {
      if kept.count == 1 {
        rows += self.rows(of: kept[0])
      } else if kept.count > 1 {
        rows += [blank, DifferenceView.remark("⋯ \(kept.count) paragraphs are the same")]
      }
      kept = []
    }
    for paragraph in difference.paragraphs {
      if paragraph.change == .kept {
        kept.append(paragraph)
      } else {
        addKept()
        rows += self.rows(of: paragraph)
      }
    }
    addKept()
    return rows
  }

  private var blank: DifferenceView.Row { DifferenceView.remark("") }

  private func rows(of paragraph: TextDifference.Paragraph) -> [DifferenceView.Row] {
    let remark = remark(on: paragraph.change).map { [DifferenceView.remark($0)] } ?? []
    let marked = MarkedParagraph(paragraph.pieces)
    let lines = TextWrapper(width: width).lines(of: marked.text)
    let direction = TextDirection(ofParagraph: marked.text)
    let rows = lines.map { line in
      DifferenceView.Row(
        text: marked.text(in: line), spans: marked.spans(in: line), isRemark: false, direction: direction)
    }
    return [blank] + remark + rows
  }

  private func remark(on change: TextDifference.Paragraph.Change) -> String? {
    switch change {
    case .kept, .reworded: nil
    case .moved: "moved here:"
    case .split: "split off a longer paragraph:"
    case .joined: "several paragraphs made one:"
    case .new: "new:"
    case .gone: "gone:"
    }
  }
}

/// A paragraph with marks around its new and removed words.
private struct MarkedParagraph {
  private(set) var text = ""
  /// The end of each piece, in bytes.
  private var ends: [(end: Int, status: TextDifference.Piece.Status)] = []

  init(_ pieces: [TextDifference.Piece]) {
    // Marks around a whole paragraph would only repeat the remark above it.
    let isWhole = pieces.count == 1
    for piece in pieces {
      text += isWhole ? piece.text : MarkedParagraph.marked(piece)
      ends.append((text.utf8.count, piece.status))
    }
  }

  /// Trailing spaces stay outside the marks.
  private static func marked(_ piece: TextDifference.Piece) -> String {
    guard piece.status != .kept else { return piece.text }
    let words = piece.text.reversed().drop { $0.isWhitespace }.reversed()
    let spaces = piece.text.dropFirst(words.count)
    return (piece.status == .new ? "{+" : "[-") + String(words) + (piece.status == .new ? "+}" : "-]")
      + spaces
  }

  func text(in line: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: line.lowerBound)
    return String(Substring(text.utf8[start...].prefix(line.count)))
  }

  /// The spans of new and removed words in a line, from its beginning.
  func spans(in line: Range<Int>) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = 0
    for (end, status) in ends {
      let range = (start..<end).clamped(to: line)
      if status != .kept, !range.isEmpty {
        spans.append(
          TextSpan(
            range: range.lowerBound - line.lowerBound..<range.upperBound - line.lowerBound,
            role: status == .new ? .newText : .goneText))
      }
      start = end
    }
    return spans
  }
}
