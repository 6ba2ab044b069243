import Text

/// A date in a file's name: `2025-03-11 quay.html`, `quay_20250311.txt`, `20250311081502.html` (as in the Wayback
/// Machine). Only dates that begin with the year are recognized: other orders mean different days in different
/// countries.
enum DatedName {
  struct Date: Equatable {
    /// In seconds since 1970 (UTC); noon for a date without a time.
    var seconds: Int64
    var hasTime: Bool

    /// Names use local time in an unknown time zone. If the file was modified at about that time, the modification time
    /// is more precise; if it was modified earlier, the date in its name is not the time of saving.
    func isOlder(than modified: Int64) -> Bool { seconds + (hasTime ? 15 : 36) * 3600 < modified }
  }

  /// The first date in a name.
  static func date(in name: String) -> Date? {
    var name = name
    return name.withUTF8 { bytes in
      var position = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      while position < bytes.count {
        guard bytes[position].isDigit else {
          position += 1
          continue
        }
        let isWordStart = position == 0 || !bytes[position - 1].isLetter
        var parts = DateParts(bytes, at: position)
        if isWordStart, let date = parts.date() { return date }
        while position < bytes.count, bytes[position].isDigit { position += 1 }
      }
      return nil
    }
  }
}

/// Reads the numbers of a date from bytes, one after another.
private struct DateParts {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) {
    (self.bytes, self.position) = (bytes, position)
  }

  mutating func date() -> DatedName.Date? {
    guard let year = number(4), (1990...2100).contains(year) else { return nil }
    let isSeparated = skip("-_.")
    guard let month = number(2), !isSeparated || skip("-_."), let day = number(2),
      let noon = CalendarTime(year: year, month: month, day: day, hour: 12)
    else { return nil }
    if let time = time(year, month, day) { return DatedName.Date(seconds: time.seconds, hasTime: true) }
    // A longer number is not part of a date.
    guard position == bytes.count || !bytes[position].isDigit else { return nil }
    return DatedName.Date(seconds: noon.seconds, hasTime: false)
  }

  private mutating func time(_ year: Int, _ month: Int, _ day: Int) -> CalendarTime? {
    let start = position
    _ = skip(" _T-")
    let hour = number(2)
    _ = skip(".:_-h")
    let minute = number(2)
    let end = position
    _ = skip(".:_-")
    let second = number(2)
    if second == nil { position = end }
    let isWhole =
      position == bytes.count || !bytes[position].isAlphanumeric || bytes[position] == UInt8(ascii: "Z")
    guard isWhole, let hour, let minute,
      let time = CalendarTime(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second ?? 0)
    else {
      position = start
      return nil
    }
    return time
  }

  private mutating func number(_ digits: Int) -> Int? {
    guard position + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + digits] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    position += digits
    return value
  }

  private mutating func skip(_ any: StaticString) -> Bool {
    guard position < bytes.count, UnsafeBufferPointer(any).contains(byte: bytes[position]) else {
      return false
    }
    position += 1
    return true
  }
}
