/// The elements of HTML that matter for telling text from furniture, and what kind of node they make.
enum HTMLTag: UInt8, CaseIterable {
  /// Running text, which is no element.
  case text
  /// What stands in an element whose contents are no HTML, as in a script.
  case rawText
  /// An element with a name that is not listed here.
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

  /// How an element behaves while a page is being parsed, and what its text is.
  struct Traits: OptionSet {
    let rawValue: UInt8
    /// It has no contents and no end tag.
    static let void = Traits(rawValue: 1)
    /// Its contents are no HTML: they end with its own end tag alone.
    static let raw = Traits(rawValue: 2)
    /// It ends a paragraph that is open.
    static let block = Traits(rawValue: 4)
    /// Its end tag closes nothing beyond the block that it stands in.
    static let formatting = Traits(rawValue: 8)
    /// Nothing inside of it closes what is open outside.
    static let scope = Traits(rawValue: 16)
    /// Its text belongs to the line that it stands in.
    static let inline = Traits(rawValue: 32)
    /// It holds no text that a reader of the page sees.
    static let unseen = Traits(rawValue: 64)
  }

  /// What the element is.
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

/// Finds an element by its name, whatever its case. A name of up to ten letters and digits is one number, six bits a
/// letter, so that two names are the same when their numbers are.
struct HTMLTagNames {
  /// The table, made once.
  static let shared = HTMLTagNames()
  /// The length of the longest known names, `blockquote` and `figcaption`.
  static let longest = 10

  private var slots = [(name: UInt64, tag: HTMLTag)](repeating: (0, .other), count: 1024)

  private init() {
    for tag in HTMLTag.allCases where tag.rawValue > HTMLTag.other.rawValue {
      let name = String(describing: tag).utf8.reduce(0) { HTMLTagNames.appending($1, to: $0) }
      var slot = HTMLTagNames.slot(of: name)
      while slots[slot].name != 0 { slot = (slot + 1) & 1023 }
      slots[slot] = (name, tag)
    }
  }

  /// The element that a number stands for.
  @inline(__always)
  func tag(_ name: UInt64) -> HTMLTag {
    var slot = HTMLTagNames.slot(of: name)
    while slots[slot].name != 0 {
      if slots[slot].name == name { return slots[slot].tag }
      slot = (slot + 1) & 1023
    }
    return .other
  }

  /// A name's number with one more letter; what is neither letter nor digit is in no known name.
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
