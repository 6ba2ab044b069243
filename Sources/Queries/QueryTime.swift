import PageFormats
import StoryLibrary

/// A time in a query: a day, the first day of a month or year, or an age relative to now.
enum QueryTime: Hashable, Sendable {
  /// The start of a local day, in seconds since 1970 as if it were UTC.
  case date(Int64)
  /// An age in seconds.
  case ago(Int64)

  private static let units: [Character: Int64] = [
    "h": 3_600, "d": 86_400, "w": 7 * 86_400, "m": 30 * 86_400, "y": 365 * 86_400,
  ]

  /// Parses a date (`2025-06-01`, `2025-06`, `2025`) or an age (`3h`, `3d`, `2w`, `6m`, `1y`); nil for anything else.
  init?(_ text: String) {
    if let last = text.last, let unit = QueryTime.units[last] {
      guard let count = QueryTime.number(text.dropLast()) else { return nil }
      self = .ago(Int64(count) * unit)
    } else {
      let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { QueryTime.number($0) }
      guard (1...3).contains(parts.count), let year = parts[0],
        let month = parts.count > 1 ? parts[1] : 1, let day = parts.count > 2 ? parts[2] : 1,
        let date = CivilDate(year: year, month: month, day: day)
      else { return nil }
      self = .date(date.daysSince1970 * CivilDate.secondsPerDay)
    }
  }

  /// Up to four digits of any script.
  private static func number(_ text: Substring) -> Int? {
    guard (1...4).contains(text.count) else { return nil }
    return text.reduce(0 as Int?) { value, digit in
      guard let value, let digit = digit.wholeNumberValue, digit < 10 else { return nil }
      return value * 10 + digit
    }
  }

  /// The start of the time, relative to now.
  func start(now: Int64) -> Start {
    switch self {
    case .date(let seconds): .wall(seconds)
    case .ago(let age): .moment(now - age)
    }
  }

  /// The start of a time.
  enum Start: Hashable, Sendable {
    /// Seconds since 1970 (UTC).
    case moment(Int64)
    /// Local time, in seconds since 1970 as if it were UTC.
    case wall(Int64)

    /// Whether it is after a story's time.
    func isAfter(_ story: StoryIndex, in scope: QueryScope) -> Bool {
      switch self {
      case .moment(let seconds): scope.library.listTime(of: story) < seconds
      case .wall(let seconds): scope.zone.wallSeconds(scope.library.time(of: story)) < seconds
      }
    }
  }

  /// The nearest valid time, for `2025/6/1` or `3days`.
  static func nearest(to text: String) -> String? {
    let dashed = String(text.map { "/._".contains($0) ? "-" : $0 })
    let digits = text.prefix { $0.isWholeNumber }
    let age = String(digits) + text.dropFirst(digits.count).prefix(1).lowercased()
    return [dashed, age].first { $0 != text && QueryTime($0) != nil }
  }
}
