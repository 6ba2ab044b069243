import Glibc

/// A sum over the bytes of a file: four 64-bit lanes of multiplication and rotation, as fast as memory is read.
/// Against damage, not against malice.
public struct Checksum: Sendable {
  /// Bytes written at once. Linux keeps what is written at once in one piece and, where it is looked at later, maps
  /// all of it: whoever looks at ten headlines should not have half the file in memory.
  private static let chunk = 1 << 14

  private var lanes: SIMD4<UInt64> = [1, 2, 3, 4]

  /// The sum of nothing.
  public init() {}

  /// The sum of what was added so far.
  public var value: UInt64 {
    var sum = Mixer()
    for lane in 0..<4 { sum.add(lanes[lane]) }
    return sum.value
  }

  /// Adds bytes in memory.
  /// - Parameter bytes: all of a part, or as many as are a multiple of 32.
  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while rest.count >= 32 {
      add(rest.base.loadUnaligned(fromByteOffset: rest.startIndex, as: SIMD4<UInt64>.self))
      rest = rest.dropFirst(32)
    }
    guard !rest.isEmpty else { return }
    var last: SIMD4<UInt64> = .zero
    withUnsafeMutableBytes(of: &last) { $0.copyBytes(from: rest) }
    add(last)
  }

  private mutating func add(_ words: SIMD4<UInt64>) {
    lanes = (lanes ^ words) &* SIMD4(repeating: 0x9E37_79B9_7F4A_7C15)
    lanes ^= lanes &>> SIMD4(repeating: 29)
  }

  /// Writes a part of a file and adds it to the sum.
  /// - Returns: what went wrong (`errno`).
  public mutating func write(_ bytes: UnsafeRawBufferPointer, at offset: Int, of descriptor: Int32) -> Int32?
  {
    add(bytes)
    var done = 0
    while done < bytes.count {
      let rest = UnsafeRawBufferPointer(rebasing: bytes[done...].prefix(Checksum.chunk))
      let count = pwrite(descriptor, rest.baseAddress, rest.count, offset + done)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return count < 0 ? errno : ENOSPC }
      done += count
    }
    return nil
  }

  /// Adds a part of a file.
  /// - Returns: false when it cannot be read.
  public mutating func add(_ range: Range<Int>, of descriptor: Int32) -> Bool {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4096)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = min(buffer.count, range.upperBound - offset)
      // A file on a disk is read short at its end alone.
      guard pread(descriptor, buffer.baseAddress, wanted, offset) == wanted else { return false }
      add(UnsafeRawBufferPointer(rebasing: buffer[..<wanted]))
      offset += wanted
    }
    return true
  }
}
