import Foundation
import PageFormats
import Text

/// What must hold for the page read from any bytes.
enum PageChecks {
  /// Everything that is wrong with a page, in words; empty for a good one. `isText`: its lines can be
  /// compared.
  static func faults(in bytes: [UInt8], isText: Bool) -> [String] {
    let clock = ContinuousClock()
    var page = Page(kind: .unknown, story: Entry())
    let took = clock.measure { page = PageParser.page(bytes, savedAt: 1_755_691_200) }
    var faults: [String] = []
    if took > .seconds(5) { faults.append("took \(took) for \(bytes.count) bytes") }
    faults += self.faults(of: page)
    return isText ? faults + lostLines(of: bytes, in: page) : faults
  }

  /// What is harmful in the texts of a page.
  static func faults(of page: Page) -> [String] {
    var faults: [String] = []
    for text in texts(of: page) {
      if let scalar = text.unicodeScalars.first(where: isHarmful) {
        faults.append("U+\(String(scalar.value, radix: 16)) in \(text.prefix(80))")
      }
      if !areIsolatesPaired(in: text) { faults.append("an isolate without its end in \(text.prefix(80))") }
      if TextSanitizer.clean(text) != text { faults.append("not clean: \(text.prefix(80))") }
    }
    return faults + page.blocks.flatMap { linkFaults(in: $0) }
  }

  /// Links stand in their order in the text, between whole characters, and lead to the web.
  private static func linkFaults(in block: TextBlock) -> [String] {
    var faults: [String] = []
    var end = 0
    for link in block.links {
      let words = Array(block.text.utf8)[
        max(0, link.range.lowerBound)..<min(link.range.upperBound, block.text.utf8.count)]
      if link.range.lowerBound < end || link.range.isEmpty || words.count != link.range.count
        || String(validating: words, as: UTF8.self) == nil
      {
        faults.append("a link at \(link.range) in \(block.text.prefix(80))")
      }
      let address = link.address ?? "nowhere"
      if link.file == nil || link.address != nil, !PageAddress.isWebAddress(address) {
        faults.append("a link to \(address.prefix(80))")
      }
      end = link.range.upperBound
    }
    return faults
  }

  /// Line by line and cell by cell: a block may have several. What is folded is there, too.
  static func texts(of page: Page) -> [String] {
    ([page.story] + page.related).flatMap { entry in
      [entry.title, entry.source, entry.when].compactMap(\.self) + entry.topics + cells(of: entry.body)
    } + page.comments + cells(of: page.blocks.map(\.text))
  }

  private static func cells(of texts: [String]) -> [String] {
    texts.flatMap { $0.split { $0 == "\n" || $0 == "\t" }.map { String($0) } }
  }

  private static func areIsolatesPaired(in text: String) -> Bool {
    var open = 0
    for scalar in text.unicodeScalars where (0x2066...0x2069).contains(scalar.value) {
      open += scalar.value == 0x2069 ? -1 : 1
      if open < 0 { return false }
    }
    return open == 0
  }

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E: true
    default: false
    }
  }

  /// Lines whose text is nowhere in the page.
  private static func lostLines(of bytes: [UInt8], in page: Page) -> [String] {
    let shown = Set(texts(of: page))
    let titles = [page.story.title ?? ""]
    var lost: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let text = TextSanitizer.clean(String(line)).trimmingCharacters(in: .whitespaces)
      if text.isEmpty || shown.contains(text) { continue }
      if page.kind != .unknown, isFurniture(text) || isHeading(text, of: page) { continue }
      if titles.contains(where: { text.hasSuffix($0) && text.count < $0.count + 4 }) { continue }
      lost.append("lost from a page of kind \(page.kind): \(text.prefix(120))")
    }
    return lost
  }

  private static let furniture: Set<String> = [
    "logo", "#", "Orange background", "Try Our AI Features", "Explore what Daily8 AI can do for you:",
    "Comments",
    "No comments yet...", "Related Articles", "Hashtags", "جرب ميزات الذكاء الاصطناعي لدينا",
    "اكتشف ما يمكن أن يفعله Daily8 AI من أجلك:", "التعليقات", "لا يوجد تعليقات بعد...", "أخبار ذات صلة",
    "هاشتاغز",
    "DOWNLOAD THE APP", "Get Started Now: Download the App", "app-storeplay-store",
  ]

  private static func isFurniture(_ text: String) -> Bool {
    furniture.contains(text) || furniture.contains { text.count > 2 && $0.hasPrefix(text) }
      || text.hasPrefix("#")
      || text.hasPrefix("Latest news with #") || text.hasPrefix("Ready to dive into a world")
      || text.hasPrefix("Comments (")
  }

  /// The lines of a heading, whose parts the page has, and the parts of one that is cut or shuffled.
  private static func isHeading(_ text: String, of page: Page) -> Bool {
    if text.hasPrefix("time") || text.hasPrefix("•") || text.hasPrefix("- ") || text.hasPrefix("منذ") {
      return true
    }
    if text.hasSuffix(" ago") || text.last?.isNumber == true { return true }
    let entries = [page.story] + page.related
    return entries.contains { $0.source == text || ($0.source ?? "-") + ($0.when ?? "-") == text }
      || isLastSource(text)
  }

  /// At the end of a cut page a source stands alone.
  private static func isLastSource(_ text: String) -> Bool { text.count <= 40 && !text.hasSuffix(".") }
}
