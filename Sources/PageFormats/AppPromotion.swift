/// The promotion of the site's app at the end of some pages.
enum AppPromotion {
  static let lines: [StaticString] = [
    "DOWNLOAD THE APP",
    "Get Started Now: Download the App",
    """
    Ready to dive into a world of global content with local flavor? Download Daily8 app today from your \
    preferred app store and start exploring.
    """,
    "app-storeplay-store",
  ]

  /// The first line of the promotion; the end of the page if there is none. The file can be truncated inside it. In
  /// any language its last line is the names of the two app stores, preceded by the other three lines.
  static func start(in text: PageText) -> Int {
    let last = text.count - 1
    guard last > 0 else { return text.count }
    var start = text.count
    while start > 1, text.count - start < lines.count, isPromotion(text, start - 1) { start -= 1 }
    if start == last, text.isLine(last, lines[3]), last > 3, isTranslated(text, last - 3..<last) {
      start = last - 3
    }
    return start
  }

  /// Whether the page ends inside the promotion that begins at `start`.
  static func isTruncated(in text: PageText, from start: Int) -> Bool {
    start < text.count && !text.isLine(text.count - 1, lines[3])
  }

  /// After a line of the promotion, one byte of the next line is enough to recognize it.
  private static func isPromotion(_ text: PageText, _ line: Int) -> Bool {
    let minimum = lines.contains { text.isLine(line - 1, $0) } ? 1 : 4
    return lines.contains { text.isLine(line, $0) || text.isTruncated(line, of: .init($0), atLeast: minimum) }
  }

  /// Three short lines that are not English, each after a blank line. No related story ends like this.
  private static func isTranslated(_ text: PageText, _ lines: Range<Int>) -> Bool {
    lines.allSatisfy { text.hasBlankBefore($0) && !isPromotion(text, $0) && text[$0].count <= 400 }
      && text[lines.lowerBound].count <= 80 && text[lines.lowerBound + 1].count <= 120
  }
}
