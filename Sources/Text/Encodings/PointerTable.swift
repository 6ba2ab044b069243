/// The characters of a large encoding, indexed by a number computed from their bytes: a "pointer" in the WHATWG
/// Encoding Standard.
struct PointerTable: Sendable {
  private let values: [UInt32]

  /// The characters from pointer 0 on; a full stop if there is none.
  init(_ characters: String) {
    values = characters.unicodeScalars.map { $0 == "." ? 0 : $0.value }
  }

  /// The character at a pointer; nil for none.
  subscript(pointer: Int) -> UInt32? {
    guard values.indices.contains(pointer), values[pointer] != 0 else { return nil }
    return values[pointer]
  }
}
