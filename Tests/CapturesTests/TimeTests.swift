import Captures
import SavedPages
import Testing

/// When a page was saved.
struct TimeTests {
  private static let noon: Int64 = 1_741_694_400
  private static let later: Int64 = noon + 90 * 86_400

  private func page(_ date: String) throws -> Int64? {
    let html = "<!-- Saved from https://lantern.example/ at \(date) using monolith v2 --><html>"
    return try Captured.page(Array(html.utf8), .html).saved
  }

  @Test(arguments: [
    ("2025-03-11T08:15:02Z", 0), ("2025-03-11T08:15:02.123Z", 0), ("2025-03-11T09:15:02+01:00", 0),
    ("2025-03-11T02:45:02-0530", 0), ("2025-03-11T08:15Z", -2), ("2025-03-11", -29_702),
  ])
  func isoTimes(text: String, difference: Int64) throws {
    #expect(try page(text) == SavedForm.saved + difference)
  }

  @Test(arguments: [
    "Tue Mar 11 2025 09:15:02 GMT+0100 (Central European Standard Time)", "Tue, 11 Mar 2025 08:15:02 -0000",
    "Tuesday, 11 March 2025 08:15:02 GMT", "11 Mar 2025 09:15:02 +0100", "Mar 11 2025 8:15:02 AM",
    "2025-03-11T09:15:02 (UTC +01:00)", "2025-03-11T08:15:02 (UTC)", "2025-03-11T02:45:02 (UTC -05:30)",
  ])
  func othersTimes(text: String) throws {
    let html =
      "<html><!--\n Page saved with SingleFile \n url: https://lantern.example/a \n saved date: \(text)\n-->"
    #expect(try Captured.page(Array(html.utf8), .html).saved == SavedForm.saved)
  }

  @Test(arguments: [
    "2025-02-30T10:00:00Z", "2025-13-01", "yesterday", "99999999999999999999", "2025-03-11T25:00:00Z", "",
  ])
  func noTimes(text: String) throws { #expect(try page(text) == nil) }

  @Test(arguments: [
    ("2025-03-11 quay.html", 0), ("news/quay_20250311.txt", 0), ("2025_03_11.md", 0), ("quay 2025.03.11", 0),
    ("20250311081502.html", -13_498), ("2025-03-11 08.15.02 quay", -13_498),
    ("2025-03-11T081502Z.html", -13_498),
    ("2025-03-11 08.15", -13_500),
  ])
  func datesInNames(name: String, difference: Int64) {
    let time = SavedTime(told: nil, name: name, modified: TimeTests.later)
    #expect(time == SavedTime(seconds: TimeTests.noon + difference, origin: .name))
  }

  @Test(arguments: [
    "000_7530b77020250311.txt", "123456789012.txt", "20251399.txt", "11-03-2025.txt", "story.txt",
    "2025-03.txt", "202503111.txt",
  ])
  func namesWithoutDates(name: String) {
    #expect(SavedTime(told: nil, name: name, modified: TimeTests.later).origin == .modification)
  }

  @Test func theFileKnowsBest() {
    let told = SavedTime(told: 5, name: "2025-03-11.html", modified: TimeTests.later)
    #expect(told == SavedTime(seconds: 5, origin: .file))
  }

  /// A name tells a day of somewhere: a time of that day is better, and one before it contradicts it.
  @Test func modifiedAtAboutThatTime() {
    for modified in [TimeTests.noon + 3_600, TimeTests.noon - 400 * 86_400] {
      let time = SavedTime(told: nil, name: "2025-03-11 quay.html", modified: modified)
      #expect(time == SavedTime(seconds: modified, origin: .modification))
    }
  }
}
