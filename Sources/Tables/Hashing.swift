/// Hashes of texts, for lookups in memory and in files that stay on this machine.
public enum ByteHash {
  /// Eight bytes at a time.
  public static func of(_ bytes: UnsafeBufferPointer<UInt8>, in space: UInt32 = 0) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var hash = Mixer()
    hash.add(UInt64(raw.count) | UInt64(space) << 32)
    var offset = 0
    while offset + 8 <= raw.count {
      hash.add(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var last: UInt64 = 0
    while offset < raw.count {
      last = last << 8 | UInt64(raw[offset])
      offset += 1
    }
    hash.add(last)
    return hash.value
  }
}

/// A hash of numbers, in which each bit depends on all of theirs (the finalizer of MurmurHash3 after each).
public struct Mixer: Sendable {
  /// The hash of the numbers added so far.
  public private(set) var value: UInt64 = 0

  /// The hash of no numbers.
  public init() {}

  /// Adds a number; the order matters.
  public mutating func add(_ number: UInt64) {
    value = (value ^ number) &* 0xFF51_AFD7_ED55_8CCD
    value = (value ^ value >> 33) &* 0xC4CE_B9FE_1A85_EC53
    value ^= value >> 33
  }
}
