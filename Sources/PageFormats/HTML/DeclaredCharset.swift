import Text

/// The encoding declared by a page. Based on WHATWG's HTML standard, "prescan a byte stream to determine its
/// encoding": a `<meta>` or an XML declaration within the first 1,024 bytes.
extension HTMLPage {
  /// The label as written; nil if there is none. A byte order mark takes precedence and is handled by the caller.
  static func declaredCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(1024))
    if head.hasPrefix("<?xml"), let end = head.firstIndex(ofByte: UInt8(ascii: ">"), from: 0),
      let label = value(of: "encoding", in: UnsafeBufferPointer(rebasing: head[..<end]))
    {
      return label
    }
    var position = 0
    while let tag = head.firstIndex(ofByte: UInt8(ascii: "<"), from: position) {
      let rest = head.dropping(first: tag)
      if rest.hasPrefix("<!--") {
        guard let end = rest.firstIndex(of: "-->", from: 2) else { return nil }
        position = tag + end + 3
        continue
      }
      position = tag + 1
      guard rest.hasPrefixIgnoringCase("<meta") else { continue }
      let end = head.firstIndex(ofByte: UInt8(ascii: ">"), from: tag) ?? head.count
      if let label = charset(ofMeta: tag + 5..<max(tag + 5, end), in: head) { return label }
    }
    return nil
  }

  /// A `charset=` attribute, or one within the `content` of `http-equiv="content-type"`.
  private static func charset(ofMeta range: ByteRange, in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    var content: UnsafeBufferPointer<UInt8>?
    var isContentType = false
    for attribute in HTMLAttributes(range, of: bytes) {
      let name = UnsafeBufferPointer(rebasing: bytes[attribute.name])
      let value = UnsafeBufferPointer(rebasing: bytes[attribute.value])
      if name.isEqualIgnoringCase(to: "charset"), !value.isEmpty { return label(value) }
      if name.isEqualIgnoringCase(to: "content") { content = value }
      if name.isEqualIgnoringCase(to: "http-equiv") {
        isContentType = value.isEqualIgnoringCase(to: "content-type")
      }
    }
    return isContentType ? content.flatMap { value(of: "charset", in: $0) } : nil
  }

  /// The value after a name and an equals sign in a text, with or without quotation marks.
  private static func value(of name: StaticString, in text: UnsafeBufferPointer<UInt8>) -> String? {
    guard let start = text.indices.first(where: { text.dropping(first: $0).hasPrefixIgnoringCase(name) })
    else {
      return nil
    }
    let rest = text.dropping(first: start + name.utf8CodeUnitCount).drop { ASCII.isBlank($0) }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let quoted = rest.dropFirst().drop {
      ASCII.isBlank($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    return label(UnsafeBufferPointer(rebasing: quoted))
  }

  /// The label at the beginning of a text: letters, digits and `-_.:`.
  private static func label(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    let blank = text.drop { ASCII.isBlank($0) }
    let label = blank.prefix {
      ASCII.isLetter($0) || ASCII.isDigit($0) || UnsafeBufferPointer("-_.:").contains($0)
    }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}
