/// One kind of saved page. A format says whether it recognizes a text and, if so, where its parts are.
///
/// A new format is a type of its own, listed in ``DumpFormats/all``. Its parts must be ranges of the text as it was
/// saved: a page whose text is not what a person reads (HTML, a mail's encodings) has to be converted first.
protocol DumpFormat: Sendable {
  /// The outline of a page of this format; nil when the text is something else.
  func outline(of text: PageText) -> PageOutline?
}

enum DumpFormats {
  /// Tried in this order; the last one accepts any text.
  static let all: [any DumpFormat] = [Daily8Topic(), Daily8Article(), PlainText()]

  /// The outline that the first format has which recognizes a text.
  static func outline(of text: PageText) -> PageOutline {
    for format in all {
      if let outline = format.outline(of: text) { return outline }
    }
    return PageOutline(kind: .unknown)
  }
}
