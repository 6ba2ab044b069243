import Configuration
import Queries
import StoryLibrary

/// Completions at the cursor of a line.
struct Completion {
  var candidates: [Prompt.Candidate] = []
  /// The bytes of the line to be replaced.
  var replaced = 0..<0

  /// The folder whose files are completed, as typed.
  private(set) var wantedFolder: String?

  /// The known sources and topics, and the contents of a folder.
  private let names: LibraryNames
  private let folder: (path: String, names: [String])?

  /// The maximum number offered at once.
  private static let limit = 50

  init(
    of prompt: Prompt, names: LibraryNames, folder: (path: String, names: [String])?,
    in environment: PromptState.Environment
  ) {
    (self.names, self.folder) = (names, folder)
    let (text, end) = (prompt.line.text, prompt.line.beforeCursor.utf8.count)
    switch prompt.purpose {
    case .command: completeCommand(text, end: end, in: environment)
    case .argument(_, .query): completeQuery(text, from: 0, end: end, in: environment)
    case .argument(_, .labels): completeLabels(text, from: 0, end: end, in: environment)
    case .argument(_, .file): completeFile(text, from: 0, end: end)
    case .argument, .help: break
    }
    // A completion that is already typed is not shown.
    let typed = String(decoding: Array(text.utf8)[replaced], as: UTF8.self)
    if candidates.count == 1, candidates[0].text == typed { candidates = [] }
    candidates = Array(candidates.prefix(Completion.limit))
  }

  private mutating func completeCommand(_ text: String, end: Int, in environment: PromptState.Environment) {
    let line = CommandLine(text)
    guard let start = line.argumentStart, end >= start else {
      replaced = 0..<end
      let typed = CommandLine(String(decoding: text.utf8.prefix(end), as: UTF8.self)).name
      candidates = Completion.commands(environment.commands, beginningWith: typed)
      return
    }
    guard case .success(let row) = line.row(in: environment.commands), let argument = row.argument else {
      return
    }
    replaced = start..<end
    let typed = String(decoding: Array(text.utf8)[replaced], as: UTF8.self)
    switch argument {
    case .query: completeQuery(text, from: start, end: end, in: environment)
    case .labels: completeLabels(text, from: start, end: end, in: environment)
    case .section: offer(environment.settings.sections.map { ($0.name, $0.query.text) }, beginningWith: typed)
    case .theme: offer(environment.context.themes().map { ($0.name, $0.help) }, beginningWith: typed)
    case .setting: completeSetting(typed, environment.context)
    case .file: completeFile(text, from: start, end: end)
    case .pattern, .shell, .text: break
    }
  }

  /// Several rows of the table can share a name; their keys depend on the pane.
  private static func commands(_ table: CommandTable, beginningWith typed: String) -> [Prompt.Candidate] {
    var seen: Set<String> = []
    return table.rows.filter { $0.name.hasPrefix(typed) && seen.insert($0.name).inserted }.map { row in
      let keys = row.keys.first.map { "  \($0)" } ?? ""
      return Prompt.Candidate(row.name, row.help + keys)
    }
  }

  /// The story's own labels can be removed, all others added.
  private mutating func completeLabels(
    _ text: String, from start: Int, end: Int, in environment: PromptState.Environment
  ) {
    let bytes = Array(text.utf8)
    let word = (bytes[start..<end].lastIndex { $0 == 0x20 || $0 == UInt8(ascii: ",") } ?? start - 1) + 1
    replaced = word..<end
    let own = environment.labels
    let others = names.labels.filter { !own.contains($0.text) }
    offer(
      own.map { ("-" + $0, "remove this label") }
        + others.map { ($0.text, StoryCount.text($0.stories)) },
      beginningWith: String(decoding: bytes[replaced], as: UTF8.self))
  }

  /// The files of the folder being typed; hidden ones only if the typed name begins with a dot.
  private mutating func completeFile(_ text: String, from start: Int, end: Int) {
    let typed = String(decoding: Array(text.utf8)[start..<end], as: UTF8.self)
    let path = typed.lastIndex(of: "/").map { String(typed[...$0]) } ?? ""
    (replaced, wantedFolder) = (start..<end, path)
    guard let folder, folder.path == path else { return }
    let isHidden = typed.dropFirst(path.count).hasPrefix(".")
    offer(
      folder.names.filter { $0.hasPrefix(".") == isHidden }
        .map { (path + $0, $0.hasSuffix("/") ? "folder" : "file") },
      beginningWith: typed)
  }

  private mutating func completeSetting(_ typed: String, _ context: ConfigurationContext) {
    let words = ConfigurationOption.completions(of: typed, context)
    let value = typed.firstIndex(of: "=").map { typed[typed.index(after: $0)...] }
    if let value { replaced = replaced.upperBound - value.utf8.count..<replaced.upperBound }
    candidates = words.map { Prompt.Candidate(value == nil ? $0.name + "=" : $0.name, $0.help) }
  }

  private mutating func completeQuery(
    _ text: String, from start: Int, end: Int, in environment: PromptState.Environment
  ) {
    let query = String(decoding: Array(text.utf8)[start..<max(start, end)], as: UTF8.self)
    let found = QueryCompletion(query, cursor: query.utf8.count, in: names, limit: Completion.limit)
    replaced = start + found.range.lowerBound..<start + found.range.upperBound
    candidates = found.candidates.map { Prompt.Candidate($0.text, $0.help) }
  }

  private mutating func offer(_ words: [(text: String, help: String)], beginningWith typed: String) {
    candidates = words.filter { $0.text.lowercased().hasPrefix(typed.lowercased()) }
      .map { Prompt.Candidate($0.text, $0.help) }
  }
}
