/// Usage lines from the argument parser's declarations, for the manual and the README.
extension CommandLineOutline {
  /// A line such as `broadsheet list [--json] [--sort NAME] [QUERY] [PATH ...]`.
  /// - Parameters:
  ///   - command: one of the commands.
  ///   - typed: marks up literal text.
  ///   - value: marks up the name of a value.
  /// - Returns: one line, marked up.
  func usage(of command: CommandOutline, typed: (String) -> String, value: (String) -> String) -> String {
    let words = [program.name] + (command == defaultCommand ? [] : [command.name])
    let options = ownOptions(of: command).map { option in
      let name = typed(option.names.first ?? "")
      return option.kind == .option ? "[\(name) \(value(option.valueName))]" : "[\(name)]"
    }
    let places = command.positionals.map { argument in
      var name = value(argument.valueName)
      // One of several words is typed literally.
      if case .words(let words) = argument.completion { name = words.map(typed).joined(separator: "|") }
      if argument.isRepeating { name += " ..." }
      return argument.isOptional ? "[\(name)]" : name
    }
    return ([typed(words.joined(separator: " "))] + options + places).joined(separator: " ")
  }

  /// All commands with a line about each, for the README.
  public var usageText: String {
    commands.filter { $0.name != "help" }.map { command in
      "    \(usage(of: command, typed: { $0 }, value: { $0.uppercased() }))\n        \(command.abstract)\n"
    }.joined()
  }
}
