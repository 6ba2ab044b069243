import Queries

/// A command with its name, as typed after `:`.
struct CommandLine {
  /// The first word.
  let name: String
  /// Everything after it, without surrounding spaces.
  let argument: String
  /// The offset of the argument in bytes; nil while the name is being typed.
  let argumentStart: Int?

  /// Command names familiar from other programs.
  static let abbreviations = [
    "q": "close", "qa": "quit", "w": "save", "w!": "save!", "h": "help", "e": "edit", "r": "reload",
    "!": "pipe",
  ]

  init(_ text: String) {
    let start = text.firstIndex { $0 != " " && $0 != ":" } ?? text.endIndex
    // As in vim, the text after an exclamation mark is a shell command.
    let isShell = text[start...].first == "!"
    let end = isShell ? text.index(after: start) : text[start...].firstIndex(of: " ") ?? text.endIndex
    name = String(text[start..<end])
    let rest = text[end...]
    let body = rest.drop { $0 == " " }
    argument = String(body.reversed().drop { $0 == " " }.reversed())
    argumentStart = rest.isEmpty ? nil : text.utf8.distance(from: text.startIndex, to: body.startIndex)
  }

  /// The command with a name, or the only one that begins with it.
  func row(in table: CommandTable) -> Result<CommandRow, Failure> {
    let full = CommandLine.abbreviations[name] ?? name
    if let row = table.row(named: full) { return .success(row) }
    let names = Set(table.rows.map(\.name).filter { $0.hasPrefix(name) }).sorted()
    if names.count == 1, let row = table.row(named: names[0]) { return .success(row) }
    return .failure(names.isEmpty ? .unknown : .ambiguous(names))
  }

  enum Failure: Error {
    case unknown
    case ambiguous([String])
  }
}

extension ReaderState {
  /// Runs the command typed after `:`. A number goes to the story with that number in the list.
  mutating func runCommandLine(_ text: String) -> [ReaderEffect] {
    let line = CommandLine(text)
    guard !line.name.isEmpty else { return [] }
    if let number = Int(line.name), line.argument.isEmpty {
      return reduce(list: .goTo(number: number))
    }
    switch line.row(in: commands) {
    case .success(let row):
      guard row.argument == nil, !line.argument.isEmpty else {
        return line.argument.isEmpty ? perform(row.command) : perform(row.command, with: line.argument)
      }
      message = .warning("\(row.name) takes no argument")
    case .failure(.unknown):
      let nearest = NearestWord.nearest(to: line.name, in: commands.rows.map(\.name))
      let hint = nearest.map { "; did you mean \($0)?" } ?? " · Tab completes, \(hint(.help)) shows them all"
      message = .warning("\(line.name): no such command\(hint)")
    case .failure(.ambiguous(let names)):
      message = .warning("\(line.name) could be \(names.prefix(5).joined(separator: ", "))")
    }
    return []
  }

  /// The keys of a command in the focused pane, for a message; its name if it has none there.
  public func hint(_ command: Command) -> String { commands.hint(command, in: focus) }
}
