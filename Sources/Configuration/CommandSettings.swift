import Display
import SmallFiles

/// `commands`: shell commands that receive stories.
extension SettingReader {
  mutating func readCommands(_ node: YAMLNode) {
    var lines: [String: Int] = [:]
    for (number, node) in list(node, of: "commands", "commands").enumerated() {
      let path = "commands.\(number + 1)"
      let fields = fields(
        node, ["name", "run", "input", "key", "pane", "output"], of: "a name and what to run", path)
      guard let fields, let command = command(node, fields, path),
        isNew(command.name, node.position, path, among: &lines)
      else { continue }
      settings.commands.append(command)
      bindKey(of: command, fields, path)
    }
  }

  private mutating func command(
    _ node: YAMLNode, _ fields: [String: YAMLEntry], _ path: String
  ) -> ExternalCommand? {
    guard let name = required("name", fields, node, path), let run = required("run", fields, node, path)
    else {
      return nil
    }
    if name == SettingReader.unbound.name || context.commands.contains(where: { $0.name == name }) {
      report(.takenName(name), fields["name"]?.value.position ?? node.position, path + ".name")
      return nil
    }
    let output = optional("output", .words { _ in ExternalCommand.Output.words }, fields, path)
      .flatMap { ExternalCommand.Output(rawValue: $0) }
    let input = optional("input", .words { _ in ExternalCommand.Input.words }, fields, path)
      .flatMap { ExternalCommand.Input(rawValue: $0) }
    return ExternalCommand(name: name, run: run, input: input ?? .text, output: output ?? .pager)
  }

  private mutating func bindKey(
    of command: ExternalCommand, _ fields: [String: YAMLEntry], _ path: String
  ) {
    let pane = optional("pane", .words { _ in KeyPane.words }, fields, path)
    guard let node = fields["key"]?.value, !node.isNothing, let notation = text(node, path + ".key"),
      let keys = keySequence(notation, node.position, path + ".key")
    else { return }
    bind(
      KeyBinding(pane.flatMap { KeyPane(rawValue: $0) } ?? .everywhere, keys, command.name), node.position,
      path + ".key")
  }
}
