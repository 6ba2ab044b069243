/// A kind of dump whose exact layout is known. A format tells whether it recognizes a text and, if so, where its
/// parts are.
///
/// A new format is a new type, listed in ``DumpFormats/all``. Its parts are ranges of the text as it was saved.
protocol DumpFormat: Sendable {
  /// The outline of a page of this format; nil if the text is something else.
  func outline(of text: PageText) -> PageOutline?
}

enum DumpFormats {
  /// Tried in this order.
  static let all: [any DumpFormat] = [Daily8Topic(), Daily8Article()]

  /// The outline from the first format that recognizes a text; nil for a dump of any other site, whose story is found
  /// by ``TextDump``.
  static func outline(of text: PageText) -> PageOutline? {
    for format in all {
      if let outline = format.outline(of: text) { return outline }
    }
    return nil
  }
}
