import Testing

@testable import PageFormats

@Suite struct RelatedLinksTests {
  @Test func linksToStoriesOfTheSite() {
    let built = BuiltText(SamplePage.html())
    let related = built.outline.related
    #expect(
      related.map { built.text($0.title) } == [
        "Tin prices fall for the third day", "School choir wins the county prize",
      ])
    #expect(
      related.map { built.text($0.address) } == [
        "https://courier.example/2025/03/10/tin-prices-fall-for-the-third-day",
        "https://courier.example/2025/03/09/school-choir-wins-the-county-prize?ref=side",
      ])
    #expect(related.allSatisfy { $0.body == nil })
  }

  @Test func ofAnUnknownAddressOnlyTheHeadline() {
    let html = SamplePage.html(head: "<html><head><title>Fog</title></head>")
    let built = BuiltText(html)
    let tin = built.outline.related.first { built.text($0.title) == "Tin prices fall for the third day" }
    #expect(tin != nil)
    #expect(tin?.address == nil)
  }

  @Test func linksInTheStoryAreNotRelated() {
    let link = "<a href='/2025/03/08/the-harbour-and-its-instruments'>the harbour and its instruments</a>"
    let built = BuiltText(
      SamplePage.html(story: SamplePage.paragraphs.map { "<p>\($0) See \(link) for more.</p>" }.joined()))
    #expect(!built.outline.related.contains { built.text($0.title) == "the harbour and its instruments" })
  }

  @Test(arguments: [
    ("b", "https://a.example/x/b"), ("/b", "https://a.example/b"), ("../b", "https://a.example/b"),
    ("./b?c#d", "https://a.example/x/b?c"), ("?c", "https://a.example/x/y?c"),
    ("//b.example/c", "https://b.example/c"),
    ("HTTP://B.example/C", "http://b.example/C"), ("#d", "https://a.example/x/y?z"),
    ("../../../b/./c/..", "https://a.example/b/"),
  ])
  func references(reference: String, address: String) {
    #expect(WebAddress("https://A.example/x/y?z")?.resolving(Array(reference.utf8))?.text == address)
  }

  @Test(arguments: ["mailto:a@b.example", "javascript:void(0)", "tel:123"])
  func whatIsNoPage(reference: String) {
    #expect(WebAddress("https://a.example/")?.resolving(Array(reference.utf8)) == nil)
  }

  @Test(arguments: [
    ("https://news.a.example/b", "a.example"), ("https://www.a.co.uk:80/", "a.co.uk"),
    ("https://a.example", "a.example"),
  ])
  func domains(address: String, domain: String) {
    #expect(WebAddress(address).map { String(decoding: $0.domain, as: UTF8.self) } == domain)
  }
}

@Suite struct PhraseMatcherTests {
  private let matcher = PhraseMatcher(["ad,|ads|", "read-?more", "post!nav", "@+"]) { byte in
    byte.map { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) } ?? true
  }

  @Test(arguments: [
    ("shadow", 1), ("ADS", 1), ("readmore", 3), ("Read-More", 2), ("read more", 1), ("post", 4),
    ("post-nav", 0), ("postnav post", 4),
    ("a @b", 8), ("a @ b", 0), ("", 0),
  ])
  func groups(text: String, groups: UInt32) {
    // `read` has an `ad`.
    let expected = text.lowercased().hasPrefix("read") ? groups | 1 : groups
    #expect(Array(text.utf8).withUnsafeBufferPointer { matcher.groups(in: $0) } == expected)
  }

  @Test func theLongestPhraseAtAPlace() {
    let matcher = PhraseMatcher(["by,by the,the"]) { _ in true }
    Array("by the sea".utf8).withUnsafeBufferPointer {
      #expect(matcher.end(at: 0, in: $0) == 6)
      #expect(matcher.end(at: 3, in: $0) == 6)
      #expect(matcher.end(at: 1, in: $0) == nil)
    }
  }

  /// Most places of a text are ruled out by the first bytes of all phrases; shorter phrases may begin anywhere.
  @Test(arguments: [
    ("x", 0, 1), ("xq", 0, 1), ("ax", 1, 2), ("yz", 0, 2), ("yzq", 0, 2), ("qyz", 1, 3), ("abc", 0, 3),
    ("zabcd", 1, 4),
    ("y", 0, nil), ("ab", 0, nil), ("abd", 0, nil), ("aby", 0, nil), ("", 0, nil),
  ])
  func shortPhrases(text: String, start: Int, end: Int?) {
    let matcher = PhraseMatcher(["x,yz,abc"]) { _ in true }
    Array(text.utf8).withUnsafeBufferPointer {
      #expect(matcher.end(at: start, in: $0) == end)
      #expect(matcher.isFound(in: $0) == (end != nil))
    }
  }
}
