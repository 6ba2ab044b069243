import Testing

@testable import PageFormats

struct PageAddressTests {
  private func find(_ text: String) -> String? {
    Array(text.utf8).withUnsafeBufferPointer { PageAddress.find(in: $0) }
  }

  private static let filler = (1...40).map { "Line \($0) of a story about bridges.\n" }.joined()

  @Test(
    arguments: [
      "https://meridian.example/a?b=c&d=%20#e", "http://meridian.example", "HTTPS://meridian.example/x",
      "https://[::1]:8080/", "https://صحيفة.example/خبر", "https://meridian.example/$(id);'x'",
    ])
  func findsALineOfItsOwn(address: String) {
    #expect(find(address) == address)
    #expect(find("A headline\n\n \t\(address)\r\n\n\(Self.filler)") == address)
    #expect(find("A headline\n\(Self.filler)\n<\(address)>\n\n") == address)
  }

  @Test(
    arguments: ["Source: ", "URL:", "Link : ", "source url: ", "ORIGINAL: <", "المصدر: ", "  Address:\t"])
  func findsWhatALabelNames(label: String) {
    let end = label.hasSuffix("<") ? ">" : ""
    let text = "https://other.example/\nA headline\n\(label)https://meridian.example/a\(end)\n" + Self.filler
    #expect(find(text) == "https://meridian.example/a")
  }

  @Test(
    arguments: [
      "", "A headline\n\nNo address.", "See https://meridian.example/ for more",
      "Via: https://meridian.example",
      "ftp://meridian.example/", "javascript:alert(1)", "file:///etc/passwd", "https://", "https:///path",
      "https://a b.example/", "https://a.example/\u{1B}[31m", "https://a.example/\u{202E}gpj",
      "https://a.exam\u{200B}ple/", "https://a.example/\"x", "https://a.example/`x`", "https://-x.example",
      "https://a.example/" + String(repeating: "x", count: 3_000),
    ])
  func everythingElseIsNone(text: String) {
    #expect(find(text) == nil)
  }

  @Test func theMiddleOfAPageIsItsStory() {
    #expect(find(Self.filler + "https://meridian.example/a\n" + Self.filler) == nil)
  }

  @Test func bytesThatAreNoTextAreNone() {
    let bytes = Array("https://a.example/".utf8) + [0xFF, 0x00, 0x80]
    #expect(bytes.withUnsafeBufferPointer { PageAddress.find(in: $0) } != "https://a.example/")
    #expect(PageAddress.isWebAddress("https://a.example/\0") == false)
  }
}
