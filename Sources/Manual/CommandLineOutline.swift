public import Foundation

/// The program's commands and their arguments, as the argument parser describes them for other programs
/// (`--experimental-dump-help`). The manual, the usage and the completions for shells are generated from it.
public struct CommandLineOutline: Hashable, Sendable {
  /// The program itself.
  public let program: CommandOutline

  /// Decodes the argument parser's description, which is JSON.
  /// - Throws: `DecodingError`.
  public init(dump: Data) throws {
    program = try JSONDecoder().decode(Dump.self, from: dump).command
  }

  private struct Dump: Decodable {
    var command: CommandOutline
  }

  /// The commands shown in help.
  public var commands: [CommandOutline] { program.subcommands.filter(\.isShown) }

  /// The command that runs when none is named.
  public var defaultCommand: CommandOutline? { commands.first { $0.name == program.defaultCommand } }

  /// The options that every command has, such as `--help`.
  public var commonOptions: [ArgumentOutline] { program.options }

  /// A command's options without the common ones.
  public func ownOptions(of command: CommandOutline) -> [ArgumentOutline] {
    let common = Set(commonOptions.map(\.names))
    return command.options.filter { !common.contains($0.names) }
  }

  /// How a shell can complete an argument.
  func completion(of argument: ArgumentOutline, in command: CommandOutline) -> ArgumentOutline.Completion {
    command.name == "help" ? .words(commands.map(\.name)) : argument.completion
  }

  /// The names of all options with values.
  public var valuedOptions: [String] {
    var seen: Set<String> = []
    return commands.flatMap(\.options).filter { $0.kind == .option }.flatMap(\.names)
      .filter { seen.insert($0).inserted }
  }
}
