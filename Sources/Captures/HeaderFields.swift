import Text

/// The header fields of mail (RFC 5322), HTTP and WARC: one per line, `Name: value`, continued on lines that begin with
/// a blank. Of repeated fields, the first is used.
struct HeaderFields {
  /// Longer headers are not read.
  static let longest = 1 << 16

  private var values: [String: String] = [:]

  /// The fields at the beginning of bytes.
  /// - Returns: nil if no blank line ends them within ``longest`` bytes.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> (fields: HeaderFields, end: Int)? {
    var fields = HeaderFields()
    var (position, name, value) = (0, "", "")
    while position < min(bytes.count, longest) {
      let end = bytes.place(of: 0x0A, from: position)
      guard end < bytes.count else { return nil }
      let line = bytes.part(position..<end)
      position = end + 1
      if let first = line.first, first == 0x20 || first == 0x09 {
        value += " " + line.trimmedString
        continue
      }
      fields.add(name, value)
      if line.isEmpty || line.count == 1 && line[0] == 0x0D { return (fields, position) }
      let colon = line.place(of: UInt8(ascii: ":"), from: 0)
      name = line.part(0..<colon).trimmedString.lowercased()
      value = colon < line.count ? line.part(colon + 1..<line.count).trimmedString : ""
    }
    return nil
  }

  private mutating func add(_ name: String, _ value: String) {
    if !name.isEmpty, values[name] == nil { values[name] = value }
  }

  /// The value of a field, by its name in lower case.
  subscript(name: String) -> String? { values[name] }

  /// The media type in lower case, without parameters: `text/html`.
  var contentType: String? { values["content-type"].map { HeaderFields.first(of: $0) } }

  /// The part of a value before its parameters, in lower case.
  static func first(of value: String) -> String {
    let end = value.firstIndex { $0 == ";" || $0 == "," || $0.isWhitespace } ?? value.endIndex
    return value[..<end].lowercased()
  }

  /// A parameter of the content type, without its quotation marks.
  func parameter(_ name: String) -> String? {
    guard let value = values["content-type"] else { return nil }
    for part in HeaderFields.parameters(value) {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = part[..<equals].filter { !$0.isWhitespace }.lowercased()
      guard key == name else { continue }
      let text = part[part.index(after: equals)...].drop(while: \.isWhitespace)
      guard text.first == "\"" else { return String(text.prefix { !$0.isWhitespace }) }
      return String(text.dropFirst().prefix { $0 != "\"" })
    }
    return nil
  }

  /// The parts between semicolons that are not in quotation marks.
  private static func parameters(_ value: String) -> [Substring] {
    var isQuoted = false
    return value.split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ";" && !isQuoted
    }
  }
}
