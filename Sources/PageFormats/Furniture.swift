import Text

/// The lines that the site puts around a story, in one language.
///
/// A single such line can be part of a story (`Comments`, `Read More`); the furniture is recognized by the sequence
/// of its lines (see ``FurnitureRun``).
struct Furniture: Sendable {
  enum Part: Int, Comparable, Sendable {
    case background, promotion, explore, comments, noComments, related

    static func < (left: Part, right: Part) -> Bool { left.rawValue < right.rawValue }

    /// How certain it is that such a line is not part of a story: the site's own phrases are better evidence than
    /// common words.
    var weight: Int {
      switch self {
      case .background, .promotion: 2
      case .explore: 3
      case .comments, .noComments, .related: 1
      }
    }
  }

  /// In the order in which they appear on pages.
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

  /// The bytes with which a line of furniture can begin, in any language: a cheap test that excludes most lines.
  static let firstBytes: [Bool] = {
    var isFirst = [Bool](repeating: false, count: 256)
    for line in languages.flatMap(\.lines) { isFirst[Int(line.text.utf8Start.pointee)] = true }
    return isFirst
  }()

  func part(_ line: UnsafeBufferPointer<UInt8>) -> Part? {
    lines.first { line.isEqual(to: $0.text) }?.part
  }

  /// The first part after `last` whose line begins with the page's last line.
  func truncatedPart(_ text: PageText, atLeast minimum: Int, after last: Part? = nil) -> Part? {
    lines.first { part, line in
      part.rawValue > last?.rawValue ?? -1
        && text.isTruncated(text.count - 1, of: UnsafeBufferPointer(line), atLeast: minimum)
    }?.part
  }
}

/// A line of a page that matches a line of furniture.
struct FurnitureMark {
  var line: Int
  var part: Furniture.Part
  /// An index of ``Furniture/languages``; nil for a line that is the same in all languages.
  var language: Int?

  static func all(in text: PageText) -> [FurnitureMark] {
    var marks: [FurnitureMark] = []
    let firstBytes = Furniture.firstBytes
    for line in 0..<text.count where firstBytes[Int(text.firstByte(of: line))] {
      for (language, furniture) in Furniture.languages.enumerated() {
        guard let part = furniture.part(text[line]) else { continue }
        marks.append(FurnitureMark(line: line, part: part, language: part == .background ? nil : language))
        break
      }
    }
    if marks.last?.line != text.count - 1, let last = truncatedMark(in: text) { marks.append(last) }
    return marks
  }

  /// A truncated last line counts as furniture if six bytes match, or three after a blank line.
  private static func truncatedMark(in text: PageText) -> FurnitureMark? {
    guard text.endsOpen, text.count > 1 else { return nil }
    let minimum = text.hasBlankBefore(text.count - 1) ? 3 : 6
    for (language, furniture) in Furniture.languages.enumerated() {
      guard let part = furniture.truncatedPart(text, atLeast: minimum) else { continue }
      return FurnitureMark(line: text.count - 1, part: part, language: part == .background ? nil : language)
    }
    return nil
  }
}
