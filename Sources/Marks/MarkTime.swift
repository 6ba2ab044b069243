import Foundation
import GRDB

/// When marks were changed: milliseconds since 1970 (UTC), from 0, for changes before times were recorded, to the end
/// of the year 9999. Times from files are clamped to that range, so that sums of times never overflow.
enum MarkTime {
  static let limit: Int64 = 253_402_300_799_999

  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return clamped(Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  static func clamped(_ time: Int64) -> Int64 { min(max(time, 0), limit) }

  /// For SQL: the time of a change made at `now` to a value last changed at `column`. A change made on this machine is
  /// always the later one, even if another machine's clock is ahead.
  static func later(than column: String, now: String) -> String {
    "max(\(now), min(max(coalesce(\(column), 0), 0), \(limit - 1)) + 1)"
  }
}

/// Times as ISO 8601 writes them, in UTC with milliseconds: `2026-11-27T18:28:33.123Z`.
extension MarkTime {
  static func text(_ time: Int64) -> String {
    let time = clamped(time)
    var (seconds, parts) = (time_t(time / 1_000), tm())
    gmtime_r(&seconds, &parts)
    func digits(_ value: Int32, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    let date = [(parts.tm_year + 1900, 4), (parts.tm_mon + 1, 2), (parts.tm_mday, 2)].map(digits)
    let clock = [(parts.tm_hour, 2), (parts.tm_min, 2), (parts.tm_sec, 2)].map(digits)
    let rest = digits(Int32(time % 1_000), 3)
    return date.joined(separator: "-") + "T" + clock.joined(separator: ":") + "." + rest + "Z"
  }

  /// Nil for anything but a valid calendar time in the form above; milliseconds are optional.
  static func parse(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z") else { return nil }
    let separators: [(Int, Character)] =
      [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")] + (bytes.count == 24 ? [(19, ".")] : [])
    guard separators.allSatisfy({ bytes[$0.0] == $0.1.asciiValue }) else { return nil }
    func number(_ range: Range<Int>, _ valid: ClosedRange<Int32>) -> Int32? {
      guard bytes[range].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int32(String(decoding: bytes[range], as: UTF8.self)).flatMap { valid.contains($0) ? $0 : nil }
    }
    var parts = tm()
    guard let year = number(0..<4, 1970...9999), let month = number(5..<7, 1...12),
      let day = number(8..<10, 1...31), let hour = number(11..<13, 0...23),
      let minute = number(14..<16, 0...59), let second = number(17..<19, 0...59),
      let rest = bytes.count == 24 ? number(20..<23, 0...999) : 0
    else { return nil }
    (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
    let seconds = timegm(&parts)
    // timegm turns 31 February into a day in March.
    return parts.tm_mday == day ? Int64(seconds) * 1_000 + Int64(rest) : nil
  }
}
