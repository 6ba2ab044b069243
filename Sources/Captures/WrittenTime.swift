import Text

/// Parses times as programs write them: ISO 8601 (`2025-03-11T08:15:02Z`, WARC, monolith), mail and HTTP
/// (`Tue, 11 Mar 2025 08:15:02 GMT`), and JavaScript (`Tue Mar 11 2025 09:15:02 GMT+0100 (…)`, SingleFile).
enum WrittenTime {
  /// The time in seconds since 1970 (UTC); nil for anything else. A time without a zone is taken as UTC.
  static func seconds(_ text: String) -> Int64? {
    var text = text
    return text.withUTF8 { bytes in
      var parts = TimeParts()
      parts.read(UnsafeBufferPointer(rebasing: bytes.prefix(64)))
      return parts.seconds
    }
  }
}

/// The parts of a written time, distinguished by their form, not by their order.
private struct TimeParts {
  private var year: Int?
  private var month: Int?
  private var day: Int?
  private var clock: [Int] = []
  private var zone = 0
  private var isAfternoon: Bool?

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  var seconds: Int64? {
    guard let year, let month, let day else { return nil }
    var hour = clock.first ?? 0
    if let isAfternoon { hour = hour % 12 + (isAfternoon ? 12 : 0) }
    return CalendarTime(
      year: year, month: month, day: day, hour: hour, minute: clock.count > 1 ? clock[1] : 0,
      second: clock.count > 2 ? clock[2] : 0, zone: zone)?.seconds
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < bytes.count, !isNameOfZone(bytes, position) {
      let start = position
      if bytes[position].isDigit {
        while position < bytes.count, bytes[position].isDigit { position += 1 }
        guard let number = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else { return }
        add(number, digits: position - start, bytes, start, position)
      } else if bytes[position].isLetter {
        while position < bytes.count, bytes[position].isLetter { position += 1 }
        add(word: String(decoding: bytes[start..<position], as: UTF8.self).lowercased())
      } else {
        position += 1
      }
    }
  }

  /// Whether a parenthesis only names the preceding time zone; not `(UTC +01:00)`, as MarkDownload writes it.
  private func isNameOfZone(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    bytes[position] == UInt8(ascii: "(") && !bytes.has("utc", at: position + 1)
  }

  private mutating func add(word: String) {
    switch word {
    case "am", "pm": isAfternoon = word == "pm"
    default:
      if let found = TimeParts.months.firstIndex(where: { word.hasPrefix($0) }), month == nil {
        month = found + 1
      }
    }
  }

  private mutating func add(
    _ number: Int, digits: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) {
    let before = start > 0 ? bytes[start - 1] : 0x20
    let isClock = before == UInt8(ascii: ":") || (end < bytes.count && bytes[end] == UInt8(ascii: ":"))
    let isSigned = before == UInt8(ascii: "+") || before == UInt8(ascii: "-")
    if !clock.isEmpty, isSigned {
      setZone(number, digits: digits, isNegative: before == UInt8(ascii: "-"), bytes, end)
    } else if isClock, clock.count < 3 {
      clock.append(number)
    } else if digits == 4, year == nil {
      year = number
    } else if digits <= 2, before != UInt8(ascii: "."), clock.isEmpty || month != nil {
      // In ISO 8601 the month is a number.
      if year != nil, month == nil { month = number } else if day == nil { day = number }
    }
  }

  /// `+0100`, `+01:00`, `+01`.
  private mutating func setZone(
    _ number: Int, digits: Int, isNegative: Bool, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int
  ) {
    var minutes = digits == 4 ? number / 100 * 60 + number % 100 : number * 60
    if digits == 2, end + 2 < bytes.count, bytes[end] == UInt8(ascii: ":"), bytes[end + 1].isDigit,
      bytes[end + 2].isDigit
    {
      minutes += Int(bytes[end + 1] - 0x30) * 10 + Int(bytes[end + 2] - 0x30)
    }
    zone = minutes * (isNegative ? -60 : 60)
  }
}
