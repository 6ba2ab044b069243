import CNcurses

/// The widths of characters in terminals: those of the C library, which most terminals use.
struct GlyphWidths {
  /// Replaces a character whose width differs.
  let replacement: Unicode.Scalar
  private let columns: (Unicode.Scalar) -> Int

  /// - Parameter columns: the width of a character; 0 for marks, -1 for unprintable characters. The C library's widths
  ///   depend on the locale, which must be set.
  init(columns: @escaping (Unicode.Scalar) -> Int = { Int(shim_columns_of($0.value)) }) {
    self.columns = columns
    replacement = columns("\u{FFFD}") == 1 ? "\u{FFFD}" : "?"
  }

  /// Whether a character has this width, in columns.
  func isPlaced(_ scalar: Unicode.Scalar, columns count: Int) -> Bool {
    // Latin letters, whose width is the same everywhere.
    if (0x20..<0x7F).contains(scalar.value) || (0xA0..<0x300).contains(scalar.value) { return count == 1 }
    return columns(scalar) == count
  }

  /// Whether a character is a combining mark.
  func isMark(_ scalar: Unicode.Scalar) -> Bool {
    columns(scalar) == 0
  }
}
