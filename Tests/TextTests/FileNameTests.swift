import Testing

@testable import Text

/// Names of files that are no UTF-8.
struct FileNameTests {
  private static let names: [[UInt8]] = [
    Array("quay.txt".utf8), Array("café 霧 😀".utf8), [0x63, 0x61, 0x66, 0xE9], [0xFF, 0xFE, 0x80],
    [0xE9, 0x9C],
    [0xF4, 0x8F, 0xBA, 0x80], [0xF4, 0x8F, 0xBB, 0xBF, 0xE9], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [], [0xF4],
    [0xF0, 0x9F, 0x98, 0x80, 0xFF],
  ]

  @Test(arguments: names) func stringsLeadBack(name: [UInt8]) {
    let string = FileName.string(name)
    let back = FileName.bytes(string)
    #expect(back.map { UInt8(bitPattern: $0) } == name + [0])
    #expect(FileName.withName(string) { FileName.string($0) } == string)
    #expect(FileName.withName(string) { pointer in (0...name.count).map { pointer[$0] } } == back)
  }

  @Test func eachNameHasItsOwn() {
    #expect(Set(Self.names.map { FileName.string($0) }).count == Self.names.count)
    #expect(FileName.string(Array("café".utf8)) == "café")
  }

  @Test func bytesAreShownAsReplacements() {
    #expect(TextSanitizer.clean(FileName.string([0x63, 0x61, 0x66, 0xE9])) == "caf\u{FFFD}")
    #expect(TextSanitizer.clean("caf\u{10FE80}\u{10FEFF}\u{10FE7F}") == "caf\u{FFFD}\u{FFFD}\u{10FE7F}")
  }
}
