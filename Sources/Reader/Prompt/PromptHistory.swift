/// The typed lines, latest last, which are saved between runs.
public struct PromptHistory: Hashable, Sendable {
  /// Lines that are remembered together.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case command, words, query, shell
  }

  /// One line.
  public struct Entry: Hashable, Sendable {
    /// What kind of line.
    public var kind: Kind
    /// The line.
    public var text: String

    /// A line of some kind.
    public init(_ kind: Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
  }

  /// How many lines of a kind are remembered.
  public static let limit = 500

  private var lines: [Kind: [String]] = [:]

  /// A history of some entries, the latest last.
  public init(_ entries: [Entry] = []) {
    for entry in entries { add(entry) }
  }

  /// A line that is there already becomes the latest.
  mutating func add(_ entry: Entry) {
    guard !entry.text.isEmpty else { return }
    var kept = lines[entry.kind] ?? []
    kept.removeAll { $0 == entry.text }
    kept.append(entry.text)
    lines[entry.kind] = kept.suffix(PromptHistory.limit)
  }

  /// The lines of a kind, the latest last.
  subscript(kind: Kind) -> [String] { lines[kind] ?? [] }
}
