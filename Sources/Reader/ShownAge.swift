public import PageFormats

/// The age of a story, as shown in lists: `now`, `23 min`, `3 h`, `2 d`, `12 Mar`, `12 Mar 2024`; if the page gives
/// only an approximate date, `Mar 2024` or `2023`. Days are in the user's time zone.
public enum ShownAge {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The age at `now`, in seconds since 1970 (UTC).
  public static func text(_ time: PublicationTime, now: Int64, zone: LocalZone = .utc) -> String {
    if time.precision > .day { return coarse(time, zone) }
    if time.precision == .day { return daysAgo(time, now: now, zone) }
    let age = now - time.seconds
    switch age {
    case ..<60 where time.precision == .minute: return age > -86_400 ? "now" : date(time, now: now, zone)
    case ..<0: return date(time, now: now, zone)
    case ..<3_600 where time.precision == .minute: return "\(age / 60) min"
    case ..<86_400: return "\(max(1, age / 3_600)) h"
    case ..<(7 * 86_400): return "\(age / 86_400) d"
    default: return date(time, now: now, zone)
    }
  }

  /// The number of days, in the user's time zone, since a day.
  private static func daysAgo(_ time: PublicationTime, now: Int64, _ zone: LocalZone) -> String {
    let days = zone.day(of: now).daysSince1970 - zone.day(of: time).daysSince1970
    return switch days {
    case 0: "today"
    case 1..<7: "\(days) d"
    default: date(time, now: now, zone)
    }
  }

  /// "A year ago" specifies neither a day nor a month.
  private static func coarse(_ time: PublicationTime, _ zone: LocalZone) -> String {
    let date = zone.day(of: time)
    return time.precision == .year ? "\(date.year)" : "\(months[date.month - 1]) \(date.year)"
  }

  /// `saved just now`, `saved 5 min ago`, `saved 12 Mar`: for a story whose page does not give a date.
  public static func sinceSaved(_ time: PublicationTime, now: Int64, zone: LocalZone = .utc) -> String {
    let age = now - time.seconds
    let text = text(time, now: now, zone: zone)
    return switch age {
    case ..<0: "saved \(text == "now" ? "just now" : text)"
    case ..<60: "saved just now"
    case ..<(7 * 86_400): "saved \(text) ago"
    default: "saved \(text)"
    }
  }

  /// `12 Mar`, with the year if it is not the current one.
  private static func date(_ time: PublicationTime, now: Int64, _ zone: LocalZone) -> String {
    let (date, today) = (zone.day(of: time), zone.day(of: now))
    let text = "\(date.day) \(months[date.month - 1])"
    return date.year == today.year ? text : "\(text) \(date.year)"
  }

  /// `19 Aug 2025, 07:12 UTC`, `about Aug 2025`: as exact as on the page, or without the time of day.
  public static func full(
    _ time: PublicationTime, zone: LocalZone = .utc, hasClock: Bool = true
  ) -> String {
    guard time.precision <= .day else { return "about \(coarse(time, zone))" }
    let date = zone.day(of: time)
    let text = "\(date.day) \(months[date.month - 1]) \(date.year)"
    guard time.precision < .day, hasClock else { return text }
    let seconds = Int(zone.wallSeconds(time) - date.daysSince1970 * CivilDate.secondsPerDay)
    let (hour, minute) = (twoDigits(seconds / 3_600), twoDigits(seconds / 60 % 60))
    let clock = time.precision == .hour ? "about \(hour):00" : "\(hour):\(minute)"
    return "\(text), \(clock) \(zone.name(at: time.seconds))"
  }

  /// A day as a heading: `Today`, `Yesterday`, `19 Aug`, `19 Aug 2024`.
  static func day(_ date: CivilDate, now: Int64, zone: LocalZone) -> String {
    let today = zone.day(of: now)
    switch today.daysSince1970 - date.daysSince1970 {
    case 0: return "Today"
    case 1: return "Yesterday"
    default:
      let text = "\(date.day) \(months[date.month - 1])"
      return date.year == today.year ? text : "\(text) \(date.year)"
    }
  }

  /// A month as a heading: `Mar 2024`.
  static func month(_ date: CivilDate) -> String { "\(months[date.month - 1]) \(date.year)" }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
