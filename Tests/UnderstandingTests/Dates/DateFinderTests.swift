import PageFormats
import Testing

@testable import Understanding

@Suite struct DateFinderTests {
  /// A Saturday.
  private func values(_ sentence: String) throws -> [String] {
    let finder = DateFinder(writtenOn: try #require(CivilDate(year: 2026, month: 11, day: 28)))
    return Array(sentence.utf8).withUnsafeBufferPointer { finder.dates(in: $0) }.map(\.value.iso8601)
  }

  private func texts(_ sentence: String) throws -> [String] {
    let finder = DateFinder(writtenOn: try #require(CivilDate(year: 2026, month: 11, day: 28)))
    let bytes = Array(sentence.utf8)
    return bytes.withUnsafeBufferPointer { finder.dates(in: $0) }
      .map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("It opened on 2025-03-09.", ["2025-03-09"]),
    ("It opened on March 9, 2025.", ["2025-03-09"]),
    ("It opened on March 9th, 2025, and closed on 10 April 2026.", ["2025-03-09", "2026-04-10"]),
    ("The fair, June 5-7, 2025, was wet.", ["2025-06-05"]),
    ("Signed 3/9/2025 and 25/9/25.", ["2025-03-09", "2025-09-25"]),
    ("There was never a February 30, 2025.", []),
  ])
  func wholeDates(sentence: String, dates: [String]) throws {
    #expect(try values(sentence) == dates)
  }

  @Test(arguments: [
    ("They met on Nov. 3 in Oslo.", ["2026-11-03"]),
    ("They met on 3 February.", ["2026-02-03"]),
    ("They will meet on January 3.", ["2027-01-03"]),
    ("The law took effect in March.", ["2026-03"]),
    ("It is expected in March.", ["2027-03"]),
    ("They march in May.", ["2026-05"]),
    ("May I march?", []),
    ("Sales rose in late October 2025.", ["2025-10"]),
  ])
  func yearsThatAreLeftOut(sentence: String, dates: [String]) throws {
    #expect(try values(sentence) == dates)
  }

  @Test(arguments: [
    ("He resigned yesterday.", ["2026-11-27"]),
    ("He resigned the day before yesterday.", ["2026-11-26"]),
    ("He resigned on Friday.", ["2026-11-27"]),
    ("He will resign on Friday.", ["2026-12-04"]),
    ("He resigned last Saturday.", ["2026-11-21"]),
    ("He resigned last month.", ["2026-10"]),
    ("He resigned last December.", ["2025-12"]),
    ("He resigned three days ago.", ["2026-11-25"]),
    ("He resigned about two years ago.", ["2024"]),
    ("He resigned two or three months ago.", ["2026-09"]),
    ("He resigned two weeks ago, in the past year.", []),
    ("He resigned three days later.", []),
  ])
  func countedFromTheStory(sentence: String, dates: [String]) throws {
    #expect(try values(sentence) == dates)
  }

  @Test(arguments: [
    ("Founded in 1887, it closed in 2011.", ["1887", "2011"]),
    ("It cost $2000, for 1999 people and 1900 miles.", []),
    ("The class of '68 met.", ["1968"]),
    ("A 2010-style phone of 2,010 crowns.", []),
    ("Room 2145 was empty.", []),
  ])
  func yearsAlone(sentence: String, dates: [String]) throws {
    #expect(try values(sentence) == dates)
  }

  @Test func placesOfDates() throws {
    #expect(try texts("Über Nacht: on March 9, 2025, and in ’68.") == ["March 9, 2025", "’68"])
  }

  /// What one rule has read no other reads again.
  @Test func datesDoNotOverlap() throws {
    #expect(try values("On Friday, Nov. 27, 2026, at noon") == ["2026-11-27", "2026-11-27"])
    #expect(try texts("in early November 2026") == ["early November 2026"])
  }

  @Test(arguments: ["", " ", "May", "1", "'", "ago", "the", "a year", "31 31 31", "last", "’68", "\u{FF}"])
  func beginnings(of sentence: String) throws {
    #expect(try values(sentence).count <= 1)
  }
}
