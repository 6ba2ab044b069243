/// A kind of dump that is known exactly. A format says whether it recognizes a text and, if so, where its parts are.
///
/// A new format is a type of its own, listed in ``DumpFormats/all``. Its parts are ranges of the text as it was
/// saved.
protocol DumpFormat: Sendable {
  /// The outline of a page of this format; nil when the text is something else.
  func outline(of text: PageText) -> PageOutline?
}

enum DumpFormats {
  /// Tried in this order.
  static let all: [any DumpFormat] = [Daily8Topic(), Daily8Article()]

  /// The outline that the first format has which recognizes a text; nil for a dump of any other site, whose story
  /// ``TextDump`` finds.
  static func outline(of text: PageText) -> PageOutline? {
    for format in all {
      if let outline = format.outline(of: text) { return outline }
    }
    return nil
  }
}
