import Testing

@testable import PageFormats
@testable import Text

struct EncodingTests {
  static let text = StyleA(title: "Fog — “closes” harbour", body: ["Café by the sea.", "Swans: 🦢🦢."]).text
  static let page = PageParser.page(text)

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return bigEndian ? [high, low] : [low, high]
    }
  }

  @Test func byteOrderMarks() {
    #expect(PageParser.page("\u{FEFF}" + EncodingTests.text) == EncodingTests.page)
    for bigEndian in [true, false] {
      let page = PageParser.page(EncodingTests.utf16("\u{FEFF}" + EncodingTests.text, bigEndian: bigEndian))
      #expect(page.encoding == (bigEndian ? .utf16BE : .utf16LE))
      #expect(page.problems.isEmpty)
      #expect(page.story == EncodingTests.page.story && page.related == EncodingTests.page.related)
    }
  }

  @Test(arguments: [true, false])
  func utf16WithoutAMark(bigEndian: Bool) {
    let page = PageParser.page(EncodingTests.utf16(EncodingTests.text, bigEndian: bigEndian))
    #expect(page.story == EncodingTests.page.story && page.related == EncodingTests.page.related)
    #expect(page.problems == [.guessedEncoding(bigEndian ? .utf16BE : .utf16LE)])
    let arabic = "المرفأ مغلق بسبب الضباب\nأُغلق المرفأ فجر الأربعاء.\nوبقيت القوارب في مكانها.\n"
    #expect(
      PageParser.page(EncodingTests.utf16(arabic, bigEndian: bigEndian)).story
        == PageParser.page(arabic).story)
  }

  @Test func loneSurrogates() {
    let units: [UInt16] = [0xFEFF, 0x46, 0xD800, 0x6F, 0xDC00, 0x67, 0xD83E]
    let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let page = PageParser.page(bytes)
    #expect(page.story.title == "F\u{FFFD}o\u{FFFD}g")
    #expect(page.problems.contains(.undecodableBytes(count: 2)))
  }

  @Test func anOddNumberOfBytes() {
    let page = PageParser.page(EncodingTests.utf16("\u{FEFF}Fog", bigEndian: false) + [0x21])
    #expect(page.story.title == "Fog")
  }

  @Test func windows1252() {
    let bytes =
      Array("\nFog closes the harbour\nCaf".utf8) + [
        0xE9, 0x20, 0x93, 0x66, 0x6F, 0x67, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35,
      ]
    let page = PageParser.page(bytes)
    #expect(page.story.body == ["Café “fog” – €5"])
    #expect(page.problems == [.guessedEncoding(.windows1252)])
  }

  /// What a page's server says counts more than what the page says, which counts more than a guess.
  @Test(arguments: [
    ("windows-1251", "koi8-r", "Туман"), (nil, "windows-1251", "Туман"),
    ("nonsense", "windows-1251", "Туман"),
    ("koi8-r", "windows-1251", "рСЛЮМ"),
  ])
  func declaredEncodings(charset: String?, meta: String, title: String) {
    let head = Array("<html><head><meta charset=\(meta)><title>".utf8)
    let bytes = head + [0xD2, 0xF3, 0xEC, 0xE0, 0xED] + Array("</title></head><body><h1>".utf8)
    let page = PageParser.page(
      bytes + [0xD2, 0xF3, 0xEC, 0xE0, 0xED] + Array("</h1>".utf8), as: .html, charset: charset)
    #expect(page.story.title == title)
    #expect(page.problems.allSatisfy { $0 == .empty })
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xE2, 0x80, 0x41],
    ] as [[UInt8]])
  func strayBytes(stray: [UInt8]) {
    let text = "\nFog — “closes” the harbour\nDéjà vu — encore, “là”. Œuvre — “fin”. "
    let page = PageParser.page(Array(text.utf8) + stray + Array("Boats".utf8))
    #expect(page.story.title == "Fog — “closes” the harbour")
    #expect(page.story.body.first?.hasPrefix("Déjà vu — encore, “là”. Œuvre — “fin”. \u{FFFD}") == true)
    #expect(page.story.body.first?.hasSuffix("Boats") == true)
    #expect(page.problems.count == 1)
  }

  /// Against the standard library's own decoder, around the places where a fast check changes its step.
  @Test(arguments: [0, 7, 8, 63, 64, 65, 300])
  func everyInvalidSequenceIsNoticed(place: Int) {
    let edges: [UInt8] = [0x20, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC2, 0xFF]
    var bytes = [UInt8](repeating: 0x61, count: 400)
    for first in UInt8(0x80)...0xFF {
      for second in edges {
        for third in edges {
          bytes.replaceSubrange(place..<place + 4, with: [first, second, third, 0x80])
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          #expect(bytes.withUnsafeBufferPointer { UTF8Check.isValid($0) } == isValid)
        }
      }
    }
  }

  @Test func plainTextHasNoLettersOutsideASCII() {
    let long = String(repeating: "tin and fog ", count: 9)
    func isPlain(_ text: String) -> Bool {
      Array(text.utf8).withUnsafeBufferPointer { PageParser.isPlain($0) }
    }
    for text in ["", "a", long, "“\(long)” — ‘\(long)’…", "• \(long)\u{2003}"] {
      #expect(isPlain(text), "\(text)")
    }
    for text in [long + "é", "é" + long, "“\(long)ü”", "شارع", long + "\0", "\u{2070}", "\u{A0}"] {
      #expect(!isPlain(text), "\(text)")
    }
    let cut: [UInt8] = [0x61, 0xE2, 0x80]
    #expect(!cut.withUnsafeBufferPointer { PageParser.isPlain($0) })
    #expect(!cut.withUnsafeBufferPointer { PageParser.isUTF8($0) })
  }

  @Test func binaries() {
    let zeros: [UInt8] = [0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 1, 0, 2]
    #expect(zeros.withUnsafeBufferPointer { PageParser.isBinary($0) })
    #expect(
      !EncodingTests.utf16("Fog closes", bigEndian: true).withUnsafeBufferPointer { PageParser.isBinary($0) })
    #expect(!Array(EncodingTests.text.utf8).withUnsafeBufferPointer { PageParser.isBinary($0) })
  }

  /// A stray zero, and the padding that a file system leaves after a power cut, make no binary of a text.
  @Test(arguments: [
    ("The crane \0 stood still for a week at the old quay.", false),
    ("The crane stood still for a week at the old quay.\n" + String(repeating: "\0", count: 600), false),
    ("The crane stood still\u{1}\u{2} for a week at the old quay.\0", true),
    (String(repeating: "crane\0", count: 40), true), (String(repeating: "\0", count: 600), true),
    ("PK\0\0", true),
  ])
  func zerosInAText(text: String, isBinary: Bool) {
    #expect(Array(text.utf8).withUnsafeBufferPointer { PageParser.isBinary($0) } == isBinary)
    if !isBinary { #expect(PageParser.page(Array(text.utf8)).kind == .unknown) }
  }
}
