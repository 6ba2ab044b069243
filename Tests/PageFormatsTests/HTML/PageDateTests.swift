import Testing

@testable import PageFormats

/// The day of publication where a page does not state it plainly.
@Suite struct PageDateTests {
  private func published(_ head: String, _ body: String = "", address: String? = nil) -> String? {
    let page =
      "<html><head>\(head)</head><body><h1>Fog closes the harbour</h1>\(body)<p>\(SamplePage.paragraphs[0])</p></body></html>"
    return BuiltText(page, address: address).outline.story.age?.time(savedAt: nil)?.iso8601
  }

  /// The time is given in UTC; the address tells the day at the place of publication.
  @Test(arguments: [
    ("2025-05-04T02:41:41+00:00", "2025/05/03", "2025-05-03T23:41:41-03:00"),
    ("2025-05-03T22:41:41Z", "2025/05/04", "2025-05-04T00:41:41+02:00"),
    ("2025-05-04T02:41:41Z", "2025/05/04", "2025-05-04T02:41:41Z"),
    ("2025-05-04T02:41:41Z", "2025/05/01", "2025-05-04T02:41:41Z"),
    ("2025-05-04T11:41:41Z", "2025/05/03", "2025-05-04T11:41:41Z"),
    ("2025-05-04T02:41:41-05:00", "2025/05/03", "2025-05-04T02:41:41-05:00"),
  ])
  func theDayOfAnAddress(told: String, path: String, time: String) {
    let head = "<meta property='article:published_time' content='\(told)'>"
    #expect(published(head, address: "https://courier.example/\(path)/fog") == time)
  }

  @Test(arguments: ["2025/october/03/fog", "03-fog/2025/10/03", "20251003/fog", "2025-10-03-fog"])
  func formsOfAddresses(path: String) {
    #expect(published("", address: "https://courier.example/\(path)") == "2025-10-03")
  }

  @Test func theOrderOfAnAddressIsCertain() {
    #expect(published("", address: "https://courier.example/29-10-2025") == "2025-10-29")
    #expect(published("", address: "https://courier.example/09-10-2025") == nil)
  }

  @Test(arguments: ["published", "published-date", "dcterms.issued"])
  func namesOfMetadata(name: String) {
    #expect(published("<meta name='\(name)' content='3 May 2025'>") == "2025-05-03")
  }

  @Test func aParagraphThatBeginsWithADate() {
    let long = "<p>03.05.2025 – \(SamplePage.paragraphs.joined(separator: " "))</p>"
    #expect(published("", long) == "2025-05-03")
  }

  @Test(arguments: [
    "<script>page = {\"publishedAt\":\"2025-05-03T10:00:00Z\"}</script>",
    "<div data-page='{&quot;datePublished&quot;:&quot;2025-05-03T10:00:00Z&quot;}'></div>",
  ])
  func dataOfScriptsIsTheLastResort(script: String) {
    #expect(published("", script) == "2025-05-03T10:00:00Z")
    #expect(published("", "<p>1 May 2025</p>" + script) == "2025-05-01")
  }
}
