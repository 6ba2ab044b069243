import Text

/// How pages write ages and dates: `a few seconds ago`, `23 minutes ago`, `an hour ago`, `12-03-2025`, `منذ ساعة
/// واحدة`, `منذ 21 ساعات`, `٠٩-٠٦-٢٠٢٥`. Based on observed pages, which use moment.js's `fromNow`.
enum AgeNotation {
  /// An age found at the end of a line, and the position where it begins.
  struct Match: Equatable {
    var age: Age
    var start: Int
  }

  /// An age that makes up the whole line.
  static func whole(_ line: UnsafeBufferPointer<UInt8>) -> Age? {
    trailing(in: line, glued: false).flatMap { $0.start == 0 ? $0.age : nil }
  }

  /// The age at the end of a line. `glued`: other text precedes it without a space, so that digits can belong to
  /// either. The longest number that an age can have is chosen (`News2423 minutes ago` is 23 minutes).
  static func trailing(in line: UnsafeBufferPointer<UInt8>, glued: Bool = true) -> Match? {
    guard let last = line.last else { return nil }
    switch last {
    case UInt8(ascii: "o"): return EnglishAge.match(line, glued: glued)
    case UInt8(ascii: "s"): return EnglishAge.future(line)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return date(in: line)
    case 0x80...: return date(in: line) ?? ArabicAge.match(line)
    default: return nil
    }
  }

  /// `dd-mm-yyyy` in Western or Arabic-Indic digits.
  private static func date(in line: UnsafeBufferPointer<UInt8>) -> Match? {
    var end = line.count
    func number(digits: Int) -> Int? {
      var value = 0
      var scale = 1
      for _ in 0..<digits {
        guard let (digit, width) = digit(before: end, in: line) else { return nil }
        value += digit * scale
        scale *= 10
        end -= width
      }
      return value
    }
    func dash() -> Bool {
      guard end > 0, line[end - 1] == UInt8(ascii: "-") else { return false }
      end -= 1
      return true
    }
    guard let year = number(digits: 4), dash(), let month = number(digits: 2), dash(),
      let day = number(digits: 2), let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    return Match(age: .date(date), start: end)
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// The digit that ends at `end`, and its bytes: ASCII, Arabic-Indic U+0660… or U+06F0….
  static func digit(before end: Int, in line: UnsafeBufferPointer<UInt8>) -> (value: Int, width: Int)? {
    guard end > 0 else { return nil }
    let last = line[end - 1]
    if (0x30...0x39).contains(last) { return (Int(last) - 0x30, 1) }
    guard end > 1 else { return nil }
    if line[end - 2] == 0xD9, (0xA0...0xA9).contains(last) { return (Int(last) - 0xA0, 2) }
    if line[end - 2] == 0xDB, (0xB0...0xB9).contains(last) { return (Int(last) - 0xB0, 2) }
    return nil
  }
}

private enum EnglishAge {
  /// A unit of `fromNow`: its words, and the largest number used before the next larger unit.
  struct Unit {
    var plural: StaticString
    var singular: StaticString
    var word: StaticString
    var most: Int
    var age: @Sendable (Int) -> Age
  }

  /// A number that stands alone may exceed the limit of its unit.
  private static let longestCount = 999

  static let units: [Unit] = [
    Unit(plural: " seconds", singular: " second", word: "a second", most: 59) { _ in .seconds },
    Unit(plural: " minutes", singular: " minute", word: "a minute", most: 59) { .minutes($0) },
    Unit(plural: " hours", singular: " hour", word: "an hour", most: 23) { .hours($0) },
    Unit(plural: " days", singular: " day", word: "a day", most: 31) { .days($0) },
    Unit(plural: " weeks", singular: " week", word: "a week", most: 9) { .days($0 * 7) },
    Unit(plural: " months", singular: " month", word: "a month", most: 12) { .months($0) },
    Unit(plural: " years", singular: " year", word: "a year", most: 99) { .years($0) },
  ]

  /// A page can show a story as published after the page was saved if two clocks differ.
  static func future(_ line: UnsafeBufferPointer<UInt8>) -> AgeNotation.Match? {
    dropping("in a few seconds", from: line.count, in: line).map {
      AgeNotation.Match(age: .seconds, start: $0)
    }
  }

  static func match(_ line: UnsafeBufferPointer<UInt8>, glued: Bool) -> AgeNotation.Match? {
    guard line.count > 4, let rest = dropping(" ago", from: line.count, in: line) else { return nil }
    if let start = dropping("a few seconds", from: rest, in: line) {
      return AgeNotation.Match(age: .seconds, start: start)
    }
    for unit in units {
      if let start = dropping(unit.word, from: rest, in: line) {
        return AgeNotation.Match(age: unit.age(1), start: start)
      }
      let (plural, singular) = (
        dropping(unit.plural, from: rest, in: line), dropping(unit.singular, from: rest, in: line)
      )
      guard let end = plural ?? singular else { continue }
      let most = plural == nil ? 1 : glued ? unit.most : longestCount
      return count(endingAt: end, in: line, most: most)
        .map { AgeNotation.Match(age: unit.age($0.value), start: $0.start) }
    }
    return nil
  }

  private static func dropping(
    _ suffix: StaticString, from end: Int, in line: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    let start = end - suffix.utf8CodeUnitCount
    guard start >= 0, UnsafeBufferPointer(rebasing: line[start..<end]).isEqual(to: suffix) else { return nil }
    return start
  }

