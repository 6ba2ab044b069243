import Text

/// JSON as a flat list of its values: it represents a tree without allocating objects. The parser is lenient, since
/// pages contain errors: superfluous commas, line ends in strings and a missing end are accepted. It takes linear
/// time for any bytes; values that are nested too deeply are left out.
struct JSONNodes {
  /// The type of a value.
  enum Kind { case object, array, string, other }

  /// A value: its range, its key, and the object or array that contains it.
  struct Node {
    var kind: Kind
    var key: ByteRange
    var value: ByteRange
    var parent: Int
    /// The first value after its content.
    var end: Int
  }

  /// The JSON, valid only as long as the caller's buffer.
  let bytes: UnsafeBufferPointer<UInt8>
  /// In text order; the content of a value follows it directly.
  private(set) var list: [Node] = []
  private var open: [Int] = []
  /// The number of open levels that are left out.
  private var skippedLevels = 0
  private var key: ByteRange?

  private static let deepest = 32
  private static let mostNodes = 20_000

  /// Parses a text as JSON.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    var position = 0
    while position < bytes.count, list.count < JSONNodes.mostNodes { position = read(at: position) }
    while let last = open.popLast() { list[last].end = list.count }
  }

  /// The values directly in an object or an array.
  func members(of node: Int) -> [Int] {
    var members: [Int] = []
    var member = node + 1
    while member < list[node].end {
      members.append(member)
      member = list[member].end
    }
    return members
  }

  /// The value for a key of an object.
  func member(_ name: StaticString, of node: Int) -> Int? {
    guard list[node].kind == .object else { return nil }
    var member = node + 1
    while member < list[node].end {
      if slice(list[member].key).isEqual(to: name) { return member }
      member = list[member].end
    }
    return nil
  }

  /// A string with its escapes decoded; nil for any other value.
  func string(_ node: Int) -> String? {
    guard list[node].kind == .string else { return nil }
    return String(decoding: JSONNodes.unescaped(slice(list[node].value)), as: UTF8.self)
  }

  private func slice(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range])
  }

  /// - Returns: the position after the bytes read.
  private mutating func read(at position: Int) -> Int {
    switch bytes[position] {
    case UInt8(ascii: "{"): begin(.object, position)
    case UInt8(ascii: "["): begin(.array, position)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): end()
    case UInt8(ascii: ","): key = nil
    case UInt8(ascii: "\""): return readString(position)
    case UInt8(ascii: ":"), 0...0x20: break
    default:
      var end = position + 1
      while end < bytes.count, !",]}\"".utf8.contains(bytes[end]), bytes[end] > 0x20 { end += 1 }
      if skippedLevels == 0 { add(.other, position..<end) }
      return end
    }
    return position + 1
  }

  private mutating func begin(_ kind: Kind, _ position: Int) {
    if skippedLevels > 0 || open.count == JSONNodes.deepest {
      skippedLevels += 1
    } else {
      add(kind, position..<position)
      open.append(list.count - 1)
    }
  }

  private mutating func end() {
    key = nil
    if skippedLevels > 0 {
      skippedLevels -= 1
    } else if let last = open.popLast() {
      list[last].end = list.count
    }
  }

  private mutating func readString(_ start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    end = min(end, bytes.count)
    guard skippedLevels == 0 else { return end + 1 }
    let range = start + 1..<end
    if let last = open.last, list[last].kind == .object, key == nil {
      key = range
    } else {
      add(.string, range)
    }
    return end + 1
  }

  private mutating func add(_ kind: Kind, _ range: ByteRange) {
    list.append(
      Node(kind: kind, key: key ?? 0..<0, value: range, parent: open.last ?? -1, end: list.count + 1))
    key = nil
  }

  private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard bytes.contains(byte: UInt8(ascii: "\\")) else { return Array(bytes) }
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      guard bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count else {
        output.append(bytes[position])
        position += 1
        continue
      }
      switch bytes[position + 1] {
      case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
        output.append(0x20)
      case UInt8(ascii: "u"):
        position = appendUnicode(at: position, bytes, &output)
        continue
      case let other: output.append(other)
      }
      position += 2
    }
    return output
  }

  /// Decodes `\u2019`, and surrogate pairs such as `\ud83d\ude00`.
  private static func appendUnicode(
    at position: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ output: inout [UInt8]
  ) -> Int {
    func unit(_ position: Int) -> UInt32? {
      let rest = bytes.dropping(first: position)
      guard rest.count >= 6, rest.hasPrefix("\\u") else { return nil }
      return UInt32(String(decoding: rest[2..<6], as: UTF8.self), radix: 16)
    }
    guard let first = unit(position) else { return position + 2 }
    if (0xD800...0xDBFF).contains(first), let second = unit(position + 6), (0xDC00...0xDFFF).contains(second)
    {
      CharacterReferences.append(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), to: &output)
      return position + 12
    }
    CharacterReferences.append(first, to: &output)
    return position + 6
  }
}
