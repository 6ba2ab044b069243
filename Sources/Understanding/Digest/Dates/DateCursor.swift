/// Reads the words of a date one by one. A step that fails leaves the cursor in place.
struct DateCursor {
  let sentence: DateSentence
  /// The next word.
  private(set) var token: Int
  /// Where the date begins.
  private(set) var start: Int
  /// The position after the last byte read.
  private(set) var position: Int

  init(_ sentence: DateSentence, at token: Int) {
    self.sentence = sentence
    self.token = token
    position = sentence.tokens[token].range.lowerBound
    start = position
  }

  /// The next word, if it begins at the cursor.
  var word: DateWord? {
    guard token < sentence.tokens.count, sentence.tokens[token].range.lowerBound == position else {
      return nil
    }
    return sentence.tokens[token].word
  }

  /// The byte at the cursor; a blank at the end.
  var byte: UInt8 { sentence.byte(at: position) }

  /// The byte before the cursor; a blank at the beginning.
  var byteBefore: UInt8 { sentence.byte(at: position - 1) }

  private mutating func readWord() {
    position = sentence.tokens[token].range.upperBound
    token += 1
  }

  /// One or more blanks.
  mutating func blanks() -> Bool {
    let count = sentence.blanks(at: position)
    position += count
    return count > 0
  }

  /// A given punctuation byte.
  @discardableResult
  mutating func sign(_ byte: Unicode.Scalar) -> Bool {
    guard self.byte == UInt8(ascii: byte), position < sentence.bytes.count else { return false }
    position += 1
    return true
  }

  /// A hyphen or a single blank.
  mutating func joint() -> Bool { sign("-") || sign(" ") }

  mutating func keyword(_ keyword: DateWord.Keyword) -> Bool { keyword == self.keyword(among: [keyword]) }

  mutating func keyword(among keywords: [DateWord.Keyword]) -> DateWord.Keyword? {
    guard case .keyword(let keyword)? = word, keywords.contains(keyword) else { return nil }
    readWord()
    return keyword
  }

  /// A keyword followed by blanks: reads both or neither.
  mutating func optional(_ keyword: DateWord.Keyword) {
    var ahead = self
    if ahead.keyword(keyword), ahead.blanks() { self = ahead }
  }

  /// The name of a month, with the full stop of a short form.
  mutating func month() -> Int? {
    guard case .month(let month, let isShort)? = word else { return nil }
    readWord()
    if isShort { sign(".") }
    return month
  }

  /// The name of a day of the week; Monday is 0.
  mutating func weekday() -> Int? {
    guard case .weekday(let weekday, let isShort)? = word else { return nil }
    var ahead = self
    ahead.readWord()
    guard !isShort || ahead.sign(".") else { return nil }
    self = ahead
    return weekday
  }

  /// One or two digits, with or without `st`, `nd`, `rd` or `th`.
  mutating func day() -> Int? {
    guard case .number(let day, let digits, _)? = word, digits <= 2 else { return nil }
    readWord()
    return day
  }

  /// A number with an allowed number of digits and no suffix.
  mutating func number(digits allowed: ClosedRange<Int>) -> Int? {
    guard case .number(let number, let digits, hasSuffix: false)? = word, allowed.contains(digits) else {
      return nil
    }
    readWord()
    return number
  }

  /// A year that needs no context, from 1500 to 2099.
  mutating func year() -> Int? {
    guard case .number(let year, digits: 4, hasSuffix: false)? = word, (1500...2099).contains(year) else {
      return nil
    }
    readWord()
    return year
  }

  /// A number in digits or in words.
  mutating func count() -> Int? {
    switch word {
    case .number(let number, _, hasSuffix: false)?:
      readWord()
      return number
    case .count(let number)?:
      readWord()
      return number
    default: return nil
    }
  }

  /// A unit of time; with `oneOnly`, only in the singular.
  mutating func unit(oneOnly: Bool = false) -> DateWord.Unit? {
    guard case .unit(let unit, let isPlural)? = word, !(oneOnly && isPlural) else { return nil }
    readWord()
    return unit
  }

  /// Skips bytes whose content is already known.
  mutating func skip(bytes: Int) { position += bytes }

  /// Extends the date to include bytes before its first word.
  mutating func include(bytesBefore count: Int) { start -= count }

  /// Any word.
  mutating func anyWord() -> Bool {
    guard word != nil else { return false }
    readWord()
    return true
  }
}
