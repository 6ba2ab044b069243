public import PageFormats

/// How old a story is, as lists show it: `now`, `23 min`, `3 h`, `2 d`, `12 Mar`, `12 Mar 2024`.
public enum ShownAge {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The age at `now`, in seconds since 1970 (UTC).
  public static func text(_ time: PublicationTime, now: Int64) -> String {
    let age = now - time.seconds
    switch age {
    case ..<60 where time.precision == .minute: return age > -86_400 ? "now" : date(time, now: now)
    case ..<0: return date(time, now: now)
    case ..<3_600 where time.precision == .minute: return "\(age / 60) min"
    case ..<86_400 where time.precision < .day: return "\(max(1, age / 3_600)) h"
    case ..<86_400: return "today"
    case ..<(7 * 86_400): return "\(age / 86_400) d"
    default: return date(time, now: now)
    }
  }

  /// `saved just now`, `saved 5 min ago`, `saved 12 Mar`: for a story whose page does not tell its age.
  public static func sinceSaved(_ time: PublicationTime, now: Int64) -> String {
    let age = now - time.seconds
    let text = text(time, now: now)
    return switch age {
    case ..<0: "saved \(text == "now" ? "just now" : text)"
    case ..<60: "saved just now"
    case ..<(7 * 86_400): "saved \(text) ago"
    default: "saved \(text)"
    }
  }

  /// `12 Mar`, with the year when it is not this year's.
  private static func date(_ time: PublicationTime, now: Int64) -> String {
    let (date, today) = (day(of: time.seconds), day(of: now))
    let text = "\(date.day) \(months[date.month - 1])"
    return date.year == today.year ? text : "\(text) \(date.year)"
  }

  /// `19 Aug 2025, 07:12 UTC`, as exact as the page tells.
  public static func full(_ time: PublicationTime) -> String {
    let date = day(of: time.seconds)
    let text = "\(date.day) \(months[date.month - 1]) \(date.year)"
    guard time.precision < .day else { return text }
    let seconds = Int(time.seconds - date.daysSince1970 * 86_400)
    let (hour, minute) = (twoDigits(seconds / 3_600), twoDigits(seconds / 60 % 60))
    return time.precision == .hour ? "\(text), about \(hour):00 UTC" : "\(text), \(hour):\(minute) UTC"
  }

  /// A day as a heading: `Today`, `Yesterday`, `19 Aug`, `19 Aug 2024`.
  static func day(_ date: CivilDate, now: Int64) -> String {
    let today = day(of: now)
    switch today.daysSince1970 - date.daysSince1970 {
    case 0: return "Today"
    case 1: return "Yesterday"
    default:
      let text = "\(date.day) \(months[date.month - 1])"
      return date.year == today.year ? text : "\(text) \(date.year)"
    }
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  private static func day(of seconds: Int64) -> CivilDate {
    CivilDate(daysSince1970: (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400)
  }
}
