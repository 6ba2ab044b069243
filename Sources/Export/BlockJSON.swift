public import PageFormats

/// A block of a page as `parse`, `list` and `show` print it.
public struct BlockJSON: Encodable, Sendable {
  private let block: TextBlock

  /// A block to print.
  public init(_ block: TextBlock) { self.block = block }

  private enum Key: String, CodingKey { case kind, text, level, shown, links }

  /// The kind by its name, the text with its line ends, the nesting level of a list item, whether it is part of the
  /// story, and its links.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(block.kind.name, forKey: .kind)
    try container.encode(block.text, forKey: .text)
    if block.level > 0 { try container.encode(block.level, forKey: .level) }
    try container.encode(block.isShown, forKey: .shown)
    let links = block.links.compactMap { link in
      link.address.map { LinkJSON(text: block.text(of: link), address: $0) }
    }
    try container.encode(links, forKey: .links)
  }
}

/// A link in a block: its words and its target.
private struct LinkJSON: Encodable {
  let text: String
  let address: String
}

extension BlockKind {
  /// Its name in JSON.
  fileprivate var name: String {
    switch self {
    case .paragraph: "paragraph"
    case .heading: "heading"
    case .listItem: "list-item"
    case .quote: "quote"
    case .caption: "caption"
    case .tableRow: "table-row"
    case .preformatted: "preformatted"
    }
  }
}
