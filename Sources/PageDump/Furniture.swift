/// The lines of the site around a story, in one language.
///
/// A single such line can be part of a story (`Comments`, `Read More`); the furniture is known by its sequence:
/// two lines of it or more, in their order, or the beginning of one where the file is cut.
struct Furniture: Sendable {
  enum Part: Int, CaseIterable, Sendable {
    case background, promotion, explore, comments, noComments, related
  }

  /// In the order in which pages have them.
  let lines: [(part: Part, text: StaticString)]
  let hashtags: StaticString

  static let languages = [english, arabic]

  static let english = Furniture(
    lines: [
      (.background, "Orange background"),
      (.promotion, "Try Our AI Features"),
      (.explore, "Explore what Daily8 AI can do for you:"),
      (.comments, "Comments"),
      (.noComments, "No comments yet..."),
      (.related, "Related Articles"),
    ],
    hashtags: "Hashtags")

  static let arabic = Furniture(
    lines: [
      (.background, "Orange background"),
      (.promotion, "جرب ميزات الذكاء الاصطناعي لدينا"),
      (.explore, "اكتشف ما يمكن أن يفعله Daily8 AI من أجلك:"),
      (.comments, "التعليقات"),
      (.noComments, "لا يوجد تعليقات بعد..."),
      (.related, "أخبار ذات صلة"),
    ],
    hashtags: "هاشتاغز")

  func part(_ text: PageText, line: Int) -> Part? {
    lines.first { text.isLine(line, $0.text) }?.part
  }

  /// A part that the end of the file cuts.
  func cutPart(_ text: PageText, line: Int) -> Part? {
    lines.first { text.isCut(line, of: UnsafeBufferPointer($0.text), atLeast: 6) }?.part
  }
}

/// The furniture between a story and its related stories, as it was found on one page.
struct FurnitureRun {
  var furniture: Furniture
  /// From the first line of furniture to the last.
  var lines: Range<Int>
  /// Lines between the comments' heading and the related stories.
  var comments: Range<Int>
  var commentCount: Int?

  static func find(in text: PageText) -> FurnitureRun? {
    for line in 0..<text.count where mayBegin(text, line) {
      for furniture in Furniture.languages {
        if let run = FurnitureRun(furniture, in: text, from: line) { return run }
      }
    }
    return nil
  }

  /// Cheap: furniture begins with one of six bytes.
  private static func mayBegin(_ text: PageText, _ line: Int) -> Bool {
    switch text[line].first {
    case UInt8(ascii: "O"), UInt8(ascii: "T"), UInt8(ascii: "E"), UInt8(ascii: "C"), UInt8(ascii: "N"),
      UInt8(ascii: "R"), 0xD8, 0xD9:
      text[line].count <= 80
    default: false
    }
  }

  private init?(_ furniture: Furniture, in text: PageText, from start: Int) {
    self.furniture = furniture
    lines = start..<start
    comments = start..<start
    var last: Furniture.Part?
    var found = 0
    var line = start
    while line < text.count, let part = furniture.part(text, line: line), (last?.rawValue ?? -1) < part.rawValue {
      (last, found, line) = (part, found + 1, line + 1)
      if part == .promotion || part == .explore { continue }
      if part == .related { break }
    }
    if line < text.count, last != .related, let cut = furniture.cutPart(text, line: line),
      (last?.rawValue ?? -1) < cut.rawValue
    {
      (found, line) = (found + 1, line + 1)
    } else if let last, last == .comments || last == .explore || last == .promotion, line < text.count {
      readComments(in: text, after: &line)
      if line > start + found { found += 1 }
    }
    let reachesEnd = line == text.count && text.endsOpen && found > 0
    guard found >= 2 || reachesEnd else { return nil }
    lines = start..<line
  }

  /// A page whose readers have written shows their lines, and how many, up to the related stories' heading.
  private mutating func readComments(in text: PageText, after line: inout Int) {
    guard
      let related = (line..<text.count).first(where: { furniture.part(text, line: $0) == .related })
    else { return }
    var first = line
    if let count = FurnitureRun.commentCount(text[line - 1]) ?? FurnitureRun.commentCount(text[line]) {
      commentCount = count
      if FurnitureRun.commentCount(text[line]) != nil { first += 1 }
    }
    comments = first..<related
    line = related + 1
  }

  /// `Comments (12)`, `12 Comments`, `التعليقات (3)`.
  private static func commentCount(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    guard line.count <= 40 else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasPrefix("Comments") || text.hasSuffix("omments") || text.hasPrefix("التعليقات") else { return nil }
    let digits = text.filter(\.isNumber)
    return digits.isEmpty ? nil : Int(digits)
  }
}

/// The invitation to install the site's app at the end of some pages.
enum AppPromotion {
  static let lines: [StaticString] = [
    "DOWNLOAD THE APP",
    "Get Started Now: Download the App",
    "Ready to dive into a world of global content with local flavor? Download Daily8 app today from your preferred app store and start exploring.",
    "app-storeplay-store",
  ]

  /// The first line of the promotion; the page's end where there is none. In any language its last line is the
  /// two shops' names, and the other three stand above it.
  static func start(in text: PageText) -> Int {
    let last = text.count - 1
    guard last > 0 else { return text.count }
    let lowest = max(0, last - 3)
    for start in lowest...last where text.isLine(start, lines[0]) || text.isCut(start, of: .init(lines[0]), atLeast: 8) {
      return start
    }
    if text.isLine(last, lines[3]), last - 3 > 0, text[last - 3].count <= 80, text[last - 2].count <= 120 {
      return last - 3
    }
    return text.count
  }
}
