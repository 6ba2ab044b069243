/// The typed lines, most recent last, which are saved between runs.
public struct PromptHistory: Hashable, Sendable {
  /// The kinds of lines, each with a history of its own.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case command, words, query, shell
  }

  /// A line in the history.
  public struct Entry: Hashable, Sendable {
    /// The kind of line.
    public var kind: Kind
    /// The text of the line.
    public var text: String

    /// A line of a kind.
    public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
  }

  /// The maximum number of remembered lines of a kind.
  public static let limit = 500

  private var lines: [Kind: [String]] = [:]

  /// A history with some entries, most recent last.
  public init(_ entries: [Entry] = []) {
    for entry in entries { add(entry) }
  }

  /// Adds a line; one that already exists becomes the most recent.
  mutating func add(_ entry: Entry) {
    guard !entry.text.isEmpty else { return }
    var kept = lines[entry.kind] ?? []
    kept.removeAll { $0 == entry.text }
    kept.append(entry.text)
    lines[entry.kind] = kept.suffix(PromptHistory.limit)
  }

  /// The lines of a kind, most recent last.
  subscript(kind: Kind) -> [String] { lines[kind] ?? [] }
}
