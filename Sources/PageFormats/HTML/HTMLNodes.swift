import Text

/// An element of a page, or a run of text. Nodes are numbered in page order.
struct HTMLNode {
  /// The kind of element, or text.
  var tag: HTMLTag
  /// The element that contains it; -1 if there is none.
  var parent: Int32
  /// The first node after its content.
  var end: Int32
  /// For an element, the range of its attributes; for a text, its own range.
  var start: Int32
  var stop: Int32
}

/// A page as a flat list of its nodes: it represents a tree without allocating objects.
struct HTMLNodes {
  /// The page, valid only as long as the caller's buffer.
  let bytes: UnsafeBufferPointer<UInt8>
  /// In page order; the content of an element follows it directly, up to its `end`.
  let list: [HTMLNode]

  /// The maximum number of nodes in a headline, name or date.
  private static let mostNodesOfText = 1_000

  /// Parses a page; if it has more than `mostNodes`, the rest is one text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, mostNodes: Int = HTMLTreeBuilder.mostNodes) {
    self.bytes = bytes
    list = HTMLTokenizer.nodes(of: bytes, mostNodes: mostNodes)
  }

  /// The kind of a node's element; `body` if there is no node (-1).
  @inline(__always)
  func tag(_ node: Int) -> HTMLTag { node < 0 ? .body : list[node].tag }

  /// The element that contains a node.
  @inline(__always)
  func parent(_ node: Int) -> Int { node < 0 ? -1 : Int(list[node].parent) }

  /// The nodes inside an element.
  func contents(of node: Int) -> Range<Int> { (node + 1)..<Int(list[node].end) }

  /// The bytes of a text, or of an element's attributes.
  @inline(__always)
  func span(_ node: Int) -> ByteRange { Int(list[node].start)..<Int(list[node].stop) }

  /// The attributes of an element.
  func attributes(of node: Int) -> HTMLAttributes { HTMLAttributes(span(node), of: bytes) }

  /// The bytes of a range of the page.
  @inline(__always)
  func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[range]) }

  /// The value of an element's attribute as written; empty for an attribute without a value, nil if it is missing.
  func attribute(_ name: StaticString, of node: Int) -> UnsafeBufferPointer<UInt8>? {
    for attribute in attributes(of: node) where slice(attribute.name).isEqualIgnoringCase(to: name) {
      return slice(attribute.value)
    }
    return nil
  }

  /// The text of an element that contains no HTML, on one line; if it is longer than `limit` bytes, its beginning.
  func rawText(of node: Int, limit: Int = 512) -> String {
    var text = LineText()
    for inner in contents(of: node).prefix(1) {
      text.append(UnsafeBufferPointer(rebasing: slice(span(inner)).prefix(limit)))
    }
    return text.string
  }

  /// The visible text within an element, on one line; if it is longer than `limit` bytes, its beginning.
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

  /// The text within an element, on one line; if it is longer than `limit` bytes, its beginning.
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

  /// The text within an element, with line ends between the texts that are displayed apart: around blocks, links and
  /// times, and between elements without a blank between them.
  func lines(of node: Int, limit: Int) -> String {
    var text = LineText()
    var last: Int?
    for inner in contents(of: node).prefix(HTMLNodes.mostNodesOfText) where text.bytes.count < limit {
      guard list[inner].tag == .text else {
        if !list[inner].tag.traits.contains(.formatting) { text.appendLineEnd() }
        continue
      }
      if let last, isApart(last, inner) { text.appendLineEnd() }
      text.append(slice(span(inner)))
      last = inner
    }
    return text.string
  }

  /// Whether two consecutive texts are displayed apart.
  private func isApart(_ first: Int, _ second: Int) -> Bool {
    let isGlued =
      !ASCII.isBlank(bytes[Int(list[first].stop) - 1]) && !ASCII.isBlank(bytes[Int(list[second].start)])
    var elements = [parent(first), parent(second)]
    for (index, other) in [second, first].enumerated() {
      // The elements around one text that do not contain the other.
      while elements[index] >= 0, !contents(of: elements[index]).contains(other) {
        switch tag(elements[index]) {
        case .a, .time: return true
        case .span where isGlued: return true
        case let tag where !tag.traits.contains(.formatting): return true
        default: elements[index] = parent(elements[index])
        }
      }
    }
    return false
  }
}
