/// File names as strings. A name can contain any bytes; bytes that are not UTF-8 are represented by characters of a
/// private-use range (U+10FE80 to U+10FEFF), so that each name has a unique string from which it can be restored.
public enum FileName {
  private static let base: UInt32 = 0x10FE00

  /// Whether a character represents a byte of a name.
  static func isByte(_ scalar: UInt32) -> Bool { (base + 0x80...base + 0xFF).contains(scalar) }

  /// The string for a name or a path.
  public static func string(_ name: some Collection<UInt8>) -> String {
    if let string = String(validating: name, as: UTF8.self), !mayHaveBytes(string) { return string }
    let bytes = Array(name)
    var string = String.UnicodeScalarView()
    var position = 0
    while position < bytes.count {
      let width = bytes[position] < 0x80 ? 1 : bytes[position] < 0xE0 ? 2 : bytes[position] < 0xF0 ? 3 : 4
      let character = bytes[position..<min(bytes.count, position + width)]
      // The bytes of a character in this range are also represented one by one.
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

  /// The same for a C string.
  public static func string(_ name: UnsafePointer<CChar>) -> String {
    var count = 0
    while name[count] != 0 { count += 1 }
    return name.withMemoryRebound(to: UInt8.self, capacity: count) {
      string(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  /// The name represented by a string, terminated by a zero.
  public static func bytes(_ string: String) -> [CChar] {
    guard mayHaveBytes(string) else { return string.utf8.map { CChar(bitPattern: $0) } + [0] }
    return string.unicodeScalars.flatMap { scalar in
      isByte(scalar.value) ? [UInt8(scalar.value - base)] : Array(String(scalar).utf8)
    }.map { CChar(bitPattern: $0) } + [0]
  }

  /// Calls `body` with the name represented by a string, for system calls.
  public static func withName<Result>(_ string: String, _ body: (UnsafePointer<CChar>) -> Result) -> Result {
    guard mayHaveBytes(string) else { return string.withCString(body) }
    return bytes(string).withUnsafeBufferPointer { bytes in
      // There is always the terminating zero.
      guard let base = bytes.baseAddress else { return "".withCString(body) }
      return body(base)
    }
  }

  /// Whether a string may represent such bytes: hardly any name has a character above U+FFFFF.
  private static func mayHaveBytes(_ string: String) -> Bool { string.utf8.contains(0xF4) }
}
