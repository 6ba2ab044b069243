import PageFormats
import Testing

/// The reader's own days.
struct LocalZoneTests {
  private let tokyo = LocalZone.fixed(9 * 3_600, name: "JST")
  private let chicago = LocalZone.fixed(-6 * 3_600, name: "CST")

  private func day(_ time: PublicationTime, _ zone: LocalZone) -> [Int] {
    let date = zone.day(of: time)
    return [date.year, date.month, date.day]
  }

  @Test func momentsAreMovedIntoTheReadersDay() {
    // 2026-11-26 23:30 UTC.
    let time = PublicationTime(seconds: 1_795_735_800, precision: .minute)
    #expect(day(time, .utc) == [2026, 11, 26])
    #expect(day(time, tokyo) == [2026, 11, 27])
    #expect(
      day(PublicationTime(seconds: 1_795_735_800 - 22 * 3_600, precision: .minute), chicago) == [
        2026, 11, 25,
      ])
  }

  @Test func aDateIsThatDateEverywhere() {
    let date = PublicationTime(seconds: 1_795_651_200, precision: .day)
    for zone in [LocalZone.utc, tokyo, chicago] { #expect(day(date, zone) == [2026, 11, 26]) }
    // "2 days ago" is a moment.
    let ago = PublicationTime(seconds: 1_795_735_800, precision: .day)
    #expect(day(ago, tokyo) == [2026, 11, 27])
  }

  @Test func theSystemHasANameAndAnOffset() {
    #expect(!LocalZone.system.name(at: 0).isEmpty)
    #expect(abs(LocalZone.system.wallSeconds(Int64(0))) <= 14 * 3_600)
  }
}
