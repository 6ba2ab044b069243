import CNcurses

/// What terminals here take characters for: the opinion of the C library, which most of them share.
struct GlyphWidths {
  /// Stands for a character that would not fit its place.
  let replacement: Unicode.Scalar
  private let columns: (Unicode.Scalar) -> Int

  /// - Parameter columns: of a character; 0 for marks, -1 for what cannot be shown. The C library's depend
  ///   on the locale, which must be set.
  init(columns: @escaping (Unicode.Scalar) -> Int = { Int(shim_columns_of($0.value)) }) {
    self.columns = columns
    replacement = columns("\u{FFFD}") == 1 ? "\u{FFFD}" : "?"
  }

  /// Whether a character takes so many columns.
  func isPlaced(_ scalar: Unicode.Scalar, columns count: Int) -> Bool {
    // Latin letters, about which nobody disagrees.
    if (0x20..<0x7F).contains(scalar.value) || (0xA0..<0x300).contains(scalar.value) { return count == 1 }
    return columns(scalar) == count
  }

  /// Whether a character is drawn on the one before it.
  func isMark(_ scalar: Unicode.Scalar) -> Bool {
    columns(scalar) == 0
  }
}
