/// Completions for shells.
///
/// The argument parser generates such scripts too, but without the default command: `broadsheet --theme` and
/// `broadsheet FOLDER` would have no completion.
public enum CompletionScript: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script for a program.
  public func text(of outline: CommandLineOutline) -> String {
    switch self {
    case .bash: BashCompletion(outline).text
    case .zsh: ZshCompletion(outline).text
    case .fish: FishCompletion(outline).text
    }
  }
}

extension CommandLineOutline {
  /// The commands, and `help`.
  var firstWords: [CommandOutline] { program.subcommands.filter(\.isShown) }
}

extension CommandOutline {
  /// Its positional arguments by position, from 1; nil for all that follow.
  var places: [(number: Int?, argument: ArgumentOutline)] {
    positionals.enumerated().map { ($1.isRepeating ? nil : $0 + 1, $1) }
  }
}
