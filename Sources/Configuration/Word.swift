/// A value or name, with its help.
public struct Word: Hashable, Sendable {
  /// The word as written.
  public let name: String
  /// Its meaning in a few words, without a full stop; may be empty.
  public let help: String

  /// A word and its help.
  public init(_ name: String, _ help: String = "") {
    self.name = name
    self.help = help
  }
}

/// A value that is one of several words.
public protocol WordValue: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// What the word means, without a full stop.
  var help: String { get }
}

extension WordValue {
  /// All words, in the order in which they are listed.
  public static var words: [Word] { allCases.map { Word($0.rawValue, $0.help) } }
}
