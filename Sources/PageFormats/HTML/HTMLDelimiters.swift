/// A set of bytes that delimit the parts of a tag. All of them are below 64, so that testing for one of them is testing
/// one bit.
struct HTMLDelimiters {
  private var bits: UInt64

  /// They end the name of a tag.
  @inline(__always)
  static var afterTagName: HTMLDelimiters { beforeAttribute.adding(">") }

  /// They end the name of an attribute.
  @inline(__always)
  static var afterAttributeName: HTMLDelimiters { afterTagName.adding("=") }

  /// They precede the name of an attribute.
  @inline(__always)
  static var beforeAttribute: HTMLDelimiters {
    HTMLDelimiters(bits: 0).adding("\t").adding("\n").adding("\u{C}").adding("\r").adding(" ").adding("/")
  }

  @inline(__always)
  private func adding(_ scalar: Unicode.Scalar) -> HTMLDelimiters {
    HTMLDelimiters(bits: bits | 1 &<< UInt64(scalar.value))
  }

  /// Whether a byte is in the set.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool { byte < 64 && bits &>> UInt64(byte) & 1 != 0 }
}
