/// The commands of the command line, in the manual.
extension ManualPage {
  func writeSynopsis(to page: inout RoffPage) {
    page.heading("SYNOPSIS")
    page.rows(outline.commands.map { usage(of: $0, named: $0 != outline.defaultCommand) })
  }

  func writeCommands(to page: inout RoffPage) {
    page.heading("COMMANDS")
    for command in outline.commands where command.name != "help" {
      page.subheading("\(outline.program.name) \(command.name)")
      page.paragraph(command.abstract)
      command.discussion.split(separator: "\n\n").forEach { page.paragraph(String($0)) }
      for argument in command.positionals where !argument.abstract.isEmpty {
        page.entry(RoffText.italic(argument.valueName.replacing("] [", with: ", ")), argument.abstract)
      }
      outline.ownOptions(of: command).forEach { page.entry(name(of: $0), $0.abstract) }
    }
    page.subheading("Every command")
    outline.commonOptions.forEach { page.entry(name(of: $0), $0.abstract) }
    page.paragraph("`\(outline.program.name) help` `COMMAND` prints the same as `COMMAND` `--help`.")
  }

  /// `broadsheet list [--unread] [--json] [folder ...]`
  private func usage(of command: CommandOutline, named: Bool) -> String {
    let words = [outline.program.name] + (named ? [command.name] : [])
    let options = outline.ownOptions(of: command).map { "[\(name(of: $0))]" }
    let places = command.positionals.map { argument in
      // A name with brackets in it stands for several.
      let names = argument.valueName.split(separator: "] [").map { RoffText.italic(String($0)) }
      let name = names.joined(separator: "] [") + (argument.isRepeating ? " ..." : "")
      return argument.isOptional ? "[\(name)]" : name
    }
    return ([RoffText.bold(words.joined(separator: " "))] + options + places).joined(separator: " ")
  }

  private func name(of option: ArgumentOutline) -> String {
    let names = option.names.map { RoffText.bold($0) }.joined(separator: ", ")
    return option.kind == .option ? "\(names) \(RoffText.italic(option.valueName))" : names
  }
}
