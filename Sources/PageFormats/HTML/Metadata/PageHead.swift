import Text

/// The machine-readable data of a page: `<meta>`, `<link>`, JSON-LD, `<time>`.
struct PageHead {
  /// The page.
  let nodes: HTMLNodes
  /// The text of its `<title>`.
  private(set) var title = ""
  /// The language given by its `<html>`.
  private(set) var language = ""
  /// The address that it declares as its own.
  private(set) var canonical = ""
  /// The base of its relative addresses, if that is not its own address.
  private(set) var base: String?
  /// Its JSON-LD data.
  private(set) var data = StructuredData()
  /// The elements that contain its times, in page order.
  private(set) var times: [Int] = []
  /// Its first headings of the first level.
  private(set) var headings: [Int] = []
  /// Its first headings of the second and third level.
  private(set) var lowerHeadings: [Int] = []
  /// The values of `<meta>` as written, indexed by property or name in lower case.
  private var values: [String: [ByteRange]] = [:]

  /// The maximum number of each kind: no page needs more.
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
      case .h2, .h3: if lowerHeadings.count < PageHead.most { lowerHeadings.append(index) }
      case .title where !hasTitle:
        title = nodes.rawText(of: index)
        hasTitle = !title.isEmpty
      case .html: language = nodes.attribute("lang", of: index).map { CleanText.attribute($0) } ?? ""
      default: break
      }
    }
  }

  /// The first value that is not empty, in the order of `names`.
  func first(_ names: String...) -> String {
    for name in names {
      for value in values[name] ?? [] {
        let text = text(value)
        if !text.isEmpty { return text }
      }
    }
    return ""
  }

  /// All values for a name.
  func all(_ name: String) -> [String] { values[name]?.map(text) ?? [] }

  private func text(_ value: ByteRange) -> String { CleanText.attribute(nodes.slice(value)) }

  private mutating func addMeta(_ node: Int) {
    guard values.count < PageHead.most else { return }
    var name = ""
    var rank = 4
    var content: ByteRange?
    for attribute in nodes.attributes(of: node) {
      let key = nodes.slice(attribute.name)
      let value = nodes.slice(attribute.value)
      if key.isEqualIgnoringCase(to: "content") { content = content ?? attribute.value }
      guard let place = PageHead.names.firstIndex(where: { key.isEqualIgnoringCase(to: $0) }), place < rank,
        !value.isEmpty
      else { continue }
      name = String(decoding: value, as: UTF8.self).lowercased()
      rank = place
    }
    guard !name.isEmpty, let content, values[name]?.count ?? 0 < PageHead.mostValues else { return }
    values[name, default: []].append(content)
  }

  /// The attributes that can contain the name of a value, in order of precedence.
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

/// Cleans texts from attributes and data: references are decoded, and the text is put on one line.
enum CleanText {
  /// The maximum length of a name, headline or address, in bytes.
  private static let longest = 4096

  /// The value of an attribute.
  static func attribute(_ value: UnsafeBufferPointer<UInt8>) -> String {
    let start = UnsafeBufferPointer(rebasing: value.prefix(longest))
    var text = LineText()
    CharacterReferences.decoded(start, isAttribute: true).withUnsafeBufferPointer { _ = text.append($0) }
    return text.string
  }

  /// A text that may contain tags and references.
  static func markup(_ text: String) -> String {
    var text = text
    var line = LineText()
    text.withUTF8 { _ = line.append(UnsafeBufferPointer(rebasing: $0.prefix(longest))) }
    return line.string
  }
}
