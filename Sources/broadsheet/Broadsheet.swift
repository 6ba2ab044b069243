import ArgumentParser
import Glibc
import Text

/// The program: its commands, and how it ends.
@main
struct Broadsheet: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "broadsheet",
    abstract: "Read saved news pages in the terminal.",
    usage: """
      broadsheet [PATH ...]
      broadsheet COMMAND [ARGUMENT ...]
      """,
    discussion: """
      Without a command, broadsheet opens pages for reading: a list of stories, the story, and related stories side by \
      side. Press ? there for the keys.

      broadsheet help COMMAND explains a command and its options; man broadsheet is the full manual.
      """,
    version: version,
    subcommands: [
      ReadCommand.self, ParseCommand.self, ListCommand.self, SearchCommand.self, IndexCommand.self,
      ShowCommand.self, DigestCommand.self, CopiesCommand.self, NoveltyCommand.self, ThreadsCommand.self,
      RelatedCommand.self, CheckCommand.self, MarksCommand.self, ConfigCommand.self, DescribeCommand.self,
    ],
    defaultSubcommand: ReadCommand.self)

  /// Exit codes: 0 success, 1 a problem with the input or the output, 2 wrong usage.
  static func main() {
    signal(SIGPIPE, SIG_DFL)
    do {
      try run()
      try checkOutput()
    } catch let error as Failure {
      error.messages.forEach { Output.complain($0) }
      Glibc.exit(error.code)
    } catch {
      end(with: error)
    }
  }

  private static func run() throws {
    if let paths = plainPaths { return try ReadCommand.run(paths, ReadCommand.Choices()) }
    try checkHelp(arguments)
    var command = try parseAsRoot(arguments)
    try command.run()
  }

  /// `help` with an unknown command: the argument parser would explain all commands and report success.
  private static func checkHelp(_ arguments: [String]) throws(Failure) {
    guard arguments.first == "help", arguments.count > 1 else { return }
    let name = arguments[1]
    let isKnown =
      configuration.subcommands.contains { $0.configuration.commandName == name } || name == "help"
    guard isKnown || name.hasPrefix("-") else {
      throw .usage("\(Output.harmless(name)): no such command; broadsheet help lists them")
    }
  }

  /// Output that could not be written, for example because the disk is full, is a failure of any command.
  private static func checkOutput() throws(Failure) {
    guard let code = Output.failure else { return }
    throw .input("cannot write the output: \(ErrorMessages.system(code))")
  }

  /// The arguments, if all of them are paths containing a slash, which commands do not contain; nil if they need
  /// parsing. Most calls are of this kind, and the argument parser would take a quarter of the time until the first
  /// screen.
  private static var plainPaths: [String]? {
    let given = arguments
    return given.allSatisfy { !$0.hasPrefix("-") && $0.contains("/") } ? given : nil
  }

  /// The arguments, with paths that are not UTF-8 represented as file names are (see ``Text/FileName``).
  private static var arguments: [String] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { CommandLine.unsafeArgv[$0].map { FileName.string($0) } }
  }

  /// Help and version are not errors; everything else that the argument parser throws is wrong usage.
  private static func end(with error: any Error) -> Never {
    let text = fullMessage(for: error)
    guard exitCode(for: error) != .success else {
      if !text.isEmpty { Output.line(text) }
      if let code = Output.failure {
        Output.complain("cannot write the output: \(ErrorMessages.system(code))")
      }
      Glibc.exit(Output.failure == nil ? 0 : 1)
    }
    // The text quotes the arguments, which may contain control characters.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    Output.complain(lines.map { Output.harmless(String($0)) }.joined(separator: "\n"), prefixed: false)
    Glibc.exit(2)
  }
}
