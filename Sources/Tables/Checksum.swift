import Glibc

/// A checksum of four 64-bit lanes of multiplication and rotation, as fast as memory is read. It detects damage, not
/// tampering.
public struct Checksum: Sendable {
  private var lanes: SIMD4<UInt64> = [1, 2, 3, 4]

  /// The checksum of no bytes.
  public init() {}

  /// The checksum of the bytes added so far.
  public var value: UInt64 {
    var sum = Mixer()
    for lane in 0..<4 { sum.add(lanes[lane]) }
    return sum.value
  }

  /// The checksum of a chunk in a file.
  /// - Parameters:
  ///   - bytes: the bytes of the chunk.
  ///   - offset: the offset of the chunk in its file, so that a chunk at a wrong offset is detected.
  ///   - nonce: the nonce of the file.
  /// - Returns: the checksum.
  static func of(_ bytes: UnsafeRawBufferPointer, at offset: Int, nonce: UInt64) -> UInt64 {
    var sum = Checksum()
    sum.lanes = [nonce, UInt64(offset), UInt64(bytes.count), 4]
    sum.add(bytes)
    return sum.value
  }

  /// Adds bytes in memory.
  /// - Parameter bytes: a whole part, or a multiple of 32 bytes of it.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var sum = lanes
    var place = 0
    while place + 32 <= bytes.count {
      Checksum.add(bytes.loadUnaligned(fromByteOffset: place, as: SIMD4<UInt64>.self), to: &sum)
      place += 32
    }
    if place < bytes.count {
      var last: SIMD4<UInt64> = .zero
      withUnsafeMutableBytes(of: &last) { $0.copyBytes(from: bytes[place...]) }
      Checksum.add(last, to: &sum)
    }
    lanes = sum
  }

  @inline(__always)
  private static func add(_ words: SIMD4<UInt64>, to lanes: inout SIMD4<UInt64>) {
    lanes = (lanes ^ words) &* SIMD4(repeating: 0x9E37_79B9_7F4A_7C15)
    lanes ^= lanes &>> SIMD4(repeating: 29)
  }

  /// Adds a part of a file.
  /// - Returns: false if it cannot be read.
  public mutating func add(_ range: Range<Int>, of descriptor: Int32) -> Bool {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = min(buffer.count, range.upperBound - offset)
      // Reads from a regular file are only short at its end.
      guard pread(descriptor, buffer.baseAddress, wanted, offset) == wanted else { return false }
      add(UnsafeRawBufferPointer(rebasing: buffer[..<wanted]))
      offset += wanted
    }
    return true
  }
}
