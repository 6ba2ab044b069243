/// Makes walls of text readable: a related story comes as one paragraph of up to thousands of words, and is
/// broken at sentence ends into paragraphs that the eye can hold.
enum ReadableText {
  /// Bytes from which a paragraph is a wall.
  static let wall = 640
  /// Bytes after which a piece of a wall ends with its sentence.
  static let piece = 320
  /// A last piece shorter than this stays with the one before.
  static let remainder = 140

  /// The paragraph itself, or its pieces in order.
  static func paragraphs(of text: String) -> [Substring] {
    guard text.utf8.count > wall else { return [text[...]] }
    var pieces: [Substring] = []
    var start = text.startIndex
    var bytes = 0
    var left = text.utf8.count
    var word = Word()
    for index in text.unicodeScalars.indices {
      let scalar = text.unicodeScalars[index]
      let size = UTF8.width(scalar)
      if bytes >= piece, left > remainder, word.endsSentence(before: scalar) {
        pieces.append(trimmed(text[start..<index]))
        start = index
        bytes = 0
      }
      word.add(scalar)
      bytes += size
      left -= size
    }
    pieces.append(trimmed(text[start...]))
    return pieces.filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.unicodeScalars.first == " " { text.unicodeScalars.removeFirst() }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }
}

/// The end of what has been read so far: enough to tell a sentence's end from an abbreviation.
private struct Word {
  /// The last word, without the stop behind it; at most eight letters of it.
  private var letters: [Unicode.Scalar] = []
  private var lettersBeforeStop: [Unicode.Scalar] = []
  private enum Phase {
    case text, stop, space
  }
  private var phase = Phase.text
  private var stop: Unicode.Scalar = " "

  private static let stops: Set<Unicode.Scalar> = [".", "!", "?", "…", "؟", "。", "！", "？"]
  private static let closing: Set<Unicode.Scalar> = ["\"", "'", "”", "’", ")", "]", "»", "」", "』"]
  private static let abbreviations: Set<String> = [
    "Mr", "Mrs", "Ms", "Dr", "St", "Sr", "Jr", "Gov", "Sen", "Rep", "Gen", "Col", "Lt", "Sgt", "Capt", "Prof",
    "Rev",
    "No", "vs", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Inc", "Ltd", "Corp",
    "Co",
    "approx", "etc", "al", "Mt", "Ft", "Ave",
  ]

  mutating func add(_ scalar: Unicode.Scalar) {
    if Word.stops.contains(scalar) {
      if phase == .text { lettersBeforeStop = letters }
      (phase, stop) = (.stop, scalar)
    } else if scalar == " " {
      phase = phase == .text ? .text : .space
      if phase == .text { letters = [] }
    } else if !(phase == .stop && Word.closing.contains(scalar)) {
      if phase != .text { letters = [] }
      phase = .text
      if letters.count < 8 { letters.append(scalar) }
    }
  }

  /// Whether a sentence has ended and the next character begins another.
  func endsSentence(before next: Unicode.Scalar) -> Bool {
    if stop == "。" || stop == "！" || stop == "？" {
      return phase != .text && !Word.closing.contains(next) && next != " "
    }
    guard phase == .space, next != " ", !next.properties.isLowercase else { return false }
    guard stop == "." else { return true }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: lettersBeforeStop)
    let isInitial = lettersBeforeStop.count == 1 && lettersBeforeStop.allSatisfy(\.properties.isUppercase)
    return !isInitial && !Word.abbreviations.contains(String(word))
  }
}
