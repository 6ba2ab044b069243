import Configuration
import Display
import Queries

/// Messages about a configuration.
extension ErrorMessages {
  /// A line about a problem, with the name of the file unless it is about `:set`.
  static func message(_ problem: ConfigurationProblem, in file: String?) -> String {
    let place = [file, problem.line.map { String($0) }].compactMap { $0 }.joined(separator: ":")
    return Output.harmless((place.isEmpty ? "" : place + ": ") + message(problem.fault, at: problem.path))
  }

  private static func message(_ fault: ConfigurationFault, at path: String) -> String {
    switch fault {
    case .file(let error): message(error)
    case .yaml(let reason): message(reason)
    case .unknownName(let name, let expected, let nearest):
      "\(quoted(name)) \(path.isEmpty ? "is not an option" : "in \(path)")" + told(list(expected), nearest)
    case .badValue(let found, let expected, let nearest):
      "\(path.isEmpty ? "the file" : path) is \(message(found))" + told(message(expected), nearest)
    case .missing(let name): "\(path): \(name) is missing"
    case .takenName(let name): "\(path): \(quoted(name)) is already a command"
    case .tooLong(let limit): "\(path) is longer than \(limit) bytes"
    case .tooMany(let limit): "\(path) has more than \(limit) entries; only the first \(limit) are used"
    case .repeated(let name, let line): "\(quoted(name)) is already in line \(line), which is used"
    case .notAKey(let word, let nearest):
      "\(path): \(quoted(word)) is not a key" + told("keys such as gg, ^F, Space or F1", nearest)
    case .keyConflict(let keys, let earlier, let line):
      "\(path): \(keys) \(conflict(keys, earlier)) line \(line), which is used"
    case .hidesKeys(let keys, let hidden):
      "\(path): \(keys) hides \(list(hidden)); if you mean it, bind \(hidden.count == 1 ? "that" : "those") to none"
    case .badQuery(let problem): "\(path): \(problem.error.message)"
    case .onlyInFile: "\(path) can only be set in the configuration file"
    case .more(let count): "\(count) more problem\(count == 1 ? "" : "s")"
    }
  }

  private static func list(_ keys: [KeySequence]) -> String {
    let shown = keys.prefix(3).map(\.description).joined(separator: ", ")
    return keys.count > 3 ? "\(shown) and \(keys.count - 3) more" : shown
  }

  private static func conflict(_ keys: KeySequence, _ earlier: KeySequence) -> String {
    if keys == earlier { return "is already bound in" }
    return earlier.isBeginning(of: keys) ? "begins with \(earlier) from" : "is a prefix of \(earlier) from"
  }

  private static func message(_ found: FoundValue) -> String {
    switch found {
    case .text(let text): Int(text) == nil ? quoted(text) : text
    case .list: "a list"
    case .entries: "names and values"
    case .nothing: "empty"
    }
  }

  private static func message(_ expected: ExpectedValue) -> String {
    switch expected {
    case .words(let words): list(words)
    case .number(let range, let unit): "\(range.lowerBound) to \(range.upperBound) \(unit)"
    case .wordsOrSeconds(let words, let range):
      list(words + ["\(range.lowerBound) s to \(range.upperBound) s"])
    case .text: "a line of text"
    case .folder: "a folder"
    case .list(let things): "a list of \(things)"
    case .entries(let things): things
    }
  }

  /// The maximum number of words in a list.
  private static let longestList = 20

  private static func list(_ words: [String]) -> String {
    guard words.count <= longestList else { return "one of those listed by broadsheet config --defaults" }
    return (words.count > 1 ? words.dropLast().joined(separator: ", ") + " or " : "") + (words.last ?? "")
  }

  /// The maximum length of a list, in characters, so that a status line has room for more.
  private static let shortList = 60

  /// What was expected, and the nearest valid value.
  private static func told(_ expected: String, _ nearest: String?) -> String {
    guard let nearest, Int(nearest) == nil else { return ", expected \(expected)" }
    let question = "; did you mean \(nearest)?"
    return expected.count > shortList ? question : ", expected \(expected)" + question
  }

  /// The maximum length of a quotation from a file, in characters.
  private static let longestQuote = 60

  private static func quoted(_ text: String) -> String {
    "\"\(text.count > longestQuote ? text.prefix(longestQuote) + "…" : text)\""
  }
}
