import Text

/// Parses dates as written by people and programs: `2019-11-19T10:02:00-05:00`, `19 Nov 2019`, `November 19th, 2019`,
/// `19.11.2019`, `11/19/2019`, `2019年11月19日`, `2019년 11월 19일`, `20191119`.
struct WrittenDate: Equatable {
  /// The day as written.
  var day: CivilDate
  /// Seconds since 1970 (UTC), if a time and a zone are given too.
  var seconds: Int64?
  /// The zone of this time, in seconds east of UTC.
  var zone: Int32 = 0
  /// The range of the date in the text.
  var range: ByteRange

  /// The age of a story with this date.
  var age: Age { seconds.map { .moment($0, zone: zone) } ?? .date(day) }

  /// The years in which a web page can have been published.
  private static let years = 1990...2035

  /// The first date in a text. `isMonthFirst`: in `11/12/2019`, the month is 11.
  static func first(in text: UnsafeBufferPointer<UInt8>, isMonthFirst: Bool) -> WrittenDate? {
    var reader = DateReader(text, isMonthFirst: isMonthFirst)
    return reader.first()
  }

  /// The same for a string; only its first 512 bytes are searched.
  static func first(in text: String, isMonthFirst: Bool) -> WrittenDate? {
    var text = text
    return text.withUTF8 {
      first(in: UnsafeBufferPointer(rebasing: $0.prefix(512)), isMonthFirst: isMonthFirst)
    }
  }

  init?(year: Int, month: Int, day: Int, seconds: Int64? = nil, range: ByteRange) {
    let year = year < 100 ? year + 2000 : year
    guard WrittenDate.years.contains(year), let day = CivilDate(year: year, month: month, day: day) else {
      return nil
    }
    (self.day, self.seconds, self.range) = (day, seconds, range)
  }
}

/// Searches a text for the first date.
private struct DateReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let isMonthFirst: Bool
  private var position = 0

  init(_ text: UnsafeBufferPointer<UInt8>, isMonthFirst: Bool) {
    self.text = text
    self.isMonthFirst = isMonthFirst
  }

  mutating func first() -> WrittenDate? {
    while position < text.count {
      let start = position
      if isDigit(start) {
        let digits = endOfDigits(start)
        if let date = dateOfDigits(start, digits) { return date }
        // Letters directly after digits do not begin a word.
        position = max(digits, endOfWord(digits))
        if position == digits, position < text.count { position += isDigit(position) ? 0 : 1 }
      } else if isLetter(start) {
        let end = endOfWord(start)
        if let date = monthFirst(start, end) { return date }
        position = end
      } else {
        position += 1
      }
    }
    return nil
  }

  private func dateOfDigits(_ start: Int, _ end: Int) -> WrittenDate? {
    switch end - start {
    case 4: return isCentury(start) ? yearFirst(start) ?? eastAsian(start) : nil
    case 1, 2: return dayAndMonthName(start, end) ?? numbers(start, end)
    case 8, 12, 14: return isCentury(start) ? glued(start) : nil
    default: return nil
    }
  }

  /// `2019-11-19`, `2019/11/19`, `2019.11.19`, optionally followed by a time.
  private func yearFirst(_ start: Int) -> WrittenDate? {
    guard isSeparator(start + 4), let month = number(start + 5, most: 2), isSeparator(month.end),
      let day = number(month.end + 1, most: 2), !isDigit(day.end)
    else { return nil }
    var date = WrittenDate(
      year: value(start, start + 4), month: month.value, day: day.value, range: start..<day.end)
    if let days = date?.day.daysSince1970, let time = time(day.end) {
      date?.seconds = days * 86_400 + time.seconds - Int64(time.zone)
      date?.zone = time.zone
      date?.range = start..<time.end
    }
    return date
  }

  /// `T10:02`, ` 10:02:30.5`, followed by `Z`, `+02:00` or `+0200`: seconds from the beginning of the day in that zone;
  /// nil without a zone.
  private func time(_ start: Int) -> (seconds: Int64, zone: Int32, end: Int)? {
    guard byte(start) | 0x20 == UInt8(ascii: "t") || byte(start) == 0x20,
      let hour = number(start + 1, most: 2),
      byte(hour.end) == UInt8(ascii: ":"), let minute = number(hour.end + 1, most: 2), hour.value < 25,
      minute.value < 60
    else { return nil }
    var end = minute.end
    var seconds = hour.value * 3600 + minute.value * 60
    if byte(end) == UInt8(ascii: ":"), let second = number(end + 1, most: 2) {
      seconds += min(second.value, 59)
      end = second.end
      if byte(end) == UInt8(ascii: ".") { end = endOfDigits(end + 1) }
    }
    if byte(end) == 0x20 { end += 1 }
    if byte(end) | 0x20 == UInt8(ascii: "z") { return (Int64(seconds), 0, end + 1) }
    guard byte(end) == UInt8(ascii: "+") || byte(end) == UInt8(ascii: "-"),
      let hours = number(end + 1, most: 2),
      hours.value < 15
    else { return nil }
    let colon = byte(hours.end) == UInt8(ascii: ":") ? 1 : 0
    let minutes = number(hours.end + colon, most: 2)
    let zone = hours.value * 3600 + min(minutes?.value ?? 0, 59) * 60
    let isEast = byte(end) == UInt8(ascii: "+")
    return (Int64(seconds), Int32(isEast ? zone : -zone), minutes?.end ?? hours.end)
  }

  /// `2019年11月19日`, `2019년 11월 19일`.
  private func eastAsian(_ start: Int) -> WrittenDate? {
    func after(_ chinese: StaticString, _ korean: StaticString, _ position: Int) -> Int? {
      let next = skipBlanks(position)
      return (skip(chinese, next) ?? skip(korean, next)).map { skipBlanks($0) }
    }
    guard let month = after("年", "년", start + 4).flatMap({ number($0, most: 2) }),
      let day = after("月", "월", month.end).flatMap({ number($0, most: 2) }),
      let end = after("日", "일", day.end)
    else { return nil }
    return WrittenDate(year: value(start, start + 4), month: month.value, day: day.value, range: start..<end)
  }

  /// `20191119`, also as the beginning of `20191119100200`.
  private func glued(_ start: Int) -> WrittenDate? {
    WrittenDate(
      year: value(start, start + 4), month: value(start + 4, start + 6), day: value(start + 6, start + 8),
      range: start..<start + 8)
  }

  /// `19 Nov 2019`, `19. November 2019`, `19 de noviembre de 2019`, `1er mai 2019`.
  private func dayAndMonthName(_ start: Int, _ end: Int) -> WrittenDate? {
    var next = end
    for suffix in ["st", "nd", "rd", "th", "er", "º", "."] as [StaticString] {
      if let after = skip(suffix, next) {
        next = after
        break
      }
    }
    let word = skipBlanks(next)
    guard word > next else { return nil }
    let name = skip("de ", word) ?? skip("of ", word) ?? word
    let nameEnd = endOfWord(name)
    guard let month = month(name, nameEnd) else { return nil }
    var year = skip(".", nameEnd) ?? nameEnd
    year = skipBlanks(skip(",", year) ?? year)
    guard year > nameEnd else { return nil }
    return withYear(skip("de ", year) ?? skip("del ", year) ?? year, month, value(start, end), start)
  }

  /// `November 19, 2019`, `Nov. 19th 2019`.
  private func monthFirst(_ start: Int, _ end: Int) -> WrittenDate? {
    let day = skipBlanks(skip(".", end) ?? end)
    guard day > end, let number = number(day, most: 2), let month = month(start, end) else { return nil }
    var next = number.end
    for suffix in ["st", "nd", "rd", "th"] as [StaticString] { next = skip(suffix, next) ?? next }
    next = skip(".", next) ?? next
    next = skip(",", next) ?? next
    let year = skipBlanks(next)
    return year > next ? withYear(year, month, number.value, start) : nil
  }

  private func withYear(_ start: Int, _ month: Int, _ day: Int, _ first: Int) -> WrittenDate? {
    guard isCentury(start), endOfDigits(start) == start + 4, !isLetter(start + 4) else { return nil }
    return WrittenDate(year: value(start, start + 4), month: month, day: day, range: first..<start + 4)
  }

  /// `19.11.2019`, `19/11/19`, `11/19/2019`. Points are never between a month and a day that follows it.
  private func numbers(_ start: Int, _ end: Int) -> WrittenDate? {
    guard isSeparator(end), let second = number(end + 1, most: 2), isSeparator(second.end),
      let year = number(second.end + 1, most: 4), year.value > 9, endOfWord(year.end) == year.end
    else { return nil }
    let digits = year.end - second.end - 1
    guard digits == 4 || digits == 2 && year.value < 30 else { return nil }
    let (one, two) = (value(start, end), second.value)
    let hasPoint = byte(end) == UInt8(ascii: ".") || byte(second.end) == UInt8(ascii: ".")
    let range = start..<year.end
    let monthFirst = hasPoint ? nil : WrittenDate(year: year.value, month: one, day: two, range: range)
    let dayFirst = WrittenDate(year: year.value, month: two, day: one, range: range)
    return isMonthFirst ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
  }
}

