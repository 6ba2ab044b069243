import Text

/// The text around a date, which decides what it means.
extension DateCursor {
  /// How far back to search for words that refer to the future, in bytes.
  private static let futureReach = 40

  /// Whether one of the words just before the cursor shows that the date is in the future: `will`, `until`,
  /// `due`.
  var followsFutureWord: Bool {
    var next: Set<String> = []
    for token in sentence.tokens[..<token].reversed() {
      guard token.range.lowerBound >= position - DateCursor.futureReach else { break }
      let word = text(of: token)
      if DateCursor.futureWords.contains(word) || isShortWill(word, token) { return true }
      // `to be`, `is to` and `are to`, read backwards.
      if word == "to", next.contains("be") { return true }
      if word == "is" || word == "are", next.contains("to") { return true }
      if word == "won", sentence.has("'t", at: token.range.upperBound) { return true }
      next = [word]
    }
    return false
  }

  private func isShortWill(_ word: String, _ token: DateSentence.Token) -> Bool {
    guard word == "ll" else { return false }
    let start = token.range.lowerBound
    return sentence.byte(at: start - 1) == UInt8(ascii: "'") || sentence.has("’", at: start - 3)
  }

  /// In lower case; words longer than any in the lists are not converted.
  private func text(of token: DateSentence.Token) -> String {
    guard token.range.count <= 15 else { return "" }
    return String(decoding: sentence.bytes[token.range], as: UTF8.self).lowercased()
  }

  private static let futureWords: Set<String> = [
    "will", "shall", "would", "due", "scheduled", "expected", "plan", "plans", "planned", "next", "until",
    "by",
    "upcoming", "starting", "beginning", "begins", "begin", "ahead", "expire", "expires",
  ]

  /// Whether the word just before the cursor shows that `May` or `March` is a month: `in May`.
  var followsMonthWord: Bool {
    guard token > 0 else { return false }
    let before = sentence.tokens[token - 1]
    guard before.range.upperBound == position - 1,
      byteBefore == UInt8(ascii: "-") || sentence.blanks(at: position - 1) == 1
    else { return false }
    return DateCursor.monthWords.contains(text(of: before))
  }

  private static let monthWords: Set<String> = [
    "in", "since", "last", "this", "by", "until", "from", "of", "for", "early", "late", "mid", "and", "to",
    "through", "between", "before", "after", "ending", "ended", "during", "next",
  ]

  /// Whether the number just read is an amount: `2,000`, `1900 people`, `20 %` without the blank.
  func isAmount(_ things: [StaticString]) -> Bool {
    let next = sentence.byte(at: position)
    if next == UInt8(ascii: "%") { return true }
    if next == UInt8(ascii: ",") || next == UInt8(ascii: "."), sentence.byte(at: position + 1) &- 0x30 < 10 {
      return true
    }
    let start = position + sentence.blanks(at: position)
    return things.contains { sentence.has($0, at: start) }
  }

  /// Whether a word is joined to the text just read: `2010-style`.
  var joinsWord: Bool {
    guard byte == UInt8(ascii: "-"), token < sentence.tokens.count else { return false }
    return sentence.tokens[token].range.lowerBound == position + 1
  }

  /// Whether the sign before the cursor makes the number an amount: `$2000`, `1.2000`, `10/2000`.
  var followsAmountSign: Bool {
    switch byteBefore {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "$"), UInt8(ascii: "/"), UInt8(ascii: "-"): true
    default: sentence.has("£", at: position - 2) || sentence.has("€", at: position - 3)
    }
  }
}

/// Optional parts of a date.
extension DateCursor {
  /// The second day in `28-30`.
  mutating func optionalSecondDay() {
    var ahead = self
    _ = ahead.blanks()
    guard ahead.sign("-") || ahead.dash() else { return }
    _ = ahead.blanks()
    if ahead.number(digits: 1...2) != nil { self = ahead }
  }

  /// The `of` in `November of 2026`.
  mutating func optionalOf() {
    var ahead = self
    if ahead.blanks(), ahead.keyword(.of) { self = ahead }
  }

  /// `about`, `more than` or the like.
  mutating func optionalEstimate() {
    var ahead = self
    if let keyword = ahead.keyword(among: [.about, .some, .nearly, .almost, .more]), ahead.blanks(),
      keyword != .more || ahead.keyword(.than) && ahead.blanks()
    {
      self = ahead
    }
  }

  /// The part after `two` in `two or three`; always true.
  mutating func optionalAlternative() -> Bool {
    var ahead = self
    if ahead.blanks(), ahead.keyword(.or), ahead.blanks(), ahead.anyWord() { self = ahead }
    return true
  }

  /// A day with a relative name, as days after today.
  mutating func namedDay() -> Int? {
    if let name = keyword(among: [.yesterday, .today, .tonight, .tomorrow]) {
      return name == .yesterday ? -1 : name == .tomorrow ? 1 : 0
    }
    return partOfDay() ?? secondDayAway()
  }

  /// `last night`, `this morning`
  private mutating func partOfDay() -> Int? {
    var ahead = self
    guard let which = ahead.keyword(among: [.last, .this]), ahead.blanks(),
      ahead.keyword(among: which == .last ? [.night] : [.morning, .afternoon, .evening]) != nil
    else { return nil }
    self = ahead
    return which == .last ? -1 : 0
  }

  /// `the day before yesterday`, `the day after tomorrow`
  private mutating func secondDayAway() -> Int? {
    var ahead = self
    guard ahead.keyword(.the), ahead.blanks(), ahead.unit() == .day, ahead.blanks(),
      let which = ahead.keyword(among: [.before, .after]), ahead.blanks(),
      ahead.keyword(which == .before ? .yesterday : .tomorrow)
    else { return nil }
    self = ahead
    return which == .before ? -2 : 2
  }

  private mutating func dash() -> Bool {
    guard sentence.has("–", at: position) else { return false }
    skip(bytes: 3)
    return true
  }

  /// The apostrophe in `'26`, with a blank before it.
  mutating func apostropheBefore() -> Bool {
    let length = sentence.has("’", at: position - 3) ? 3 : [0x27, 0x60].contains(byteBefore) ? 1 : 0
    guard length > 0, position > length, sentence.blanks(at: position - length - 1) == 1 else { return false }
    include(bytesBefore: length)
    return true
  }
}
