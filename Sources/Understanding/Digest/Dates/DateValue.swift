public import PageFormats

/// A day, month or year in a text.
public struct DateValue: Hashable, Sendable, Comparable {
  /// In the Gregorian calendar, from 1 to 9999.
  public let year: Int
  /// From 1; nil if only the year is known.
  public let month: Int?
  /// From 1; nil if only the month is known.
  public let day: Int?

  /// A year.
  init?(year: Int) {
    guard (1...9999).contains(year) else { return nil }
    (self.year, month, day) = (year, nil, nil)
  }

  /// A month. Numbers outside 1 to 12 continue into earlier or later years.
  init?(year: Int, month: Int) {
    let months = year * 12 + month - 1
    guard months >= 12, months < 120_000 else { return nil }
    (self.year, self.month, day) = (months / 12, months % 12 + 1, nil)
  }

  /// A day; nil if it is not in the calendar.
  init?(year: Int, month: Int, day: Int) {
    guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
    self.init(date)
  }

  /// A day.
  public init(_ date: CivilDate) {
    (year, month, day) = (date.year, date.month, date.day)
  }

  /// In ISO 8601 format: `2026-11-28`, `2026-11` or `2026`.
  public var iso8601: String {
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    return ([digits(year, 4)] + [month, day].compactMap { $0 }.map { digits($0, 2) }).joined(separator: "-")
  }

  /// In chronological order; a year comes before its months, a month before its days.
  public static func < (left: DateValue, right: DateValue) -> Bool {
    (left.year, left.month ?? 0, left.day ?? 0) < (right.year, right.month ?? 0, right.day ?? 0)
  }
}

/// A date in a text, and its position.
public struct NamedDate: Hashable, Sendable {
  /// The day, month or year.
  public let value: DateValue
  /// The words of the date, in bytes of the text.
  public let range: Range<Int>
}
