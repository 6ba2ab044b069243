/// Flags of a row, as bits of a number.
extension UInt32 {
  /// Whether the bit of a flag is set.
  subscript(flag bit: UInt32) -> Bool {
    get { self & bit != 0 }
    set { self = newValue ? self | bit : self & ~bit }
  }
}
