import Glibc

/// The offset of the user's local time from UTC, used to display days, hours and headings.
///
/// A time at midnight UTC whose precision is a day or less is a date named by the page. It is the same date in every
/// time zone and is not converted.
public struct LocalZone: Sendable {
  /// The offset in seconds ahead of UTC, and the zone's short name, at a given time.
  private let offset: @Sendable (Int64) -> (seconds: Int64, name: String)

  /// Coordinated universal time.
  public static let utc = LocalZone { _ in (0, "UTC") }

  /// The zone of this process: `TZ`, else the system's zone, as determined by localtime(3).
  public static let system = LocalZone { seconds in
    var (time, parts) = (Int(clamping: seconds), tm())
    guard localtime_r(&time, &parts) != nil else { return (0, "UTC") }
    return (Int64(parts.tm_gmtoff), parts.tm_zone.map { String(cString: $0) } ?? "")
  }

  /// A zone with a fixed offset in seconds ahead of UTC.
  public static func fixed(_ seconds: Int64, name: String) -> LocalZone {
    LocalZone { _ in (seconds, name) }
  }

  /// The zone's short name at a time in seconds since 1970 (UTC): `UTC`, `CEST`, `+03`.
  public func name(at seconds: Int64) -> String { offset(seconds).name }

  /// The local time, expressed as if it were UTC: for computing days and hours.
  public func wallSeconds(_ time: PublicationTime) -> Int64 {
    let isDate = time.precision >= .day && time.seconds % CivilDate.secondsPerDay == 0
    return isDate ? time.seconds : wallSeconds(time.seconds)
  }

  /// The same for a time in seconds since 1970 (UTC).
  public func wallSeconds(_ seconds: Int64) -> Int64 { seconds + offset(seconds).seconds }

  /// The day in local time.
  public func day(of time: PublicationTime) -> CivilDate { CivilDate(ofSeconds: wallSeconds(time)) }

  /// The same for a time in seconds since 1970 (UTC).
  public func day(of seconds: Int64) -> CivilDate { CivilDate(ofSeconds: wallSeconds(seconds)) }
}
