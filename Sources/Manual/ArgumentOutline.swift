/// One argument of a command, as the argument parser describes it.
public struct ArgumentOutline: Hashable, Sendable {
  /// How it is given.
  public enum Kind: String, Decodable, Sendable {
    /// By its position.
    case positional
    /// By a name followed by a value.
    case option
    /// By a name without a value.
    case flag
  }

  /// How a shell can complete it.
  public enum Completion: Hashable, Sendable {
    /// Nothing.
    case nothing
    /// One of these words.
    case words([String])
    /// A file or a folder.
    case file
    /// A folder.
    case folder
    /// A line of the output of a shell command.
    case lines(ofCommand: String)
  }

  /// How it is given.
  public let kind: Kind
  /// Its names with their dashes: `-h`, `--help`; empty for a positional argument.
  public let names: [String]
  /// The name of its value.
  public let valueName: String
  /// Its help, on one line.
  public let abstract: String
  /// Whether it is shown in help.
  public let isShown: Bool
  /// Whether it is optional.
  public let isOptional: Bool
  /// Whether it can be repeated.
  public let isRepeating: Bool
  /// How a shell can complete its value.
  public let completion: Completion
}

extension ArgumentOutline: Decodable {
  private enum CodingKeys: String, CodingKey {
    case isShown = "shouldDisplay"
    case completion = "completionKind"
    case words = "allValues"
    case kind, names, valueName, abstract, isOptional, isRepeating
  }

  private struct Name: Decodable {
    var kind: String
    var name: String

    var withDashes: String { (kind == "long" ? "--" : "-") + name }
  }

  /// Decodes the argument parser's description, which omits empty fields.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    kind = try fields.decode(Kind.self, forKey: .kind)
    names = try fields.decodeIfPresent([Name].self, forKey: .names)?.map(\.withDashes) ?? []
    valueName = try fields.decodeIfPresent(String.self, forKey: .valueName) ?? ""
    abstract = try fields.decodeIfPresent(String.self, forKey: .abstract) ?? ""
    isShown = try fields.decode(Bool.self, forKey: .isShown)
    isOptional = try fields.decode(Bool.self, forKey: .isOptional)
    isRepeating = try fields.decode(Bool.self, forKey: .isRepeating)
    let words = try fields.decodeIfPresent([String].self, forKey: .words)
    let completion = try fields.decodeIfPresent(CompletionFields.self, forKey: .completion)
    self.completion = completion?.completion ?? words.map { .words($0) } ?? .nothing
  }

  /// An enum as Swift encodes it: an object whose key is the name of the case.
  private struct CompletionFields: Decodable {
    struct Words: Decodable { var values: [String] }
    struct Command: Decodable { var command: String }
    struct Anything: Decodable {}

    var list: Words?
    var shellCommand: Command?
    var file: Anything?
    var directory: Anything?

    var completion: Completion? {
      if let list { return .words(list.values) }
      if let shellCommand { return .lines(ofCommand: shellCommand.command) }
      if file != nil { return .file }
      return directory == nil ? nil : .folder
    }
  }
}
