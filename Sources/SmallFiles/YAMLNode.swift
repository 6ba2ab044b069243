/// The contents of a YAML file, with the position of every name and value. Scalars are text as written: nothing is
/// interpreted as a number or a date.
public struct YAMLNode: Hashable, Sendable {
  /// The kinds of values.
  public enum Content: Hashable, Sendable {
    /// Nothing was written, or `null`.
    case nothing
    case text(String)
    case list([YAMLNode])
    case entries([YAMLEntry])
  }

  /// The content.
  public var content: Content
  /// The position of its beginning.
  public var position: YAMLPosition

  /// Whether nothing was written, or `null`.
  public var isNothing: Bool { if case .nothing = content { true } else { false } }
  /// The text of a scalar; nil for anything else.
  public var text: String? { if case .text(let text) = content { text } else { nil } }
  /// The names with their values; nil for anything else.
  public var entries: [YAMLEntry]? { if case .entries(let entries) = content { entries } else { nil } }
}

/// A name and its value. A name can be in several entries.
public struct YAMLEntry: Hashable, Sendable {
  /// The name; empty if it is not a scalar.
  public var name: String
  /// The position of the name.
  public var position: YAMLPosition
  /// The value.
  public var value: YAMLNode
}

/// A position in a file: line and column from 1, in Unicode scalars. The column may be unknown.
public struct YAMLPosition: Hashable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1.
  public var column: Int?

  /// A position, perhaps without a column.
  public init(line: Int, column: Int? = nil) {
    (self.line, self.column) = (line, column)
  }
}

/// An error in YAML.
public struct YAMLError: Error, Hashable, Sendable {
  /// The kinds of errors.
  public enum Reason: Hashable, Sendable {
    /// Not valid YAML; the reason is the parser's.
    case syntax(String)
    /// An alias `*name`, which is not accepted.
    case alias(name: String)
    /// Too many lines that begin with `%`.
    case tooManyDirectives(limit: Int)
  }

  /// What is wrong.
  public var reason: Reason
  /// The position; nil if the parser does not know it.
  public var position: YAMLPosition?
}
