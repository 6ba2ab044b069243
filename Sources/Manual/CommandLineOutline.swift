public import Foundation

/// The program's commands and their arguments, as the argument parser describes them for other programs
/// (`--experimental-dump-help`). The manual and the completions of shells are made from it.
public struct CommandLineOutline: Hashable, Sendable {
  /// The program itself.
  public let program: CommandOutline

  /// Reads the argument parser's description, which is JSON.
  /// - Throws: `DecodingError` where it is of another shape.
  public init(dump: Data) throws {
    program = try JSONDecoder().decode(Dump.self, from: dump).command
  }

  private struct Dump: Decodable {
    var command: CommandOutline
  }

  /// The commands that are shown to people, without the program itself.
  public var commands: [CommandOutline] { program.subcommands.filter(\.isShown) }

  /// The command that is meant when none is named.
  public var defaultCommand: CommandOutline? { commands.first { $0.name == program.defaultCommand } }

  /// The options that every command has, such as `--help`.
  public var commonOptions: [ArgumentOutline] { program.options }

  /// A command's options without the common ones.
  public func ownOptions(of command: CommandOutline) -> [ArgumentOutline] {
    let common = Set(commonOptions.map(\.names))
    return command.options.filter { !common.contains($0.names) }
  }

  /// What a shell can offer for an argument of a command.
  func completion(of argument: ArgumentOutline, in command: CommandOutline) -> ArgumentOutline.Completion {
    command.name == "help" ? .words(commands.map(\.name)) : argument.completion
  }

  /// The names of all options that are followed by a value.
  public var valuedOptions: [String] {
    var seen: Set<String> = []
    return commands.flatMap(\.options).filter { $0.kind == .option }.flatMap(\.names)
      .filter { seen.insert($0).inserted }
  }
}
