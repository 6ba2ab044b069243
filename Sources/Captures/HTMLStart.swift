import Text

/// Recognizes HTML by its beginning.
enum HTMLStart {
  /// Elements with which a whole document may begin.
  private static let first: [StaticString] = [
    "!doctype html", "html", "head", "body", "title", "meta", "frameset",
  ]

  /// Whether a text begins like a whole HTML document, whatever the name of its file. Comments and an XML declaration
  /// may come first.
  static func isDocument(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    // The fast path for nearly every text.
    if let first = head.first(where: { !$0.isBlank }), first != UInt8(ascii: "<"), first < 0x80 {
      return false
    }
    let text = narrow(head)
    return text.withUnsafeBufferPointer { text in
      var position = text.hasPrefix("\u{FEFF}") ? 3 : 0
      while true {
        while position < text.count, text[position].isBlank || text[position] == 0 { position += 1 }
        guard position < text.count, text[position] == UInt8(ascii: "<") else { return false }
        if text.has("<!--", at: position) {
          guard let end = text.firstPlace(of: "-->", from: position) else { return false }
          position = end + 3
        } else if text.has("<?xml", at: position) {
          guard let end = text.firstPlace(of: "?>", from: position) else { return false }
          position = end + 2
        } else {
          return first.contains { element in
            let end = position + 1 + element.utf8CodeUnitCount
            return text.has(element, at: position + 1) && (end >= text.count || !text[end].isAlphanumeric)
          }
        }
      }
    }
  }

  /// Whether there are any tags: a text dump may have the name of its HTML page.
  static func hasTags(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = narrow(head)
    return text.withUnsafeBufferPointer { text in
      var position = 0
      while true {
        position = text.place(of: UInt8(ascii: "<"), from: position) + 1
        guard position < text.count else { return false }
        let next = text[position]
        if next.isLetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "/")
          || next == UInt8(ascii: "?")
        {
          return true
        }
      }
    }
  }

  /// The ASCII characters of UTF-16 as bytes.
  private static func narrow(_ head: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let head = head.prefix(FileKind.headSize)
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    return isWide ? head.dropFirst(2).filter { $0 != 0 } : Array(head)
  }
}
