import Queries

/// A command with its name, as it is typed behind `:`.
struct CommandLine {
  /// The first word.
  let name: String
  /// Everything behind it, without the blanks around.
  let argument: String
  /// Where the argument begins, in bytes; nil while the name is being typed.
  let argumentStart: Int?

  /// The names that people have in their fingers.
  static let abbreviations = [
    "q": "close", "qa": "quit", "w": "save", "w!": "save!", "h": "help", "e": "edit", "r": "reload",
    "!": "pipe",
  ]

  init(_ text: String) {
    let start = text.firstIndex { $0 != " " && $0 != ":" } ?? text.endIndex
    // As in vim, what follows an exclamation mark is for the shell.
    let isShell = text[start...].first == "!"
    let end = isShell ? text.index(after: start) : text[start...].firstIndex(of: " ") ?? text.endIndex
    name = String(text[start..<end])
    let rest = text[end...]
    let body = rest.drop { $0 == " " }
    argument = String(body.reversed().drop { $0 == " " }.reversed())
    argumentStart = rest.isEmpty ? nil : text.utf8.distance(from: text.startIndex, to: body.startIndex)
  }

  /// The command with that name, or the only one that begins with it.
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
  /// Does what was typed behind `:`. A number goes to that story of the list.
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

  /// The keys of a command where the reader is, for a message; its name where it has none.
  public func hint(_ command: Command) -> String { commands.hint(command, in: focus) }
}
