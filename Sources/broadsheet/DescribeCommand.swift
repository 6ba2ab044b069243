import ArgumentParser
import Foundation
import Manual
import Reader
import Themes

/// Describes the program for `man`, shells and the README. `make install` calls it.
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe",
    abstract: "Print the manual page, a shell's completions, the keys, the usage, or the names of themes.",
    shouldDisplay: false)

  /// What can be printed.
  enum Topic: String, CaseIterable, ExpressibleByArgument {
    /// The manual page, for `man`.
    case manual
    /// The table of keys, in Markdown.
    case keys
    /// The commands and their options, for the README.
    case usage
    /// The names of themes, one per line.
    case themes
    case bash, zsh, fish
  }

  @Argument(help: "What to print.")
  var topic: Topic

  func run() throws {
    switch topic {
    case .manual:
      Output.text(
        ManualPage(
          try outline, version: Broadsheet.version, keys: CommandRow.table,
          themes: ThemeStore(folders: [SharedFiles().themes]).names
        ).text)
    case .usage: Output.text(try outline.usageText)
    case .keys: Output.text(KeyTable(CommandRow.table).text)
    case .themes: Output.lines(ThemeStore(UserFolders()).names.map { Output.harmless($0) })
    case .bash: Output.text(CompletionScript.bash.text(of: try outline))
    case .zsh: Output.text(CompletionScript.zsh.text(of: try outline))
    case .fish: Output.text(CompletionScript.fish.text(of: try outline))
    }
  }

  private var outline: CommandLineOutline {
    get throws { try CommandLineOutline(dump: Data(Broadsheet._dumpHelp().utf8)) }
  }
}