/// The individual steps of parsing.
extension DateReader {
  private func byte(_ position: Int) -> UInt8 { position < text.count ? text[position] : 0 }

  private func isDigit(_ position: Int) -> Bool { ASCII.isDigit(byte(position)) }

  private func isLetter(_ position: Int) -> Bool {
    ASCII.isLetter(byte(position)) || byte(position) >= 0x80 || byte(position) == UInt8(ascii: "_")
  }

  private func isSeparator(_ position: Int) -> Bool { "-/.".utf8.contains(byte(position)) }

  private func isCentury(_ position: Int) -> Bool {
    let rest = text.dropping(first: position)
    return rest.hasPrefix("19") || rest.hasPrefix("20")
  }

  private func endOfDigits(_ start: Int) -> Int {
    var end = start
    while isDigit(end) { end += 1 }
    return end
  }

  private func endOfWord(_ start: Int) -> Int {
    var end = start
    while isLetter(end) { end += 1 }
    return end
  }

  /// Skips blanks and dashes.
  private func skipBlanks(_ start: Int) -> Int {
    var end = start
    while byte(end) == 0x20 || byte(end) == 0x0A || byte(end) == UInt8(ascii: "-") { end += 1 }
    return end
  }

  private func skip(_ literal: StaticString, _ start: Int) -> Int? {
    text.dropping(first: start).hasPrefixIgnoringCase(literal) ? start + literal.utf8CodeUnitCount : nil
  }

  private func value(_ start: Int, _ end: Int) -> Int {
    text[start..<end].reduce(0) { $0 * 10 + Int($1 &- UInt8(ascii: "0")) }
  }

  private func number(_ start: Int, most: Int) -> (value: Int, end: Int)? {
    let end = min(endOfDigits(min(start, text.count)), start + most)
    return end > start ? (value(start, end), end) : nil
  }

  private func month(_ start: Int, _ end: Int) -> Int? {
    guard (3...32).contains(end - start) else { return nil }
    return MonthNames.month(String(decoding: text[start..<end], as: UTF8.self).lowercased())
  }
}
