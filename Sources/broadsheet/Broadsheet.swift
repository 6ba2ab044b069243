import ArgumentParser
import Glibc

/// The program: what it is called with, and how it ends.
@main
struct Broadsheet: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "Reads folders of saved news pages as a newspaper.",
    usage: """
      broadsheet [FOLDER|FILE ...] [--theme NAME]
      broadsheet list [QUERY] [FOLDER ...] [--sort NAME] [--reverse] [--limit N] [--json]
      broadsheet search QUERY [FOLDER ...] [--json]
      broadsheet index [FOLDER ...]
      broadsheet show FILE|ID [--in FOLDER] [--json]
      broadsheet parse FILE ...
      broadsheet check [FOLDER ...]
      broadsheet config [--defaults|--path]
      broadsheet marks export|import [FILE]
      """,
    discussion: """
      Without a command, broadsheet opens the pages of some folders or files and shows them in three panes: the \
      list of stories, the story, and what is related to it. Press ? there for the keys.
      """,
    version: version,
    subcommands: [
      ReadCommand.self, ParseCommand.self, ListCommand.self, SearchCommand.self, IndexCommand.self,
      ShowCommand.self, CheckCommand.self, MarksCommand.self, ConfigCommand.self, DescribeCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// Exit codes: 0 good, 1 something wrong with the input, 2 wrong usage.
  static func main() {
    signal(SIGPIPE, SIG_DFL)
    do {
      if let paths = plainPaths { return try ReadCommand.run(paths, ReadCommand.Choices()) }
      var command = try parseAsRoot()
      try command.run()
    } catch let error as Failure {
      error.messages.forEach { Output.complain($0) }
      Glibc.exit(error.code)
    } catch {
      end(with: error)
    }
  }

  /// The arguments of a call with nothing but paths that have a slash, as no command has; nil where there is more to
  /// parse. Most calls are of this kind, and the argument parser would take a fourth of the time until the first
  /// screen for finding that out.
  private static var plainPaths: [String]? {
    let arguments = CommandLine.arguments.dropFirst()
    return arguments.allSatisfy { !$0.hasPrefix("-") && $0.contains("/") } ? Array(arguments) : nil
  }

  /// Help and version are good news; everything else that the argument parser throws is wrong usage.
  private static func end(with error: any Error) -> Never {
    let text = fullMessage(for: error)
    guard exitCode(for: error) != .success else {
      if !text.isEmpty { Output.line(text) }
      Glibc.exit(0)
    }
    // It repeats the arguments as they were given.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    Output.complain(lines.map { Output.harmless(String($0)) }.joined(separator: "\n"), prefixed: false)
    Glibc.exit(2)
  }
}
