import Queries
import SmallFiles

/// `folders` and `sections`.
extension SettingReader {
  /// A list of paths, or a single path.
  mutating func readFolders(_ node: YAMLNode) {
    let nodes = if case .text = node.content { [node] } else { list(node, of: "folders", "folders") }
    for (number, node) in nodes.enumerated() {
      if let path = value(node, of: .folder, "folders.\(number + 1)") { settings.folders.append(path) }
    }
  }

  /// A list of names with queries.
  mutating func readSections(_ node: YAMLNode) {
    var lines: [String: Int] = [:]
    for (number, node) in list(node, of: "sections", "sections").enumerated() {
      let path = "sections.\(number + 1)"
      guard let section = section(node, path) else { continue }
      if isNew(section.name, node.position, path, among: &lines) { settings.sections.append(section) }
    }
  }

  private mutating func section(_ node: YAMLNode, _ path: String) -> Settings.Section? {
    let fields = fields(node, ["name", "query", "sort", "group"], of: "a name and a query", path)
    guard let fields, let name = required("name", fields, node, path),
      let query = required("query", fields, node, path)
    else { return nil }
    let stories = StoryQuery(query)
    // The valid part of the query is used.
    for problem in stories.problems {
      report(.badQuery(problem), fields["query"]?.value.position ?? node.position, path + ".query")
    }
    return Settings.Section(
      name: name, query: stories, sort: optional("sort", .sort, fields, path).flatMap { StorySort($0) },
      group: optional("group", .grouping, fields, path).flatMap { StoryGrouping(rawValue: $0) })
  }
}
