import Testing
import Understanding

@Suite("Sentences of a paragraph")
struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Sentences.ranges(in: text).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(
    "sentences end at their signs, with what closes behind them",
    arguments: [
      ["The ferry left.", "It was late!", "Why?"],
      ["“The ferry left.”", "Nobody saw it…", "It came back."],
      ["وصلت العبارة.", "من رآها؟", "لا أحد."],
      ["Dr. Lind met J. Moe of the U.S. Navy.", "They spoke."],
      ["It left at 9 a.m. Monday.", "It cost 4.5 million."],
      ["He lives in the U.S.", "The port is far."],
      ["no capital. so no end here."],
      ["A visit to www.example.com/a.b costs nothing."],
    ])
  func ends(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test("Chinese and Japanese need no space")
  func wide() {
    #expect(sentences("渡轮离开了。没有人看见！「真的？」他问。") == ["渡轮离开了。", "没有人看见！", "「真的？」", "他问。"])
  }

  @Test("spaces around sentences are no part of them", arguments: ["", "   ", "\u{A0}\n"])
  func spaces(text: String) {
    #expect(sentences(text).isEmpty)
    #expect(sentences(text + "One." + text + " Two." + text) == ["One.", "Two."])
  }

  @Test("bytes that are no UTF-8 do no harm")
  func invalid() {
    let bytes: [UInt8] = [0x2E, 0x20, 0xE2, 0x80, 0x2E, 0x20, 0xD8, 0x2E, 0xE3, 0x80]
    let ranges = bytes.withUnsafeBufferPointer { Sentences.ranges(in: $0) }
    #expect(ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count })
  }
}