  /// The longest number that ends at `end` and is at most `most`. Ambiguous cases are decided by the name before it:
  /// many names end in 24 (`News242 hours ago`), and a station's digit belongs to the station (`Channel 23 minutes
  /// ago`: Channel 2), but otherwise a space before the whole number separates it from the name (`The Meridian 16
  /// hours ago`).
  private static func count(
    endingAt end: Int, in line: UnsafeBufferPointer<UInt8>, most: Int
  ) -> (value: Int, start: Int)? {
    var longest: (value: Int, start: Int)?
    var station: (value: Int, start: Int)?
    var (value, scale, start) = (0, 1, end)
    while start > 0, scale <= 100, (0x30...0x39).contains(line[start - 1]) {
      let digit = Int(line[start - 1]) - 0x30
      value += digit * scale
      scale *= 10
      start -= 1
      guard digit > 0, value <= most else { continue }
      if most < longestCount, endsIn24(line, at: start) { return (value, start) }
      if longest != nil, start > 0, line[start - 1] == 0x20, endsInStation(line, at: start) {
        station = longest
      }
      longest = (value, start)
    }
    return station ?? longest
  }

  private static func endsIn24(_ line: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
    guard end >= 3, line[end - 2] == UInt8(ascii: "2"), line[end - 1] == UInt8(ascii: "4") else {
      return false
    }
    return !(0x30...0x39).contains(line[end - 3])
  }

  /// Stations whose names include a digit: `Channel 4`, `Radio 2`, `KXQ 7`.
  private static func endsInStation(_ line: UnsafeBufferPointer<UInt8>, at end: Int) -> Bool {
    let word = line[..<(end - 1)].reversed().prefix { $0 != 0x20 }
    if (2...5).contains(word.count), word.allSatisfy({ (0x41...0x5A).contains($0) }) { return true }
    return ["Channel", "Radio", "Kanal", "Canal", "News", "Sport", "Fox", "France"]
      .contains { word.reversed().elementsEqual($0.utf8) }
  }
}

private enum ArabicAge {
  /// "ago", with a space after it.
  static let ago = Array("منذ ".utf8)

  /// For one and two of a unit, Arabic has separate words.
  static let phrases: [(text: String, age: Age)] = [
    ("ثوان", .seconds), ("ثوانٍ", .seconds), ("ثانية واحدة", .seconds), ("ثانيتين", .seconds),
    ("بضع ثوان", .seconds), ("بضع ثوانٍ", .seconds), ("لحظات", .seconds),
    ("أقل من ثانية", .seconds), ("أقل من دقيقة", .seconds), ("ثانيتان", .seconds),
    ("دقيقتان", .minutes(2)), ("ساعتان", .hours(2)), ("يومان", .days(2)), ("أسبوعان", .days(14)),
    ("شهران", .months(2)), ("عامان", .years(2)), ("سنتان", .years(2)),
    ("دقيقة واحدة", .minutes(1)), ("دقيقة", .minutes(1)), ("دقيقتين", .minutes(2)),
    ("ساعة واحدة", .hours(1)), ("ساعة", .hours(1)), ("ساعتين", .hours(2)),
    ("يوم واحد", .days(1)), ("يوم", .days(1)), ("يومين", .days(2)),
    ("أسبوع واحد", .days(7)), ("أسبوع", .days(7)), ("أسبوعين", .days(14)),
    ("شهر واحد", .months(1)), ("شهر", .months(1)), ("شهرين", .months(2)),
    ("عام واحد", .years(1)), ("سنة واحدة", .years(1)), ("عامين", .years(2)), ("سنتين", .years(2)),
  ]

  static let units: [(names: [String], age: @Sendable (Int) -> Age)] = [
    (["ثانية", "ثوان", "ثوانٍ"], { _ in .seconds }),
    (["دقيقة", "دقائق"], { .minutes($0) }),
    (["ساعة", "ساعات"], { .hours($0) }),
    (["يوم", "أيام", "يومًا", "يوما", "يوماً"], { .days($0) }),
    (["أسبوع", "أسابيع", "أسبوعًا", "أسبوعا"], { .days($0 * 7) }),
    (["شهر", "أشهر", "شهرًا", "شهرا"], { .months($0) }),
    (["عام", "أعوام", "سنة", "سنوات", "عامًا"], { .years($0) }),
  ]

  static func match(_ line: UnsafeBufferPointer<UInt8>) -> AgeNotation.Match? {
    guard let start = lastIndex(of: ago, in: line) else { return nil }
    let phrase = String(decoding: line[(start + ago.count)...], as: UTF8.self)
    return age(phrase).map { AgeNotation.Match(age: $0, start: start) }
  }

  private static func lastIndex(of word: [UInt8], in line: UnsafeBufferPointer<UInt8>) -> Int? {
    // The longest phrase has about 40 bytes, so there is no need to search a whole paragraph.
    let lowest = max(0, line.count - 64)
    guard line.count - word.count >= lowest else { return nil }
    return (lowest...(line.count - word.count)).last { line[$0..<$0 + word.count].elementsEqual(word) }
  }

  private static func age(_ phrase: String) -> Age? {
    if let known = phrases.first(where: { $0.text.utf8.elementsEqual(phrase.utf8) }) { return known.age }
    let words = phrase.split(separator: " ")
    guard words.count == 2, words[0].unicodeScalars.count <= 3 else { return nil }
    var count = 0
    for scalar in words[0].unicodeScalars {
      guard let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil
      else {
        return nil
      }
      count = count * 10 + Int(digit)
    }
    return units.first { $0.names.contains { $0.utf8.elementsEqual(words[1].utf8) } }?.age(count)
  }
}
