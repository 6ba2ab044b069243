public import Display
public import Queries
public import SmallFiles

/// A problem in a configuration. The option keeps its default; everything else in the file is used.
public struct ConfigurationProblem: Error, Hashable, Sendable {
  /// From 1; nil if it concerns the whole file, or no file.
  public var line: Int?
  /// From 1, in Unicode scalars.
  public var column: Int?
  /// The path of the option: `layout`, `keys.list`, `sections.2.query`. Empty for the whole file.
  public var path: String
  /// The fault.
  public var fault: ConfigurationFault

  init(_ fault: ConfigurationFault, _ position: YAMLPosition? = nil, path: String = "") {
    (self.fault, self.path, line, column) = (fault, path, position?.line, position?.column)
  }
}

/// Faults of a configuration.
public enum ConfigurationFault: Hashable, Sendable {
  /// The file cannot be read, or is not text.
  case file(SmallFileError)
  /// The text is not YAML, or YAML that is not accepted.
  case yaml(YAMLError.Reason)
  /// An unknown name.
  case unknownName(String, expected: [String], nearest: String?)
  /// A value that is not as expected.
  case badValue(FoundValue, expected: ExpectedValue, nearest: String?)
  /// A required part is missing.
  case missing(String)
  /// The name of a built-in command.
  case takenName(String)
  /// A text is longer than the limit, in bytes.
  case tooLong(limit: Int)
  /// A list is longer than the limit; the first entries are used.
  case tooMany(limit: Int)
  /// The name is already used in an earlier line, which takes precedence.
  case repeated(String, firstLine: Int)
  /// A word that is not a key.
  case notAKey(String, nearest: String?)
  /// These keys are the same as earlier ones or conflict with them; the earlier ones are used.
  case keyConflict(KeySequence, earlier: KeySequence, line: Int)
  /// These keys are a prefix of default keys, or the other way round, so that the default keys can no longer be
  /// pressed.
  case hidesKeys(KeySequence, hidden: [KeySequence])
  /// An error in a query; the rest of the query is used.
  case badQuery(QueryProblem)
  /// The option has several values, which only the file can set.
  case onlyInFile
  /// The number of further problems, which are not listed.
  case more(Int)
}

/// What was found instead of what was expected.
public enum FoundValue: Hashable, Sendable {
  case text(String)
  case list, entries, nothing
}

/// What was expected.
public enum ExpectedValue: Hashable, Sendable {
  /// One of these words.
  case words([String])
  /// A whole number of something.
  case number(ClosedRange<Int>, unit: String)
  /// One of these words, or a number of seconds.
  case wordsOrSeconds([String], ClosedRange<Int>)
  /// One line of text.
  case text
  /// The path of a folder.
  case folder
  /// A list of such things.
  case list(of: String)
  /// Names with values.
  case entries(of: String)
}
