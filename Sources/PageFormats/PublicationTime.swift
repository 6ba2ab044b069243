/// The time when a story was published, as far as its page gives it.
public struct PublicationTime: Hashable, Sendable {
  /// The precision of the time.
  public enum Precision: UInt8, Sendable, Comparable {
    case minute, hour, day, month, year

    /// Orders finer precisions before coarser ones.
    public static func < (left: Precision, right: Precision) -> Bool { left.rawValue < right.rawValue }
  }

  /// Seconds since 1970-01-01 00:00 UTC, in the years 0 to 9999.
  public let seconds: Int64
  /// The precision of `seconds`.
  public let precision: Precision
  /// The zone in which the page gives the time, in seconds east of UTC; 0 if it is UTC or unknown.
  public let zone: Int32

  /// The years that have four digits.
  private static let calendar: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

  /// A time with a given precision. Since a file's time can be any number, times outside the calendar are set to its
  /// first or last second.
  public init(seconds: Int64, precision: Precision, zone: Int32 = 0) {
    self.seconds = min(max(seconds, PublicationTime.calendar.lowerBound), PublicationTime.calendar.upperBound)
    self.precision = precision
    self.zone = zone
  }

  /// ISO 8601 in the page's zone, so that its day is the day of publication: `2025-08-19T07:12:00Z`,
  /// `2025-08-19T22:12:00-05:00`, or only the day, month (`2025-08`) or year if no more is known.
  public var iso8601: String {
    let local = min(seconds + Int64(zone), PublicationTime.calendar.upperBound)
    let date = CivilDate(ofSeconds: local)
    var text = Digits()
    text.add(date.year, width: 4)
    guard precision < .year else { return text.string }
    text.add(date.month, width: 2, after: "-")
    guard precision < .month else { return text.string }
    text.add(date.day, width: 2, after: "-")
    guard precision < .day else { return text.string }
    let rest = Int(local - date.daysSince1970 * CivilDate.secondsPerDay)
    text.add(rest / 3600, width: 2, after: "T")
    text.add(rest / 60 % 60, width: 2, after: ":")
    text.add(rest % 60, width: 2, after: ":")
    guard zone != 0 else { return text.string + "Z" }
    let minutes = Int(zone.magnitude) / 60
    text.add(minutes / 60, width: 2, after: zone < 0 ? "-" : "+")
    text.add(minutes % 60, width: 2, after: ":")
    return text.string
  }

  /// Writes numbers of fixed widths without creating a string for each, because lists print times for all stories.
  private struct Digits {
    private var bytes: [UInt8] = []

    var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(_ value: Int, width: Int, after separator: Unicode.Scalar? = nil) {
      if let separator { bytes.append(UInt8(ascii: separator)) }
      var scale = (1..<width).reduce(1) { scale, _ in scale * 10 }
      while scale > 0 {
        bytes.append(UInt8(ascii: "0") + UInt8(value / scale % 10))
        scale /= 10
      }
    }
  }
}

/// The age of a story as given on its page, or the day or time that the page names.
public enum Age: Hashable, Sendable {
  case seconds
  case minutes(Int)
  case hours(Int)
  case days(Int)
  case months(Int)
  case years(Int)
  case date(CivilDate)
  /// An exact time in seconds since 1970 (UTC), and the zone in which the page gives it, in seconds east of UTC.
  case moment(Int64, zone: Int32 = 0)

  /// The time meant on a page saved at `saved` (seconds since 1970, UTC); if that is unknown, only dates and exact
  /// times can be resolved. Nothing was published after the page was saved, so a later date is set to the time of
  /// saving.
  public func time(savedAt saved: Int64?) -> PublicationTime? {
    func ago(_ count: Int, _ unit: Int64, _ precision: PublicationTime.Precision) -> PublicationTime? {
      saved.map { PublicationTime(seconds: $0.reduced(by: Int64(count) * unit), precision: precision) }
    }
    return switch self {
    case .seconds: ago(0, 1, .minute)
    case .minutes(let count): ago(count, 60, .minute)
    case .hours(let count): ago(count, 3_600, .hour)
    case .days(let count): ago(count, 86_400, .day)
    case .months(let count): ago(count, 30 * 86_400, .month)
    case .years(let count): ago(count, 365 * 86_400, .year)
    case .date(let date):
      PublicationTime(
        seconds: min(date.daysSince1970 * CivilDate.secondsPerDay, saved ?? .max), precision: .day)
    case .moment(let seconds, let zone):
      PublicationTime(seconds: min(seconds, saved ?? .max), precision: .minute, zone: zone)
    }
  }
}

/// A day of the Gregorian calendar.
public struct CivilDate: Hashable, Sendable {
  /// Leap seconds are not counted, as in all Unix times.
  public static let secondsPerDay: Int64 = 86_400

  /// The year with all four digits.
  public var year: Int
  /// From 1.
  public var month: Int
  /// From 1.
  public var day: Int

  /// Nil if there is no such day in the calendar.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...31).contains(day), (1000...9999).contains(year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
    guard CivilDate(daysSince1970: daysSince1970).day == day else { return nil }
  }

  /// After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
  public init(daysSince1970 days: Int64) {
    let shifted = days + 719_468
    let era = shifted.dividedDown(by: 146_097)
    let dayOfEra = Int(shifted - era * 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
  }

  /// The day of a time in seconds since 1970 (UTC).
  public init(ofSeconds seconds: Int64) {
    self.init(daysSince1970: seconds.dividedDown(by: CivilDate.secondsPerDay))
  }

  /// `days_from_civil` from the same paper.
  public var daysSince1970: Int64 {
    let shiftedYear = Int64(month <= 2 ? year - 1 : year)
    let era = shiftedYear.dividedDown(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Int64 {
  /// Division that rounds down, also for times before 1970.
  fileprivate func dividedDown(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// A file's time can be any number, so differences are clamped.
  fileprivate func reduced(by amount: Int64) -> Int64 {
    let (difference, overflow) = subtractingReportingOverflow(amount)
    return overflow ? .min : difference
  }
}
