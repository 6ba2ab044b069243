import ArgumentParser
import Folders
import Marks
import Queries
import StoryLibrary

/// The arguments of a command: a query and folders.
struct QueryArguments {
  let query: StoryQuery
  let folders: [String]

  /// An explanation of queries for `--help`.
  static let help = """
    A query is one or more terms, which must all match: words, "exact words", \
    \(QueryKeyword.allCases.map(\.rawValue).joined(separator: ", ")), source:NAME, topic:NAME, author:NAME, \
    label:NAME, site:HOST, url:TEXT, lang:CODE, format:FORMAT, since:TIME, before:TIME. A FORMAT is text, html or \
    markdown; a TIME is a date (2025-06-01, 2025-06, 2025) or an age (3h, 3d, 2w, 6m, 1y). word* also matches longer \
    words. OR or | between terms matches either; - or NOT before a term excludes it. Case, accents and the forms of \
    Arabic letters are ignored, but a word with a capital letter is matched exactly.
    """

  /// The query, if it is a single word that may have been intended as a folder that does not exist.
  var pathLikeQuery: String? {
    let text = query.text
    let isWord = !query.isEmpty && QueryKeyword(rawValue: text) == nil && !text.hasPrefix("-")
    return isWord && !text.contains { " :\"()|".contains($0) } ? text : nil
  }

  /// The maximum number of problems shown at once.
  private static let mostProblems = 3

  /// A query that may go on in the arguments after it, up to the first one that is a file, a folder, or has a slash. Of
  /// those from there on, each must be one: a word among them would be in neither place.
  init(query: String, _ others: [String]) throws(Failure) {
    let words = others.prefix { QueryArguments.isTerm($0) }
    let folders = others.dropFirst(words.count)
    if let word = folders.first(where: { QueryArguments.isTerm($0) }) {
      throw .usage(
        "\(Output.harmless(word)): no such file or folder; words to search for come before the folders")
    }
    try self.init(query: ([query] + words).joined(separator: " "), folders: Array(folders))
  }

  /// - Throws: messages about errors in the query.
  init(query: String, folders: [String]) throws(Failure) {
    (self.query, self.folders) = (StoryQuery(query), folders)
    try complain(self.query.problems, .usage)
  }

  /// All arguments that are neither a file nor a folder and have no slash are the query.
  init(_ arguments: [String]) throws(Failure) {
    let query = arguments.filter { QueryArguments.isTerm($0) }.joined(separator: " ")
    try self.init(query: query, folders: arguments.filter { !QueryArguments.isTerm($0) })
  }

  /// Whether an argument cannot be meant as a path.
  private static func isTerm(_ argument: String) -> Bool {
    !argument.contains("/") && !FilePath.exists(argument)
  }

  /// - Throws: messages about sources, topics and labels in the query that no story has.
  func checkNames(in library: Library, _ marks: MarkTable) throws(Failure) {
    try complain(query.unknownNames(in: LibraryNames(of: library, marks)), .input)
  }

  /// The value of `--sort`.
  static func sortKey(_ name: String) throws -> StorySort.Key {
    guard let key = StorySort.Key(rawValue: name) else { throw ValidationError("expected \(sortNames)") }
    return key
  }

  /// The value of `--limit`.
  static func storyCount(_ text: String) throws -> Int {
    guard let count = Int(text), count >= 0 else { throw ValidationError("expected a number from 0") }
    return count
  }

  static let sortNames = StorySort.Key.allCases.map(\.rawValue).joined(separator: ", ")

  private func complain(_ problems: [QueryProblem], _ kind: Failure.Kind) throws(Failure) {
    guard !problems.isEmpty else { return }
    let shown = problems.prefix(QueryArguments.mostProblems)
    throw Failure(kind: kind, messages: shown.map { ErrorMessages.message($0, in: query.text) })
  }
}
