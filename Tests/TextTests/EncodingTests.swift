import SeededNumbers
import Testing

@testable import Text

struct EncodingTests {
  private struct Decoded: Equatable {
    var text: String
    var encoding: TextEncoding
    var isGuessed = false
    var undecodable = 0
  }

  private func decode(_ bytes: [UInt8], declared: TextEncoding? = nil) -> Decoded {
    bytes.withUnsafeBufferPointer {
      switch TextDecoding.decode($0, declared: { declared }) {
      case .utf8(let range): Decoded(text: String(decoding: bytes[range], as: UTF8.self), encoding: .utf8)
      case .converted(let text, let undecodable, let source):
        Decoded(
          text: String(decoding: text, as: UTF8.self), encoding: source.encoding, isGuessed: source.isGuessed,
          undecodable: undecodable)
      }
    }
  }

  @Test(arguments: EncodedText.all)
  func declared(sample: EncodedText) {
    let expected = Decoded(text: sample.text, encoding: sample.encoding)
    #expect(decode(sample.bytes, declared: sample.encoding) == expected)
  }

  @Test(arguments: EncodedText.all)
  func guessed(sample: EncodedText) {
    let decoded = decode(sample.bytes)
    #expect(decoded.text == sample.text)
    #expect(decoded.isGuessed)
  }

  @Test func whatIsUTF8ToTheLastByteIsThatWhateverIsDeclared() {
    let text = "Der Rat von Förde beschließt: „Ja“."
    #expect(decode(Array(text.utf8), declared: .windows1252) == Decoded(text: text, encoding: .utf8))
  }

  @Test func aMarkGoesBeforeWhatIsDeclared() {
    let text: [UInt8] = [0xFF, 0xFE, 0x46, 0, 0xF6, 0]
    #expect(decode(text, declared: .shiftJIS) == Decoded(text: "Fö", encoding: .utf16LE))
    #expect(decode([0xEF, 0xBB, 0xBF, 0x46, 0xF6, 0x46], declared: .macintosh).encoding == .utf8)
  }

  @Test func aWrongDeclarationOfUTF8IsNotBelieved() {
    let sample = EncodedText.all[3]
    #expect(decode(sample.bytes, declared: .utf8).text == sample.text)
  }

  @Test(arguments: ["港の古い岸壁を今冬に建て直す。\n市議会は火曜日に決めた。\n", "Fog.\n", "Кран стоял.\n", "안개가 걷혔다.\n"])
  func utf16WithoutMark(text: String) {
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    #expect(decode(little) == Decoded(text: text, encoding: .utf16LE, isGuessed: true))
    #expect(decode(big) == Decoded(text: text, encoding: .utf16BE, isGuessed: true))
    #expect(!little.withUnsafeBufferPointer { TextDecoding.isBinary($0) })
  }

  @Test func utf32() {
    let text = "Fog, 霧 and 🌫.\n"
    let little = text.unicodeScalars.flatMap { scalar in
      (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32(8 * $0)) }
    }
    let marked: [UInt8] = [0xFF, 0xFE, 0, 0] + little
    #expect(decode(marked) == Decoded(text: text, encoding: .utf32LE))
    #expect(decode(little) == Decoded(text: text, encoding: .utf32LE, isGuessed: true))
  }

  @Test(arguments: [
    ("ISO-8859-1", TextEncoding.windows1252), (" latin1\n", .windows1252), ("GB2312", .gb18030),
    ("x-sjis", .shiftJIS), ("ks_c_5601-1987", .eucKR), ("UTF8", .utf8), ("cp-1251", nil), ("", nil),
    ("windows-1251", .windows1251), ("iso-8859-9", .windows1254), ("UTF-16", .utf16LE),
  ])
  func labels(label: String, encoding: TextEncoding?) {
    #expect(TextEncoding(label: label) == encoding)
  }

  @Test func aTextThatNamesUTF16IsNot() {
    #expect(TextEncoding(labelInText: "utf-16") == .utf8)
    #expect(TextEncoding(labelInText: "gbk") == .gb18030)
  }

  @Test func aTagBehindHalfACharacterStays() {
    for encoding in [TextEncoding.shiftJIS, .eucJP, .gb18030, .big5, .eucKR] {
      let decoded = decode([0x81, 0x3C, 0x70, 0x3E, 0x20, 0xFF], declared: encoding)
      #expect(decoded.text.contains("<p>"))
    }
  }

  @Test func aCharacterThatTheEndCutsIsLeftOut() {
    let sample = EncodedText.all[16]
    #expect(decode(Array(sample.bytes.dropLast()), declared: .shiftJIS).undecodable == 0)
  }

  @Test func charactersOfFourBytes() {
    let bytes: [UInt8] = [0x94, 0x39, 0xDA, 0x33, 0x81, 0x30, 0x84, 0x36, 0x81, 0x30, 0x81, 0x30]
    #expect(decode(bytes, declared: .gb18030).text == "\u{1F4A9}\u{A5}\u{80}")
  }

  @Test func everythingBecomesUTF8() {
    var numbers = SeededNumbers(seed: 1)
    for encoding in TextEncoding.allCases {
      let bytes = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &numbers) }
      let text = decode(bytes, declared: encoding).text
      #expect(text.utf8.count <= 3 * bytes.count)
    }
  }
}
