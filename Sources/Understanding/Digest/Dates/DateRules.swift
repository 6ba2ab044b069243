import PageFormats

/// The ways dates are written in English, one rule for each. If two rules match, the earlier one wins.
enum DateRules {
  /// The result of a rule.
  enum Outcome {
    case date(DateValue)
    /// A time that is not a calendar date, such as `two weeks ago`: no other rule may read part of it.
    case vague
  }

  /// Reads a date at a cursor and moves the cursor past it; nil if there is no date of this kind.
  typealias Rule = @Sendable (_ cursor: inout DateCursor, _ day: StoryDay) -> Outcome?

  /// In order of precedence.
  static let all: [Rule] = [
    isoDate, monthDayYear, dayMonthYear, slashes, monthDay, dayMonth, monthYear, relativeMonth,
    relativeWeekday, ago, relativeUnit, yearAgo, yearEarlier, namedDay, weekday, month, year, shortYear,
  ]

  private static func outcome(_ value: DateValue?) -> Outcome? { value.map { .date($0) } }

  // MARK: Day, month and year

  /// `2026-11-28`
  private static func isoDate(_ cursor: inout DateCursor, _: StoryDay) -> Outcome? {
    guard let year = cursor.year(), cursor.sign("-"), let month = cursor.number(digits: 2...2),
      cursor.sign("-"), let day = cursor.number(digits: 2...2)
    else { return nil }
    return outcome(DateValue(year: year, month: month, day: day)) ?? .vague
  }

  /// `November 28, 2026`, also `November 28-30, 2026`
  private static func monthDayYear(_ cursor: inout DateCursor, _: StoryDay) -> Outcome? {
    guard let month = cursor.month(), cursor.blanks() else { return nil }
    cursor.optional(.the)
    guard let day = cursor.day() else { return nil }
    cursor.optionalSecondDay()
    cursor.sign(",")
    guard cursor.blanks(), let year = cursor.year() else { return nil }
    return outcome(DateValue(year: year, month: month, day: day)) ?? .vague
  }

  /// `28 November 2026`
  private static func dayMonthYear(_ cursor: inout DateCursor, _: StoryDay) -> Outcome? {
    guard let day = cursor.day(), cursor.blanks() else { return nil }
    cursor.optional(.of)
    guard let month = cursor.month() else { return nil }
    cursor.sign(",")
    guard cursor.blanks(), let year = cursor.year() else { return nil }
    return outcome(DateValue(year: year, month: month, day: day)) ?? .vague
  }

  /// `11/28/2026`. If the first number cannot be a month, it is the day.
  private static func slashes(_ cursor: inout DateCursor, _: StoryDay) -> Outcome? {
    guard let first = cursor.number(digits: 1...2), cursor.sign("/"),
      let second = cursor.number(digits: 1...2), cursor.sign("/"),
      let year = cursor.number(digits: 4...4) ?? cursor.number(digits: 2...2).map(fullYear)
    else { return nil }
    let (month, day) = first <= 12 ? (first, second) : (second, first)
    return outcome(DateValue(year: year, month: month, day: day)) ?? .vague
  }

  private static func fullYear(_ short: Int) -> Int { short > 40 ? 1900 + short : 2000 + short }

  // MARK: Without a year

  /// `November 28`
  private static func monthDay(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    let start = cursor
    guard let month = cursor.month(), cursor.blanks() else { return nil }
    cursor.optional(.the)
    guard let day = cursor.day(), (1...31).contains(day), !cursor.isAmount(["percent", "million", "billion"])
    else { return nil }
    return outcome(story.date(month: month, day: day, isAhead: start.followsFutureWord)) ?? .vague
  }

  /// `28 November`
  private static func dayMonth(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    let start = cursor
    guard let day = cursor.day(), (1...31).contains(day), cursor.blanks() else { return nil }
    cursor.optional(.of)
    guard let month = cursor.month() else { return nil }
    return outcome(story.date(month: month, day: day, isAhead: start.followsFutureWord)) ?? .vague
  }

