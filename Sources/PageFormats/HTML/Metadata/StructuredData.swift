import Text

/// The data that a page gives about itself in JSON-LD, in schema.org's vocabulary.
struct StructuredData {
  /// An object with a type.
  struct Object {
    fileprivate var script: Int
    fileprivate var node: Int
    /// The meaning of its types.
    var type: SchemaTypes
  }

  /// The name of a person or thing.
  struct Name {
    var text: String
    /// Whether it is the name of an organization.
    var isOrganization: Bool
  }

  private var scripts: [JSONNodes] = []
  /// In page order.
  private(set) var objects: [Object] = []
  /// Objects by the `@id` that others use to refer to them.
  private var identified: [String: Object] = [:]

  private static let mostObjects = 400
  private static let mostNames = 32
  /// Longer scripts contain a page's whole state, not its metadata.
  private static let longestScript = 1 << 20

  /// Adds the contents of a `<script type="application/ld+json">`.
  mutating func add(_ script: UnsafeBufferPointer<UInt8>) {
    guard script.count <= StructuredData.longestScript else { return }
    let nodes = JSONNodes(script)
    let number = scripts.count
    scripts.append(nodes)
    for node in nodes.list.indices where nodes.list[node].kind == .object {
      guard objects.count < StructuredData.mostObjects else { return }
      guard let type = nodes.member("@type", of: node) else { continue }
      let object = Object(script: number, node: node, type: SchemaTypes(type, of: nodes))
      objects.append(object)
      if let id = string("@id", of: object), nodes.member("name", of: node) != nil { identified[id] = object }
    }
  }

  /// The page's story: its articles, postings and reports.
  var articles: [Object] { objects.filter(\.type.isArticle) }

  /// Other objects that may be the page's story; articles are preferred to them.
  var likeArticles: [Object] {
    objects.filter { !$0.type.isArticle && !$0.type.isDisjoint(with: [.article, .webPage, .work, .video]) }
  }

  /// The value of a property that is a string.
  func string(_ property: StaticString, of object: Object) -> String? {
    let nodes = scripts[object.script]
    return nodes.member(property, of: object.node).flatMap { nodes.string($0) }
  }

  /// The names that a property gives: its strings, or the names of the objects it refers to.
  func names(_ property: StaticString, of object: Object) -> [Name] {
    var names: [Name] = []
    if let value = scripts[object.script].member(property, of: object.node) {
      addNames(object.script, value, isOrganization: false, depth: 0, to: &names)
    }
    return names
  }

  private func addNames(
    _ script: Int, _ node: Int, isOrganization: Bool, depth: Int, to names: inout [Name]
  ) {
    let nodes = scripts[script]
    guard depth < 4, names.count < StructuredData.mostNames else { return }
    switch nodes.list[node].kind {
    case .string: names.append(Name(text: nodes.string(node) ?? "", isOrganization: isOrganization))
    case .array:
      for member in nodes.members(of: node).prefix(StructuredData.mostNames) {
        addNames(script, member, isOrganization: isOrganization, depth: depth + 1, to: &names)
      }
    case .other: break
    case .object:
      if let name = nodes.member("name", of: node) {
        let type = nodes.member("@type", of: node).map { SchemaTypes($0, of: nodes) } ?? []
        let isOrganization = isOrganization || type.contains(.organization)
        addNames(script, name, isOrganization: isOrganization, depth: depth + 1, to: &names)
      } else if let id = nodes.member("@id", of: node).flatMap({ nodes.string($0) }),
        let object = identified[id]
      {
        addNames(
          object.script, object.node, isOrganization: isOrganization, depth: depth + 1, to: &names)
      }
    }
  }
}

/// The kinds of things that schema.org's types describe, as far as they matter for stories. Only the names of the
/// types are examined: `NewsArticle`, `ReportageNewsArticle` and `BlogPosting` are articles.
struct SchemaTypes: OptionSet {
  let rawValue: UInt32
  static let article = SchemaTypes(rawValue: 1)
  static let webPage = SchemaTypes(rawValue: 2)
  static let work = SchemaTypes(rawValue: 4)
  static let video = SchemaTypes(rawValue: 8)
  static let organization = SchemaTypes(rawValue: 16)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The types in `@type`, one or several.
  init(_ value: Int, of nodes: JSONNodes) {
    let values = nodes.list[value].kind == .array ? nodes.members(of: value) : [value]
    rawValue = values.prefix(8).reduce(0) { types, value in
      guard nodes.list[value].kind == .string else { return types }
      return types
        | SchemaTypes.matcher.groups(in: UnsafeBufferPointer(rebasing: nodes.bytes[nodes.list[value].value]))
    }
  }

  /// An article, as opposed to the page around it.
  var isArticle: Bool { contains(.article) && !contains(.webPage) }

  private static let matcher = PhraseMatcher(
    [
      "article,posting,report", "webpage", "review,recipe,creativework", "videoobject,story",
      "organi,newsmedia",
    ]
  ) { _ in true }
}
