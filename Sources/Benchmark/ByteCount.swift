import Glibc

/// Looks at every byte once, as fast as the C library can: the floor of all reading.
enum ByteCount {
  /// How often a byte is in some bytes.
  static func of(_ byte: UInt8, in bytes: UnsafeRawBufferPointer) -> Int {
    guard var position = bytes.baseAddress else { return 0 }
    let end = position + bytes.count
    var count = 0
    while let found = memchr(position, Int32(byte), end - position) {
      count += 1
      position = UnsafeRawPointer(found) + 1
    }
    return count
  }

  static func of(_ byte: UInt8, in bytes: [UInt8]) -> Int { bytes.withUnsafeBytes { of(byte, in: $0) } }
}
