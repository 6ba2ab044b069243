import Glibc

/// Examines every byte once, as fast as the C library can: the lower bound for reading.
enum ByteCount {
  /// The number of occurrences of a byte.
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
