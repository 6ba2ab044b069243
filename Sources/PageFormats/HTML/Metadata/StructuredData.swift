import Text

/// What a page says of itself in JSON-LD, in the words of schema.org.
struct StructuredData {
  /// An object with a type.
  struct Object {
    fileprivate var script: Int
    fileprivate var node: Int
    /// Its types in lower case.
    var type: String
  }

  /// The name of somebody or something.
  struct Name {
    var text: String
    /// It is that of an organization.
    var isOrganization: Bool
  }

  private var scripts: [JSONNodes] = []
  /// In the order of the page.
  private(set) var objects: [Object] = []
  /// What others refer to by their `@id`.
  private var identified: [String: Object] = [:]

  private static let mostObjects = 400
  /// Longer scripts hold a page's whole state, not what it says of itself.
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
      let types = nodes.list[type].kind == .array ? nodes.members(of: type) : [type]
      let names = types.compactMap { nodes.string($0)?.lowercased() }
      let object = Object(script: number, node: node, type: names.joined(separator: " "))
      objects.append(object)
      if let id = string("@id", of: object), nodes.member("name", of: node) != nil { identified[id] = object }
    }
  }

  /// The page's story: its articles, postings and reports.
  var articles: [Object] { objects.filter(isArticle) }

  /// What may be the page's story too, and comes after its articles.
  var likeArticles: [Object] {
    objects.filter { object in
      !isArticle(object)
        && ["webpage", "review", "recipe", "videoobject", "creativework", "story", "article"]
          .contains { object.type.contains($0) }
    }
  }

  private func isArticle(_ object: Object) -> Bool {
    ["article", "posting", "report"].contains { object.type.contains($0) } && !object.type.contains("webpage")
  }

  /// A property that is a string.
  func string(_ property: StaticString, of object: Object) -> String? {
    let nodes = scripts[object.script]
    return nodes.member(property, of: object.node).flatMap { nodes.string($0) }
  }

  /// The names that a property has: its strings, or the names of what it refers to.
  func names(_ property: StaticString, of object: Object) -> [Name] {
    scripts[object.script].member(property, of: object.node).map { names(object.script, $0, depth: 0) } ?? []
  }

  private func names(_ script: Int, _ node: Int, depth: Int) -> [Name] {
    let nodes = scripts[script]
    guard depth < 4 else { return [] }
    switch nodes.list[node].kind {
    case .string: return [Name(text: nodes.string(node) ?? "", isOrganization: false)]
    case .array: return nodes.members(of: node).prefix(32).flatMap { names(script, $0, depth: depth + 1) }
    case .other: return []
    case .object:
      if let name = nodes.member("name", of: node) {
        let isOrganization = isOrganization(nodes, node)
        return names(script, name, depth: depth + 1)
          .map { Name(text: $0.text, isOrganization: $0.isOrganization || isOrganization) }
      }
      guard let id = nodes.member("@id", of: node).flatMap({ nodes.string($0) }), let object = identified[id]
      else { return [] }
      return names(object.script, object.node, depth: depth + 1)
    }
  }

  private func isOrganization(_ nodes: JSONNodes, _ node: Int) -> Bool {
    guard let type = nodes.member("@type", of: node) else { return false }
    let types = nodes.list[type].kind == .array ? nodes.members(of: type) : [type]
    return types.contains {
      let type = nodes.string($0)?.lowercased() ?? ""
      return type.contains("organi") || type.contains("newsmedia")
    }
  }
}
