/// One command of the program, as the argument parser describes it.
public struct CommandOutline: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its help, on one line.
  public let abstract: String
  /// More help, in paragraphs separated by empty lines; may be empty.
  public let discussion: String
  /// Whether it is shown in help.
  public let isShown: Bool
  /// The name of the command that runs when none is named.
  public let defaultCommand: String?
  /// Its subcommands.
  public let subcommands: [CommandOutline]
  private let arguments: [ArgumentOutline]

  /// The options and flags shown in help.
  public var options: [ArgumentOutline] { arguments.filter { $0.isShown && $0.kind != .positional } }
  /// The positional arguments shown in help.
  public var positionals: [ArgumentOutline] { arguments.filter { $0.isShown && $0.kind == .positional } }
}

extension CommandOutline: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name = "commandName"
    case isShown = "shouldDisplay"
    case defaultCommand = "defaultSubcommand"
    case abstract, discussion, subcommands, arguments
  }

  /// Decodes the argument parser's description, which omits empty fields.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    name = try fields.decode(String.self, forKey: .name)
    abstract = try fields.decodeIfPresent(String.self, forKey: .abstract) ?? ""
    discussion = try fields.decodeIfPresent(String.self, forKey: .discussion) ?? ""
    isShown = try fields.decodeIfPresent(Bool.self, forKey: .isShown) ?? true
    defaultCommand = try fields.decodeIfPresent(String.self, forKey: .defaultCommand)
    subcommands = try fields.decodeIfPresent([CommandOutline].self, forKey: .subcommands) ?? []
    arguments = try fields.decodeIfPresent([ArgumentOutline].self, forKey: .arguments) ?? []
  }
}
