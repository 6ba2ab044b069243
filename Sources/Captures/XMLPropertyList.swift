import Text

/// Values of a property list in XML (Apple's `PropertyList-1.0.dtd`), found without making the others.
///
/// No list can make this slow or endless: elements are skipped in one pass, whatever they contain, without recursion.
struct XMLPropertyList: PropertyList {
  /// Longer texts are not those of a web archive that are needed.
  private static let longestText = 4_096

  private let bytes: UnsafeBufferPointer<UInt8>

  /// An element of the list.
  struct Object {
    fileprivate var name: Substring
    /// The range between its tags.
    fileprivate var content: Range<Int>
  }

  let root: Object?

  /// Nil for any other file.
  init?(_ file: UnsafeBufferPointer<UInt8>) {
    guard let start = file.part(0..<FileKind.headSize).firstPlace(of: "<plist") else { return nil }
    bytes = file
    var elements = Elements(file, in: start..<file.count)
    root = elements.next().flatMap { plist in
      var inside = Elements(file, in: plist.content)
      return inside.next()
    }
  }

  /// The value of a key in a dictionary, whose elements are keys and values in turn.
  func value(of key: String, in dictionary: Object) -> Object? {
    guard dictionary.name == "dict" else { return nil }
    var elements = Elements(bytes, in: dictionary.content)
    while let name = elements.next(), let value = elements.next() {
      if name.name == "key", text(of: name) == key { return value }
    }
    return nil
  }

  func withData<Result>(_ object: Object, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows
    -> Result?
  {
    guard object.name == "data", let data = TransferEncoding.base64.decoded(bytes.part(object.content)) else {
      return nil
    }
    return try data.withUnsafeBufferPointer(body)
  }

  func string(_ object: Object) -> String? { object.name == "string" ? text(of: object) : nil }

  private func text(of object: Object) -> String? {
    guard object.content.count <= XMLPropertyList.longestText else { return nil }
    let text = String(decoding: bytes.part(object.content), as: UTF8.self)
    guard text.contains("&") else { return text }
    // The five names of XML; `&` comes last, so that what it makes is not read again.
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(text) { $0.replacing($1.0, with: $1.1) }
  }
}

/// The elements in a part of an XML file, one after another, without those inside them.
private struct Elements {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int
  private let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    (self.bytes, position, end) = (bytes, range.lowerBound, range.upperBound)
  }

  /// Nil at the end, and for an element that does not end.
  mutating func next() -> XMLPropertyList.Object? {
    guard let tag = nextTag(), !tag.isEnd else { return nil }
    let start = position
    if tag.isEmpty { return XMLPropertyList.Object(name: tag.name, content: start..<start) }
    var depth = 1
    while let inner = nextTag() {
      if !inner.isEmpty { depth += inner.isEnd ? -1 : 1 }
      if depth == 0 { return XMLPropertyList.Object(name: tag.name, content: start..<inner.start) }
    }
    return nil
  }

  private struct Tag {
    var name: Substring
    var start: Int
    /// Whether it is `</name>`, and whether it is `<name/>`.
    var isEnd, isEmpty: Bool
  }

  /// Longer names are no names of a property list.
  private static let longestName = 16

  /// The next tag; comments, instructions and declarations are skipped.
  private mutating func nextTag() -> Tag? {
    while position < end {
      let start = bytes.place(of: UInt8(ascii: "<"), from: position)
      guard start + 1 < end else { return nil }
      let isComment = bytes.has("<!--", at: start)
      let close =
        isComment
        ? bytes.firstPlace(of: "-->", from: start + 4).map { $0 + 2 }
        : bytes.place(of: UInt8(ascii: ">"), from: start)
      guard let close, close < end else { return nil }
      position = close + 1
      if bytes[start + 1] == UInt8(ascii: "!") || bytes[start + 1] == UInt8(ascii: "?") { continue }
      let isEnd = bytes[start + 1] == UInt8(ascii: "/")
      let name = bytes.part(start + (isEnd ? 2 : 1)..<close).prefix { $0.isLetter }.prefix(
        Elements.longestName)
      return Tag(
        name: Substring(decoding: name, as: UTF8.self), start: start, isEnd: isEnd,
        isEmpty: bytes[close - 1] == UInt8(ascii: "/"))
    }
    return nil
  }
}
