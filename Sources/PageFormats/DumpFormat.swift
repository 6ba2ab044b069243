/// One kind of saved page. A format says whether it knows a text and, if so, where its parts are.
///
/// To add one (HTML, Markdown, mail), write a type of its own and name it in ``DumpFormats/all``; nothing
/// else changes.
protocol DumpFormat: Sendable {
  /// The outline of a page of this format; nil when the text is something else.
  func outline(of text: PageText) -> PageOutline?
}

enum DumpFormats {
  /// Tried in this order; the last one takes any text.
  static let all: [any DumpFormat] = [Daily8Topic(), Daily8Article(), PlainText()]
}
