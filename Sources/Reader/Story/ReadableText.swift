/// Splits long paragraphs to make them readable: a related story can be a single paragraph of thousands of words,
/// which is broken into shorter paragraphs at the ends of sentences.
enum ReadableText {
  /// The minimum length in bytes of a paragraph that is split.
  static let wall = 640
  /// The length in bytes after which a piece ends with the current sentence.
  static let piece = 320
  /// A last piece shorter than this is joined to the one before.
  static let remainder = 140

  /// The approximate maximum length of a piece in bytes, even without ends of sentences: limits the cost of layout.
  static let limit = 4_096

  /// The paragraph itself, or its pieces in order.
  static func paragraphs(of text: String) -> [Substring] {
    text.utf8.count > wall ? pieces(of: text[...], cutsSentences: true) : [text[...]]
  }

  /// The text itself or, if it is longer than ``limit``, its pieces in order.
  static func bounded(_ text: Substring) -> [Substring] {
    text.utf8.count > limit ? pieces(of: text, cutsSentences: false) : [text]
  }

  /// A text of several lines in groups of whole lines, none of them much longer than ``limit``; a single line that is
  /// longer is split.
  static func groups(ofLines text: String) -> [Substring] {
    var groups: [Substring] = []
    var group: Substring?
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map({ Substring($0) }) {
      if let start = group?.startIndex, text.utf8.distance(from: start, to: line.endIndex) <= limit {
        group = text[start..<line.endIndex]
        continue
      }
      if let group { groups.append(group) }
      group = line
      if line.utf8.count > limit {
        groups += pieces(of: line, cutsSentences: false)
        group = nil
      }
    }
    return groups + (group.map { [$0] } ?? [])
  }

  private static func pieces(of text: Substring, cutsSentences: Bool) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    var bytes = 0
    var left = text.utf8.count
    var word = Word()
    var previous: Unicode.Scalar = " "
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      let isEnd = cutsSentences && bytes >= piece && left > remainder && word.endsSentence(before: scalar)
      if isEnd || bytes >= limit && isForcedCut(between: previous, and: scalar, bytes: bytes) {
        pieces.append(trimmed(text[start..<index]))
        start = index
        bytes = 0
      }
      if cutsSentences { word.add(scalar) }
      previous = scalar
      bytes += UTF8.width(scalar)
      left -= UTF8.width(scalar)
    }
    pieces.append(trimmed(text[start...]))
    return pieces.filter { !$0.isEmpty }
  }

  /// The end of a piece that has become too long: between words or, if no word ends, between characters.
  private static func isForcedCut(
    between previous: Unicode.Scalar, and next: Unicode.Scalar, bytes: Int
  ) -> Bool {
    if previous == " " && next != " " { return true }
    return bytes >= 2 * limit && !next.properties.isGraphemeExtend || bytes >= 3 * limit
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.unicodeScalars.first == " " { text.unicodeScalars.removeFirst() }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }
}

/// The end of the text scanned so far: enough to distinguish the end of a sentence from an abbreviation.
private struct Word {
  /// The last word without the full stop after it; at most eight of its letters.
  private var letters: [Unicode.Scalar] = []
  private var lettersBeforeStop: [Unicode.Scalar] = []
  private enum Phase {
    case text, stop, space
  }
  private var phase = Phase.text
  private var stop: Unicode.Scalar = " "

  private static let abbreviations: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "St", "Sr", "Jr", "Gov", "Sen", "Rep", "Gen", "Col", "Lt", "Sgt", "Capt", "Prof",
    "Rev",
    "No", "vs", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Inc", "Ltd", "Corp",
    "Co",
    "approx", "etc", "al", "Mt", "Ft", "Ave",
  ]

  mutating func add(_ scalar: Unicode.Scalar) {
    if scalar.endsSentences {
      if phase == .text { lettersBeforeStop = letters }
      (phase, stop) = (.stop, scalar)
    } else if scalar == " " {
      phase = phase == .text ? .text : .space
      if phase == .text { letters.removeAll(keepingCapacity: true) }
    } else if !(phase == .stop && scalar.closesSentences) {
      if phase != .text { letters.removeAll(keepingCapacity: true) }
      phase = .text
      if letters.count < 8 { letters.append(scalar) }
    }
  }

  /// Whether a sentence has ended and the next character begins another.
  func endsSentence(before next: Unicode.Scalar) -> Bool {
    if stop == "。" || stop == "！" || stop == "？" {
      return phase != .text && !next.closesSentences && next != " "
    }
    guard phase == .space, next != " ", !next.properties.isLowercase else { return false }
    guard stop == "." else { return true }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: lettersBeforeStop)
    let isInitial = lettersBeforeStop.count == 1 && lettersBeforeStop.allSatisfy(\.properties.isUppercase)
    return !isInitial && !Word.abbreviations.contains(String(word))
  }
}

// Switches, because every character of a long paragraph is looked up: several times faster than sets.
extension Unicode.Scalar {
  fileprivate var endsSentences: Bool {
    switch self {
    case ".", "!", "?", "…", "؟", "。", "！", "？": true
    default: false
    }
  }

  /// Whether it may follow the end of a sentence.
  fileprivate var closesSentences: Bool {
    switch self {
    case "\"", "'", "”", "’", ")", "]", "»", "」", "』": true
    default: false
    }
  }
}