  /// `November 2026`, also `early November 2026`
  private static func monthYear(_ cursor: inout DateCursor, _: StoryDay) -> Outcome? {
    if cursor.keyword(among: [.early, .late, .mid]) != nil, !cursor.joint() { return nil }
    guard let month = cursor.month() else { return nil }
    cursor.optionalOf()
    cursor.sign(",")
    guard cursor.blanks(), let year = cursor.year() else { return nil }
    return outcome(DateValue(year: year, month: month))
  }

  // MARK: Relative to the story's day

  /// `last November`
  private static func relativeMonth(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    guard let keyword = cursor.keyword(among: [.last, .this, .next, .past]), cursor.blanks(),
      let month = cursor.month()
    else { return nil }
    return outcome(story.month(month, keyword))
  }

  /// `next Friday`
  private static func relativeWeekday(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    guard let keyword = cursor.keyword(among: [.last, .this, .next, .past, .coming]), cursor.blanks(),
      let weekday = cursor.weekday()
    else { return nil }
    return outcome(story.weekday(weekday, keyword))
  }

  /// `three days ago`, `about a year earlier`
  private static func ago(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    cursor.optionalEstimate()
    guard let count = cursor.count(), cursor.optionalAlternative(), cursor.blanks(), let unit = cursor.unit(),
      cursor.blanks(), let keyword = cursor.keyword(among: [.ago, .earlier])
    else { return nil }
    // An earlier day or month is relative to another day than the story's.
    guard keyword == .ago || unit == .year else { return nil }
    return story.before(count, unit).map { .date($0) } ?? .vague
  }

  /// `last month`, `the following year`
  private static func relativeUnit(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    let isWithArticle = cursor.keyword(.the)
    guard !isWithArticle || cursor.blanks(),
      let keyword = cursor.keyword(among: isWithArticle ? [.previous, .following] : [.last, .this, .next]),
      cursor.blanks(), let unit = cursor.unit(oneOnly: true)
    else { return nil }
    let step = keyword == .this ? 0 : keyword == .next || keyword == .following ? 1 : -1
    return switch unit {
    case .year: outcome(DateValue(year: story.date.year + step))
    case .month: outcome(DateValue(year: story.date.year, month: story.date.month + step))
    case .day, .week: nil
    }
  }

  /// `a year-ago`
  private static func yearAgo(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    guard cursor.count() == 1, cursor.blanks(), let unit = cursor.unit(oneOnly: true), cursor.joint(),
      cursor.keyword(.ago)
    else { return nil }
    return unit == .year || unit == .month ? outcome(story.before(1, unit)) : nil
  }

  /// `a year-earlier`
  private static func yearEarlier(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    if cursor.keyword(.the) || cursor.count() == 1, !cursor.blanks() { return nil }
    guard cursor.unit(oneOnly: true) == .year, cursor.joint(), cursor.keyword(.earlier) else { return nil }
    return outcome(story.before(1, .year))
  }

  /// `yesterday`, `this morning`
  private static func namedDay(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    cursor.namedDay().flatMap { outcome(story.dayLater($0)) }
  }

  /// `Friday`
  private static func weekday(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    let start = cursor
    return cursor.weekday().flatMap { outcome(story.weekday($0, isAhead: start.followsFutureWord)) }
  }

  // MARK: Months and years alone

  /// `November`. May and March need a preceding word that marks them as months.
  private static func month(_ cursor: inout DateCursor, _ story: StoryDay) -> Outcome? {
    let start = cursor
    guard let month = cursor.month(), !(month == 3 || month == 5) || start.followsMonthWord else {
      return nil
    }
    return outcome(story.month(month, isAhead: start.followsFutureWord))
  }

  /// `2026`, unless it is an amount.
  private static func year(_ cursor: inout DateCursor, _: StoryDay) -> Outcome? {
    guard !cursor.followsAmountSign, let year = cursor.year(), !cursor.isAmount(countedThings),
      !cursor.joinsWord
    else { return nil }
    return outcome(DateValue(year: year))
  }

  private static let countedThings: [StaticString] = [
    "percent", "people", "points", "dollars", "shares", "feet", "miles", "pages", "meters", "metres", "tons",
    "troops",
  ]

  /// `'26`
  private static func shortYear(_ cursor: inout DateCursor, _: StoryDay) -> Outcome? {
    guard cursor.apostropheBefore(), let year = cursor.number(digits: 2...2) else { return nil }
    return outcome(DateValue(year: fullYear(year)))
  }
}
