/// The HTML elements that matter for distinguishing text from furniture, and the kind of node that each creates.
enum HTMLTag: UInt8, CaseIterable {
  /// Text, which is not an element.
  case text
  /// The content of an element that contains no HTML, such as a script.
  case rawText
  /// An element whose name is not listed here.
  case other
  case a, abbr, address, applet, area, article, aside, audio, b, base, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup, dd, del, details, dfn, dialog, dir, div, dl, dt
  case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, img, input, ins, kbd, label
  case legend, li, link, listing, main, map, mark, marquee, math, menu, meta, nav, nobr, noembed, noframes
  case noscript, object, ol, optgroup, option, output, p, param, picture, plaintext, pre, progress, q
  case rp, rt, ruby, s, samp, script, search, section, select, small, source, span, strike, strong, style
  case sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr
  case track, tt, u, ul, `var`, video, wbr, xmp

  /// How an element behaves during parsing, and how its text is treated.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// It has no content and no end tag.
    static let void = Traits(rawValue: 1)
    /// Its content is not HTML: only its own end tag ends it.
    static let raw = Traits(rawValue: 2)
    /// It ends an open paragraph.
    static let block = Traits(rawValue: 4)
    /// Its end tag closes nothing outside the block that contains it.
    static let formatting = Traits(rawValue: 8)
    /// Tags inside it do not close elements that are open outside it.
    static let scope = Traits(rawValue: 16)
    /// Its text belongs to the line around it.
    static let inline = Traits(rawValue: 32)
    /// Its text is not visible to readers of the page.
    static let unseen = Traits(rawValue: 64)
  }

  /// The traits of the element.
  var traits: Traits {
    switch self {
    case .text, .rawText: []
    case .br, .img, .source, .wbr: [.void, .inline]
    case .area, .base, .col, .frame, .input, .link, .meta, .param, .track: .void
    case .hr: [.void, .block]
    case .embed: [.void, .unseen]
    case .script, .style, .textarea, .title, .iframe, .noframes: [.raw, .unseen]
    case .noembed: .raw
    case .xmp: [.raw, .block]
    case .plaintext: [.block, .unseen]
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section,
      .summary, .ul, .h1, .h2, .h3, .h4, .h5, .h6, .pre, .listing, .form, .li, .dd, .dt:
      .block
    case .table: [.block, .scope]
    case .html, .td, .th, .caption, .button, .marquee: .scope
    case .object, .applet, .template: [.scope, .unseen]
    case .a, .abbr, .b, .big, .cite, .code, .del, .em, .font, .i, .ins, .kbd, .label, .mark, .nobr, .q, .s,
      .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .var:
      [.formatting, .inline]
    case .other, .dfn, .picture, .rp, .rt, .ruby: .inline
    case .audio, .canvas, .frameset, .head, .map, .math, .noscript, .option, .select, .svg, .video: .unseen
    case .body, .colgroup, .legend, .optgroup, .output, .progress, .tbody, .tfoot, .thead, .tr: []
    }
  }

  /// `h1` to `h6`.
  var isHeading: Bool { rawValue >= HTMLTag.h1.rawValue && rawValue <= HTMLTag.h6.rawValue }
}

/// Finds an element by its name, ignoring case. A name of up to ten letters and digits is packed into one number, six
/// bits for each character, so that names can be compared as numbers.
struct HTMLTagNames {
  /// The table, created once.
  static let shared = HTMLTagNames()
  /// The length of the longest known names, `blockquote` and `figcaption`.
  static let longest = 10

  private typealias Slot = (name: UInt64, tag: HTMLTag)
  private var slots = [Slot](repeating: (0, .other), count: 1024)
  /// The same for names of less than eight letters, as ``ASCIILetters/packed``.
  private var lettersSlots = [Slot](repeating: (0, .other), count: 1024)

  private init() {
    for tag in HTMLTag.allCases where tag.rawValue > HTMLTag.other.rawValue {
      let name = String(describing: tag).utf8
      HTMLTagNames.insert((name.reduce(0) { HTMLTagNames.appending($1, to: $0) }, tag), into: &slots)
      if name.count < 8, name.allSatisfy(ASCII.isLetter) {
        HTMLTagNames.insert((name.reversed().reduce(0) { $0 << 8 | UInt64($1) }, tag), into: &lettersSlots)
      }
    }
  }

  private static func insert(_ entry: Slot, into slots: inout [Slot]) {
    var slot = slot(of: entry.name)
    while slots[slot].name != 0 { slot = (slot + 1) & 1023 }
    slots[slot] = entry
  }

  /// The element for a packed name.
  @inline(__always)
  func tag(_ name: UInt64) -> HTMLTag { HTMLTagNames.tag(name, in: slots) }

  /// The element for a name of less than eight letters.
  @inline(__always)
  func tag(_ letters: ASCIILetters) -> HTMLTag { HTMLTagNames.tag(letters.packed, in: lettersSlots) }

  @inline(__always)
  private static func tag(_ name: UInt64, in slots: [Slot]) -> HTMLTag {
    var slot = HTMLTagNames.slot(of: name)
    while slots[slot].name != 0 {
      if slots[slot].name == name { return slots[slot].tag }
      slot = (slot + 1) & 1023
    }
    return .other
  }

  /// A packed name with one more character; other characters than letters and digits do not occur in known names.
  @inline(__always)
  static func appending(_ byte: UInt8, to name: UInt64) -> UInt64 {
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    let digit = byte &- UInt8(ascii: "0")
    return name << 6 | UInt64(letter < 26 ? letter + 1 : digit < 10 ? digit + 27 : 63)
  }

  private static func slot(of name: UInt64) -> Int {
    Int(truncatingIfNeeded: (name &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}
