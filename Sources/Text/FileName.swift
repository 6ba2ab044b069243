/// Names of files as strings. A name is any bytes; those that are no UTF-8 stand in a string as characters of a private range
/// (U+10FE80 to U+10FEFF), so that each name has a string of its own, which leads back to it.
public enum FileName {
  private static let base: UInt32 = 0x10FE00

  /// Whether a character stands for a byte of a name.
  static func isByte(_ scalar: UInt32) -> Bool { (base + 0x80...base + 0xFF).contains(scalar) }

  /// The string of a name, or of a path.
  public static func string(_ name: some Collection<UInt8>) -> String {
    if let string = String(validating: name, as: UTF8.self), !mayHaveBytes(string) { return string }
    let bytes = Array(name)
    var string = String.UnicodeScalarView()
    var position = 0
    while position < bytes.count {
      let width = bytes[position] < 0x80 ? 1 : bytes[position] < 0xE0 ? 2 : bytes[position] < 0xF0 ? 3 : 4
      let character = bytes[position..<min(bytes.count, position + width)]
      // A character of the range itself is told by its bytes, too.
      if let scalar = String(validating: character, as: UTF8.self)?.unicodeScalars.first,
        !isByte(scalar.value)
      {
        string.append(scalar)
        position += width
      } else {
        if let scalar = Unicode.Scalar(base + UInt32(bytes[position])) { string.append(scalar) }
        position += 1
      }
    }
    return String(string)
  }

  /// The same for a name as the system has it.
  public static func string(_ name: UnsafePointer<CChar>) -> String {
    var count = 0
    while name[count] != 0 { count += 1 }
    return name.withMemoryRebound(to: UInt8.self, capacity: count) {
      string(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// The name of a string, with a zero behind it.
  public static func bytes(_ string: String) -> [CChar] {
    guard mayHaveBytes(string) else { return string.utf8.map { CChar(bitPattern: $0) } + [0] }
    return string.unicodeScalars.flatMap { scalar in
      isByte(scalar.value) ? [UInt8(scalar.value - base)] : Array(String(scalar).utf8)
    }.map { CChar(bitPattern: $0) } + [0]
  }

  /// Lends the name of a string to a call of the system.
  public static func withName<Result>(_ string: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard mayHaveBytes(string) else { return string.withCString(body) }
    return bytes(string).withUnsafeBufferPointer { bytes in
      // There is always the zero.
      guard let base = bytes.baseAddress else { return "".withCString(body) }
      return body(base)
    }
  }

  /// Nearly no name has a character beyond U+FFFFF.
  private static func mayHaveBytes(_ string: String) -> Bool { string.utf8.contains(0xF4) }
}
