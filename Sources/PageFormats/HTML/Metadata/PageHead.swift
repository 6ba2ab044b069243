import Text

/// What stands in a page to be read by programs: `<meta>`, `<link>`, JSON-LD, `<time>`.
struct PageHead {
  /// The page.
  let nodes: HTMLNodes
  /// What its `<title>` has.
  private(set) var title = ""
  /// As its `<html>` says.
  private(set) var language = ""
  /// The address that it says is its own.
  private(set) var canonical = ""
  /// What its relative addresses are relative to, where that is not its own address.
  private(set) var base: String?
  /// What it says in JSON-LD.
  private(set) var data = StructuredData()
  /// The elements that hold its times, in its order.
  private(set) var times: [Int] = []
  /// Its first headings of the first level.
  private(set) var headings: [Int] = []
  /// The values of `<meta>`, by their property or name in lower case.
  private var values: [String: [String]] = [:]

  /// A page has no reason to have more of one kind.
  private static let most = 200
  private static let mostValues = 16

  init(_ nodes: HTMLNodes) {
    self.nodes = nodes
    var hasTitle = false
    for (index, node) in nodes.list.enumerated() {
      switch node.tag {
      case .meta: addMeta(index)
      case .link: addLink(index)
      case .base where base == nil: base = nodes.attribute("href", of: index).map { CleanText.attribute($0) }
      case .script: addScript(index)
      case .time: if times.count < PageHead.most { times.append(index) }
      case .h1: if headings.count < PageHead.most { headings.append(index) }
      case .title where !hasTitle:
        title = nodes.rawText(of: index)
        hasTitle = !title.isEmpty
      case .html: language = nodes.attribute("lang", of: index).map { CleanText.attribute($0) } ?? ""
      default: break
      }
    }
  }

  /// The first value that is not empty, in the order of the names.
  func first(_ names: String...) -> String {
    for name in names {
      if let value = values[name]?.first(where: { !$0.isEmpty }) { return value }
    }
    return ""
  }

  /// All values of a name.
  func all(_ name: String) -> [String] { values[name] ?? [] }

  private mutating func addMeta(_ node: Int) {
    guard values.count < PageHead.most else { return }
    var name = ""
    var rank = 4
    var content: String?
    for attribute in nodes.attributes(of: node) {
      let key = nodes.slice(attribute.name)
      let value = nodes.slice(attribute.value)
      if key.isEqualIgnoringCase(to: "content") { content = content ?? CleanText.attribute(value) }
      guard let place = PageHead.names.firstIndex(where: { key.isEqualIgnoringCase(to: $0) }), place < rank,
        !value.isEmpty
      else { continue }
      name = String(decoding: value, as: UTF8.self).lowercased()
      rank = place
    }
    guard !name.isEmpty, let content, all(name).count < PageHead.mostValues else { return }
    values[name, default: []].append(content)
  }

  /// The attributes that name a value, the first one that a tag has.
  private static let names: [StaticString] = ["property", "name", "itemprop", "http-equiv"]

  private mutating func addLink(_ node: Int) {
    guard canonical.isEmpty, let rel = nodes.attribute("rel", of: node),
      rel.isEqualIgnoringCase(to: "canonical")
    else { return }
    canonical = nodes.attribute("href", of: node).map { CleanText.attribute($0) } ?? ""
  }

  private mutating func addScript(_ node: Int) {
    guard let type = nodes.attribute("type", of: node), let inner = nodes.contents(of: node).first,
      type.isEqualIgnoringCase(to: "application/ld+json")
    else { return }
    data.add(nodes.slice(nodes.span(inner)))
  }
}

/// Texts of attributes and of data: references replaced, one line.
enum CleanText {
  /// No name, headline or address is longer, in bytes.
  private static let longest = 4096

  /// The value of an attribute.
  static func attribute(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let start = UnsafeBufferPointer(rebasing: value.prefix(longest))
    var text = LineText()
    CharacterReferences.decoded(start, isAttribute: true).withUnsafeBufferPointer { _ = text.append($0) }
    return text.string
  }

  /// A text that may have tags and references.
  static func markup(_ text: String) -> String {
    var text = text
    var line = LineText()
    text.withUTF8 { _ = line.append(UnsafeBufferPointer(rebasing: $0.prefix(longest))) }
    return line.string
  }
}
