/// One command of the program, as the argument parser describes it.
public struct CommandOutline: Hashable, Sendable {
  /// As it is typed.
  public let name: String
  /// A line about it.
  public let abstract: String
  /// More about it; empty for nothing. Paragraphs have an empty line between.
  public let discussion: String
  /// Whether people get to see it.
  public let isShown: Bool
  /// The name of the command that is meant when none is named.
  public let defaultCommand: String?
  /// The commands below it.
  public let subcommands: [CommandOutline]
  private let arguments: [ArgumentOutline]

  /// What is typed with a dash before it, as far as people get to see it.
  public var options: [ArgumentOutline] { arguments.filter { $0.isShown && $0.kind != .positional } }
  /// What is typed in an order.
  public var positionals: [ArgumentOutline] { arguments.filter { $0.isShown && $0.kind == .positional } }
}

extension CommandOutline: Decodable {
  private enum CodingKeys: String, CodingKey {
    case name = "commandName"
    case isShown = "shouldDisplay"
    case defaultCommand = "defaultSubcommand"
    case abstract, discussion, subcommands, arguments
  }

  /// Reads it as the argument parser writes it, which leaves out what is empty.
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
