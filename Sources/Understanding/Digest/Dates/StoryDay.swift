import PageFormats

/// The day on which a story was written, from which its words count.
struct StoryDay {
  let date: CivilDate

  /// A day so many days later, or earlier.
  func dayLater(_ days: Int) -> DateValue? {
    DateValue(CivilDate(daysSince1970: date.daysSince1970 + Int64(days)))
  }

  /// A time so many units before; nil where no calendar names it.
  func before(_ count: Int, _ unit: DateWord.Unit) -> DateValue? {
    // What is further away is no date.
    guard count < 20_000 else { return nil }
    return switch unit {
    case .day: dayLater(-count)
    case .week: nil
    case .month: DateValue(year: date.year, month: date.month - count)
    case .year: DateValue(year: date.year - count)
    }
  }

  /// A day and month of the nearest year: of one that lies ahead the next, else the last one. What is up to four
  /// months ahead is of this year all the same: texts announce without saying so.
  func date(month: Int, day: Int, isAhead: Bool) -> DateValue? {
    DateValue(year: year(month: month, day: day, isAhead: isAhead), month: month, day: day)
  }

  /// A month of the nearest year, in the same way.
  func month(_ month: Int, isAhead: Bool) -> DateValue? {
    DateValue(year: year(month: month, day: nil, isAhead: isAhead), month: month)
  }

  private func year(month: Int, day: Int?, isAhead: Bool) -> Int {
    if isAhead {
      let isOver = (month, day ?? 1) < (date.month, day == nil ? 1 : date.day)
      return isOver ? date.year + 1 : date.year
    }
    let days = (month - date.month) * 30 + (day ?? 15) - date.day
    return days > 120 ? date.year - 1 : days < -300 ? date.year + 1 : date.year
  }

  /// `last`, `this` or `next` month of a name.
  func month(_ month: Int, _ keyword: DateWord.Keyword) -> DateValue? {
    let year =
      switch keyword {
      case .last, .past: month < date.month ? date.year : date.year - 1
      case .next: month > date.month ? date.year : date.year + 1
      default: date.year
      }
    return DateValue(year: year, month: month)
  }

  /// `last`, `this` or `next` day of the week.
  func weekday(_ weekday: Int, _ keyword: DateWord.Keyword) -> DateValue? {
    let back = daysBack(to: weekday)
    return switch keyword {
    case .next, .coming: dayLater((weekday - today + 6) % 7 + 1)
    case .last, .past: dayLater(back == 0 ? -7 : -back)
    default: dayLater(weekday - today)
    }
  }

  /// A day of the week: today, the next one if it lies ahead, else the last one.
  func weekday(_ weekday: Int, isAhead: Bool) -> DateValue? {
    let back = daysBack(to: weekday)
    return dayLater(back == 0 ? 0 : isAhead ? 7 - back : -back)
  }

  private func daysBack(to weekday: Int) -> Int { (today - weekday + 7) % 7 }

  /// The day of the week, from Monday, 0. 1970 began with a Thursday.
  private var today: Int { Int(((date.daysSince1970 + 3) % 7 + 7) % 7) }
}
