import PageFormats

/// The day a story was written, from which relative dates are resolved.
struct StoryDay {
  let date: CivilDate

  /// The date a number of days later, or earlier if negative.
  func dayLater(_ days: Int) -> DateValue? {
    DateValue(CivilDate(daysSince1970: date.daysSince1970 + Int64(days)))
  }

  /// The date a number of units earlier; nil if the calendar does not have it.
  func before(_ count: Int, _ unit: DateWord.Unit) -> DateValue? {
    // Anything further away is not a date.
    guard count < 20_000 else { return nil }
    return switch unit {
    case .day: dayLater(-count)
    case .week: nil
    case .month: DateValue(year: date.year, month: date.month - count)
    case .year: DateValue(year: date.year - count)
    }
  }

  /// A day and month in the nearest year: the next one if the date lies ahead, otherwise the last one. A date
  /// up to four months ahead is still in this year: texts announce dates without words for the future.
  func date(month: Int, day: Int, isAhead: Bool) -> DateValue? {
    DateValue(year: year(month: month, day: day, isAhead: isAhead), month: month, day: day)
  }

  /// The nearest month with a number, by the same rules.
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

  /// The `last`, `this` or `next` month with a number.
  func month(_ month: Int, _ keyword: DateWord.Keyword) -> DateValue? {
    let year =
      switch keyword {
      case .last, .past: month < date.month ? date.year : date.year - 1
      case .next: month > date.month ? date.year : date.year + 1
      default: date.year
      }
    return DateValue(year: year, month: month)
  }

  /// The `last`, `this` or `next` day of the week.
  func weekday(_ weekday: Int, _ keyword: DateWord.Keyword) -> DateValue? {
    let back = daysBack(to: weekday)
    return switch keyword {
    case .next, .coming: dayLater((weekday - today + 6) % 7 + 1)
    case .last, .past: dayLater(back == 0 ? -7 : -back)
    default: dayLater(weekday - today)
    }
  }

  /// A day of the week: today if it is that day, otherwise the next one if it lies ahead, or else the last
  /// one.
  func weekday(_ weekday: Int, isAhead: Bool) -> DateValue? {
    let back = daysBack(to: weekday)
    return dayLater(back == 0 ? 0 : isAhead ? 7 - back : -back)
  }

  private func daysBack(to weekday: Int) -> Int { (today - weekday + 7) % 7 }

  /// The day of the week; Monday is 0. 1 January 1970 was a Thursday.
  private var today: Int { Int(((date.daysSince1970 + 3) % 7 + 7) % 7) }
}
