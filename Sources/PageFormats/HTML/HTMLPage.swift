import Text

/// A saved web page: HTML in, its story in.
enum HTMLPage {
  /// Takes a page apart.
  /// - Parameters:
  ///   - bytes: the page in UTF-8.
  ///   - address: where it was saved from, if known.
  static func build(_ bytes: UnsafeBufferPointer<UInt8>, address: String?) -> BuiltPage {
    BuiltPage(outline: PageOutline(kind: .article))
  }
}
