/// An element, or a run of text, of a page. Numbers are those of nodes in the order of the page.
struct HTMLNode {
  /// Which element, or that it is text.
  var tag: HTMLTag
  /// The element that it stands in; -1 for none.
  var parent: Int32
  /// The node that follows all that stands in it.
  var end: Int32
  /// An element: where its attributes begin and end. Text: where it does.
  var start: Int32
  var stop: Int32
}

/// A page as a flat list of its nodes: what a tree would be, without objects.
struct HTMLNodes {
  /// The page, valid only while its caller holds it.
  let bytes: UnsafeBufferPointer<UInt8>
  /// In the order of the page; everything in an element follows it directly, up to its `end`.
  let list: [HTMLNode]

  /// No headline, name or date is in more nodes.
  private static let mostNodesOfText = 1_000

  /// Takes a page apart; of one with more than `mostNodes` the rest is one text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, mostNodes: Int = HTMLTreeBuilder.mostNodes) {
    self.bytes = bytes
    list = HTMLTokenizer.nodes(of: bytes, mostNodes: mostNodes)
  }

  /// Which element a node is; `body` stands for none (-1).
  @inline(__always)
  func tag(_ node: Int) -> HTMLTag { node < 0 ? .body : list[node].tag }

  /// The element that a node stands in; -1 for none.
  @inline(__always)
  func parent(_ node: Int) -> Int { node < 0 ? -1 : Int(list[node].parent) }

  /// The nodes that stand in an element.
  func contents(of node: Int) -> Range<Int> { (node + 1)..<Int(list[node].end) }

  /// The bytes of a text, or of an element's attributes.
  @inline(__always)
  func span(_ node: Int) -> ByteRange { Int(list[node].start)..<Int(list[node].stop) }

  /// The attributes of an element.
  func attributes(of node: Int) -> HTMLAttributes { HTMLAttributes(span(node), of: bytes) }

  /// The bytes of a range of the page.
  @inline(__always)
  func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  /// The value of an element's attribute as it is written; empty for one without a value, nil when it is not there.
  func attribute(_ name: StaticString, of node: Int) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes(of: node) where slice(attribute.name).isEqualIgnoringCase(to: name) {
      return slice(attribute.value)
    }
    return nil
  }

  /// The text of an element that holds no HTML, on one line; of more than `limit` bytes the beginning.
  func rawText(of node: Int, limit: Int = 512) -> String {
    var text = LineText()
    for inner in contents(of: node).prefix(1) {
      text.append(UnsafeBufferPointer(rebasing: slice(span(inner)).prefix(limit)))
    }
    return text.string
  }

  /// The text within an element that a reader of the page sees, on one line; of more than `limit` bytes the beginning.
  func seenText(of node: Int, limit: Int) -> [UInt8] {
    var text = LineText()
    var inner = node + 1
    let end = min(Int(list[node].end), node + HTMLNodes.mostNodesOfText)
    while inner < end, text.bytes.count < limit {
      let traits = list[inner].tag.traits
      if list[inner].tag == .text {
        text.append(slice(span(inner)))
      } else if traits.contains(.unseen) {
        inner = Int(list[inner].end)
        continue
      } else if !traits.contains(.formatting) {
        text.appendBlank()
      }
      inner += 1
    }
    return text.bytes
  }

  /// The text within an element on one line; of more than `limit` bytes the beginning.
  func text(of node: Int, limit: Int = 4096) -> String {
    var text = LineText()
    for inner in contents(of: node).prefix(HTMLNodes.mostNodesOfText) where text.bytes.count < limit {
      switch list[inner].tag {
      case .text: text.append(slice(span(inner)))
      case .br, .p, .div, .li: text.appendBlank()
      default: break
      }
    }
    return text.string
  }
}
