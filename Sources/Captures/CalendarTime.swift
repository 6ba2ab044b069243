/// Converts a date and time of the Gregorian calendar to seconds.
struct CalendarTime {
  /// Seconds since 1970 (UTC).
  let seconds: Int64

  /// Nil for a day or an hour that does not exist.
  init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, zone: Int = 0) {
    guard (1...9999).contains(year), (1...12).contains(month), (0...23).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), abs(zone) < 24 * 3600,
      day >= 1, day <= CalendarTime.days(in: month, year)
    else { return nil }
    let clock = hour * 3600 + minute * 60 + second
    seconds = Int64(CalendarTime.days(year, month, day) * 86_400 + clock - zone)
  }

  private static func days(in month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Days since 1 January 1970, calculated with years that begin in March, so that the leap day is their last (Howard
  /// Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`).
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
