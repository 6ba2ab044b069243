/// What a YAML file says, with the position of every name and value. Scalars are text as it was written: nothing is
/// taken for a number or a date.
public struct YAMLNode: Hashable, Sendable {
  /// The kinds of values.
  public enum Content: Hashable, Sendable {
    /// Nothing was written, or `null`.
    case nothing
    case text(String)
    case list([YAMLNode])
    case entries([YAMLEntry])
  }

  /// What it says.
  public var content: Content
  /// Where it begins.
  public var position: YAMLPosition

  /// Whether nothing was written, or `null`.
  public var isNothing: Bool { if case .nothing = content { true } else { false } }
  /// The text of a scalar; nil for anything else.
  public var text: String? { if case .text(let text) = content { text } else { nil } }
  /// The names with their values; nil for anything else.
  public var entries: [YAMLEntry]? { if case .entries(let entries) = content { entries } else { nil } }
}

/// A name and its value. One name can stand in several entries.
public struct YAMLEntry: Hashable, Sendable {
  /// Empty where a list or something else stands for a name.
  public var name: String
  /// Where the name begins.
  public var position: YAMLPosition
  /// What belongs to it.
  public var value: YAMLNode
}

/// A position in a file: line and column from 1, in Unicode scalars. Where only the line is known, there is no column.
public struct YAMLPosition: Hashable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1.
  public var column: Int?

  /// A position, or a line alone.
  public init(line: Int, column: Int? = nil) {
    (self.line, self.column) = (line, column)
  }
}

/// What is wrong with a text that should be YAML.
public struct YAMLError: Error, Hashable, Sendable {
  /// What can be wrong.
  public enum Reason: Hashable, Sendable {
    /// Not YAML; the reason is the parser's.
    case syntax(String)
    /// `*name` stands for what `&name` marks, which is not accepted.
    case alias(name: String)
    /// More lines that begin with `%` than anybody needs.
    case tooManyDirectives(limit: Int)
  }

  /// What is wrong.
  public var reason: Reason
  /// Where; nil when the parser does not know.
  public var position: YAMLPosition?
}
