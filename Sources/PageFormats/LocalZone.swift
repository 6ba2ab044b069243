import Glibc

/// How far the reader's own time is ahead of UTC: what days, hours and headings are shown in.
///
/// A time that is known to the day or less exactly and stands at midnight UTC is a date that a page names. It is that
/// date wherever the reader is, and is not moved.
public struct LocalZone: Sendable {
  /// Seconds ahead of UTC, and the zone's short name, at a time.
  private let offset: @Sendable (Int64) -> (seconds: Int64, name: String)

  /// Coordinated universal time.
  public static let utc = LocalZone { _ in (0, "UTC") }

  /// Of this process: `TZ`, else the machine's, as localtime(3) has it.
  public static let system = LocalZone { seconds in
    var (time, parts) = (Int(clamping: seconds), tm())
    guard localtime_r(&time, &parts) != nil else { return (0, "UTC") }
    return (Int64(parts.tm_gmtoff), parts.tm_zone.map { String(cString: $0) } ?? "")
  }

  /// A zone that is always as far ahead of UTC, in seconds.
  public static func fixed(_ seconds: Int64, name: String) -> LocalZone {
    LocalZone { _ in (seconds, name) }
  }

  /// The zone's short name at some time in seconds since 1970 (UTC): `UTC`, `CEST`, `+03`.
  public func name(at seconds: Int64) -> String { offset(seconds).name }

  /// The time that a clock on the reader's wall shows, as if that were UTC: for days and hours.
  public func wallSeconds(_ time: PublicationTime) -> Int64 {
    let isDate = time.precision >= .day && time.seconds % CivilDate.secondsPerDay == 0
    return isDate ? time.seconds : wallSeconds(time.seconds)
  }

  /// The same for a moment in seconds since 1970 (UTC).
  public func wallSeconds(_ seconds: Int64) -> Int64 { seconds + offset(seconds).seconds }

  /// The reader's day.
  public func day(of time: PublicationTime) -> CivilDate { CivilDate(ofSeconds: wallSeconds(time)) }

  /// The same for a moment in seconds since 1970 (UTC).
  public func day(of seconds: Int64) -> CivilDate { CivilDate(ofSeconds: wallSeconds(seconds)) }
}
