public import Glibc

/// Comparing and searching bytes without copying them.
extension UnsafeBufferPointer<UInt8> {
  /// The bytes of a literal, which are at the same address as long as the program runs.
  @inlinable
  public init(_ text: StaticString) {
    self.init(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Whether both contain the same bytes.
  @inlinable
  public func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    count == other.count && hasPrefix(other)
  }

  /// Whether these are the bytes of a literal.
  @inlinable
  public func isEqual(to text: StaticString) -> Bool { isEqual(to: UnsafeBufferPointer(text)) }

  /// Whether these bytes begin with others.
  @inlinable
  public func hasPrefix(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let mine = baseAddress, let theirs = other.baseAddress else { return other.isEmpty }
    return count >= other.count && memcmp(mine, theirs, other.count) == 0
  }

  /// Whether these bytes begin with a literal.
  @inlinable
  public func hasPrefix(_ text: StaticString) -> Bool { hasPrefix(UnsafeBufferPointer(text)) }

  /// Whether these bytes end with a literal.
  @inlinable
  public func hasSuffix(_ text: StaticString) -> Bool {
    let suffix = UnsafeBufferPointer(text)
    return count >= suffix.count && dropping(first: count - suffix.count).isEqual(to: suffix)
  }

  /// The bytes after the first `count`.
  @inlinable
  public func dropping(first count: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: self[Swift.min(count, self.count)...])
  }

  /// Whether these bytes contain a byte.
  @inlinable
  public func contains(byte: UInt8) -> Bool {
    guard let baseAddress else { return false }
    return memchr(baseAddress, Int32(byte), count) != nil
  }
}
