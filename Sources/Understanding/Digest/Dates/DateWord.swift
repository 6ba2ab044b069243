/// The possible meaning of an English word in a date.
enum DateWord: Hashable {
  /// Nothing.
  case other
  /// From 1. A short form may have a full stop (`Jan.`).
  case month(Int, isShort: Bool)
  /// From 0 for Monday. Short forms count only with a full stop.
  case weekday(Int, isShort: Bool)
  /// A number in digits. `hasSuffix` is for days: `3rd`.
  case number(Int, digits: Int, hasSuffix: Bool)
  /// A number written as a word; also `a` and `an`.
  case count(Int)
  /// A unit of time.
  case unit(Unit, isPlural: Bool)
  /// Any other word that can be part of a date.
  case keyword(Keyword)

  enum Unit { case day, week, month, year }

  enum Keyword: String, CaseIterable {
    case the, of, last, this, next, past, coming, previous, following, ago, earlier, later, before, after
    case early, late, mid, or, about, some, nearly, almost, more, than
    case yesterday, today, tonight, tomorrow, morning, afternoon, evening, night, overnight
  }

  /// The meaning of a run of letters and digits.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    self = DateWord.number(word) ?? DateWord.named(word) ?? .other
  }

  /// Digits, alone or with the suffix of a day.
  private static func number(_ word: UnsafeBufferPointer<UInt8>) -> DateWord? {
    let digits = word.prefix { $0 &- 0x30 < 10 }.count
    guard digits > 0, digits <= mostDigits else { return nil }
    let suffix = word.dropping(first: digits)
    let hasSuffix = suffixes.contains { suffix.isEqual(to: $0) }
    guard suffix.isEmpty || hasSuffix else { return nil }
    let value = word.prefix(digits).reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return .number(value, digits: digits, hasSuffix: hasSuffix)
  }

  /// Longer numbers are not part of a date.
  private static let mostDigits = 9
  private static let suffixes: [StaticString] = ["st", "nd", "rd", "th"]

  private static func named(_ word: UnsafeBufferPointer<UInt8>) -> DateWord? {
    guard word.count <= longestName, let first = word.first else { return nil }
    let name = String(decoding: word, as: UTF8.self)
    if first &- 0x41 < 26, let capitalized = capitalized[name] { return capitalized }
    return lowerCase[name] ?? (first &- 0x41 < 26 ? lowerCase[name.lowercased()] : nil)
  }

  private static let longestName = 9

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  /// `Sun.` is left out: it is mostly a newspaper.
  private static let shortWeekdays = [
    "Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Thur": 3, "Thurs": 3, "Fri": 4, "Sat": 5,
  ]

  /// Names that must have a capital letter: `may` and `march` in lower case are not months.
  private static let capitalized: [String: DateWord] = {
    var words: [String: DateWord] = ["Sept": .month(9, isShort: true)]
    for (index, month) in months.enumerated() {
      words[String(month.prefix(3))] = .month(index + 1, isShort: true)
      words[month] = .month(index + 1, isShort: false)
    }
    for (index, day) in weekdays.enumerated() { words[day] = .weekday(index, isShort: false) }
    for (day, index) in shortWeekdays { words[day] = .weekday(index, isShort: true) }
    return words
  }()

  private static let counts = [
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
  ]
  private static let units: [String: Unit] = [
    "day": .day, "week": .week, "month": .month, "year": .year,
  ]

  private static let lowerCase: [String: DateWord] = {
    var words: [String: DateWord] = [:]
    for keyword in Keyword.allCases { words[keyword.rawValue] = .keyword(keyword) }
    for (word, count) in counts { words[word] = .count(count) }
    for (word, unit) in units {
      words[word] = .unit(unit, isPlural: false)
      words[word + "s"] = .unit(unit, isPlural: true)
    }
    return words
  }()
}
