/// The commands of the command line, in the manual.
extension ManualPage {
  func writeSynopsis(to page: inout RoffPage) {
    page.heading("SYNOPSIS")
    page.rows(outline.commands.map { outline.usage(of: $0, typed: RoffText.bold, value: RoffText.italic) })
  }

  func writeCommands(to page: inout RoffPage) {
    page.heading("COMMANDS")
    for command in outline.commands where command.name != "help" {
      page.subheading("\(outline.program.name) \(command.name)")
      page.paragraph(command.abstract)
      command.discussion.split(separator: "\n\n").forEach { page.paragraph(String($0)) }
      for argument in command.positionals where !argument.abstract.isEmpty {
        page.entry(RoffText.italic(argument.valueName), argument.abstract)
      }
      outline.ownOptions(of: command).forEach { page.entry(name(of: $0), $0.abstract) }
    }
    page.subheading("Every command")
    outline.commonOptions.forEach { page.entry(name(of: $0), $0.abstract) }
    page.paragraph("`\(outline.program.name) help` `COMMAND` prints the same as `COMMAND` `--help`.")
  }

  private func name(of option: ArgumentOutline) -> String {
    let names = option.names.map { RoffText.bold($0) }.joined(separator: ", ")
    return option.kind == .option ? "\(names) \(RoffText.italic(option.valueName))" : names
  }
}
