import Display
import SeededNumbers
import Testing

@testable import Terminal

extension InputDecoder {
  /// The events alone.
  fileprivate mutating func events(_ bytes: some Sequence<UInt8>) -> [InputEvent] {
    bytes.flatMap { handle($0) }.compactMap(\.event)
  }

  fileprivate mutating func eventsAfterSilence() -> [InputEvent] { silence().compactMap(\.event) }
}

extension InputDecoder.Output {
  fileprivate var event: InputEvent? {
    if case .event(let event) = self { event } else { nil }
  }
}

@Suite("Keys, mouse and pastes from bytes")
struct InputDecoderTests {
  /// All keys of a text typed at once, then silence.
  private func keys(_ text: String) -> [Key] {
    keys(Array(text.utf8))
  }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    events(bytes).compactMap { event in
      if case .key(let key) = event { key } else { nil }
    }
  }

  private func events(_ text: String) -> [InputEvent] {
    events(Array(text.utf8))
  }

  private func events(_ bytes: [UInt8]) -> [InputEvent] {
    var decoder = InputDecoder()
    let events = decoder.events(bytes)
    return decoder.isWaiting ? events + decoder.eventsAfterSilence() : events
  }

  @Test("Plain characters, also those of several bytes")
  func characters() {
    #expect(keys("j G~") == [.character("j"), .character(" "), .character("G"), .character("~")])
    #expect(keys("é語🚢ن") == [.character("é"), .character("語"), .character("🚢"), .character("ن")])
  }

  @Test(
    "Control characters",
    arguments: [
      ("\u{01}", Key.control("A")), ("\u{0F}", .control("O")), ("\u{11}", .control("Q")),
      ("\u{13}", .control("S")), ("\u{1A}", .control("Z")), ("\u{1F}", .control("_")),
      ("\u{1D}", .control("]")), ("\u{08}", .backspace), ("\u{7F}", .backspace),
      ("\t", .tab), ("\r", .enter), ("\n", .enter),
      ("\u{1B}", .escape),
    ])
  func controls(text: String, key: Key) {
    #expect(keys(text) == [key])
  }

  @Test(
    "Sequences that the terminal's description may lack",
    arguments: [
      ("[A", Key.up), ("[B", .down), ("[C", .right), ("[D", .left), ("OA", .up), ("OD", .left),
      ("[1;1A", .up), ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[F", .end),
      ("OF", .end), ("[4~", .end), ("[8~", .end),
      ("[5~", .pageUp), ("[6~", .pageDown), ("[2~", .insert), ("[3~", .delete),
      ("[Z", .backTab), ("OM", .enter), ("OP", .function(1)), ("OS", .function(4)), ("[11~", .function(1)),
      ("[15~", .function(5)), ("[17~", .function(6)), ("[24~", .function(12)), ("[[A", .function(1)),
      ("[[E", .function(5)), ("Oq", .character("1")),
    ])
  func sequences(text: String, key: Key) {
    #expect(keys("\u{1B}" + text) == [key])
    #expect(keys("\u{1B}\(text)j") == [key, .character("j")])
  }

  @Test(
    "What is unknown is swallowed whole",
    arguments: [
      "[1;5A", "[3;2~", "[25~", "[99~", "[?62;1;2c", "[8;40;120t", "[<3;10;20M", "[<0;10m", "[M !\"",
      "[201~", "[I", "[<", "[<0;0;1M", "[<0;1;99999M", "[<0;1;99999999999999999999M", "[<-1;1;1M",
      "[<128;1;1M",
      "[<35;4;4M", "[<66;4;4M", "[<64;4;4m", "[<;;M", "[<0;1;1;1M", "[<0;1;1$M", "[32;10;20M", "[0;1;1m",
      "[<0;1;" + String(repeating: "0", count: 40) + "5M", "[106;3u", "[57441u", "[106;1:3u", "[1114112u",
      "[99999999999999999999u", "[u", "[27;5;~", "[>1;95;0c", "[12;40R", "[?2026;2y", "[?2026$y",
      "O5A", "OY", "[[Z", "[7$x",
      "]11;rgb:0000/0000/0000\u{07}", "]11;rgb:ff/ff/ff\u{1B}\\", "P1+r544e=78\u{1B}\\", "_Gi=1;OK\u{1B}\\",
      "[" + String(repeating: "1;", count: 500) + "A",
    ])
  func unknown(text: String) {
    #expect(events("\u{1B}" + text) == [])
    if text != "[<" { #expect(events("\u{1B}\(text)q\u{1B}[A") == [.key("q"), .key(.up)]) }
  }

  @Test("Escape with another key is Escape, then that key")
  func escapeAndMore() {
    #expect(keys("\u{1B}j") == [.escape, .character("j")])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
    #expect(keys("\u{1B}é") == [.escape, .character("é")])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}P") == [.escape, .character("P")])
    #expect(keys("\u{1B}[") == [.escape, .character("[")])
  }

  @Test("A sequence broken off by another gives only the second")
  func broken() {
    #expect(keys("\u{1B}[12\u{1B}[B") == [.down])
    #expect(keys("\u{1B}]0;title\u{1B}[B") == [.down])
    #expect(keys("\u{1B}[12") == [])
    #expect(keys("\u{1B}[1\rj") == [.enter, .character("j")])
  }

  @Test("Bytes that are no UTF-8 vanish, and take nothing with them")
  func invalidBytes() {
    #expect(keys([0x80, 0x6A]) == [.character("j")])
    #expect(keys([0xC3, 0x6A]) == [.character("j")])
    #expect(keys([0xC0, 0xAF, 0xFF, 0x6A]) == [.character("j")])
    #expect(keys([0xED, 0xA0, 0x80, 0x6A]) == [.character("j")])
    #expect(keys([0xF4, 0x90, 0x80, 0x80, 0x6A]) == [.character("j")])
    #expect(keys([0xE8, 0xAA, 0x1B, 0x5B, 0x41]) == [.up])
    #expect(keys([0xC2, 0x9B, 0x6A]) == [.character("j")])
    #expect(keys([0x00, 0x6A]) == [.character("j")])
  }

  @Test("A character survives a pause between its bytes; an escape sequence ends there")
  func pauses() {
    var decoder = InputDecoder()
    #expect(decoder.events([0xC3]) == [] && !decoder.isWaiting)
    #expect(decoder.eventsAfterSilence() == [])
    #expect(decoder.events([0xA9]) == [.key("é")])
    #expect(decoder.events([0x1B]) == [] && decoder.isWaiting)
    #expect(decoder.eventsAfterSilence() == [.key(.escape)])
    #expect(decoder.eventsAfterSilence() == [] && !decoder.isWaiting)
    #expect(decoder.events([0x5B]) == [.key("[")])
  }

  @Test("The rest of a key that comes after the Escape key was reported is no command")
  func lateSequences() {
    for rest in ["[A", "OA"] {
      var decoder = InputDecoder()
      #expect(decoder.events([0x1B]) == [])
      #expect(decoder.eventsAfterSilence() == [.key(.escape)])
      #expect(rest.utf8.flatMap { decoder.events([$0]) } == [.key(.up)])
      #expect(!decoder.isWaiting)
    }
    var decoder = InputDecoder()
    #expect(decoder.events([0x1B]) == [] && decoder.eventsAfterSilence() == [.key(.escape)])
    #expect(decoder.events([UInt8(ascii: "P")]) == [.key("P")], "only keys have a rest")
    #expect(decoder.events([0x1B]) == [] && decoder.eventsAfterSilence() == [.key(.escape)])
    #expect(decoder.events([UInt8(ascii: "[")]) == [])
    #expect(decoder.eventsAfterSilence() == [.key("[")], "it was typed")
  }

  @Test("Keys are what the terminal's description says first")
  func described() {
    var decoder = InputDecoder(
      KeySequences([
        ([0x08], .left), (Array("\u{1B}[11^".utf8), .function(11)), (Array("\u{1B}Ob".utf8), .down),
        (Array("\u{1B}A".utf8), .up), (Array("\u{1B}[4~".utf8), .delete),
      ]))
    #expect(decoder.events([0x08]) == [.key(.left)])
    #expect(
      decoder.events("\u{1B}[11^\u{1B}Ob\u{1B}A".utf8) == [.key(.function(11)), .key(.down), .key(.up)])
    #expect(
      decoder.events("\u{1B}[4~\u{1B}[1~\u{7F}".utf8) == [.key(.delete), .key(.home), .key(.backspace)])
  }

  @Test(
    "Keys by the number of their character",
    arguments: [
      ("[27u", Key.escape), ("[13u", .enter), ("[9u", .tab), ("[9;2u", .backTab), ("[127u", .backspace),
      ("[106u", .character("j")), ("[106;1u", .character("j")), ("[97;2u", .character("A")),
      ("[97:65;2u", .character("A")), ("[233;2u", .character("É")), ("[35;2u", .character("#")),
      ("[100;5u", .control("D")), ("[68;6u", .control("D")), ("[100;69u", .control("D")),
      ("[105;5u", .tab), ("[109;5u", .enter), ("[91;5u", .escape),
      ("[106;1:2u", .character("j")), ("[27;5;100~", .control("D")), ("[27;2;65~", .character("A")),
      ("[106;1;106u", .character("j")),
      // Num Lock is no modifier; the number pad of kitty.
      ("[1;129A", .up), ("[1;193H", .home), ("[5;129~", .pageUp), ("[1;1:1B", .down), ("[3;1~", .delete),
      ("[57401u", .character("2")), ("[57414u", .enter), ("[57419;129u", .up), ("[57426u", .delete),
    ])
  func encodedKeys(text: String, key: Key) {
    #expect(keys("\u{1B}" + text) == [key])
    #expect(keys("\u{1B}\(text)j") == [key, .character("j")])
  }

  /// A modified key is another key, and one that goes up again is none.
  @Test(
    "Keys that are not known are swallowed", arguments: ["[1;5A", "[5;3~", "[1;1:3A", "[57401;5u", "[57344u"])
  func otherEncodedKeys(text: String) {
    #expect(keys("\u{1B}\(text)j") == [.character("j")])
  }

  @Test("A terminal's answer about a mode is no key")
  func modeReport() {
    var decoder = InputDecoder()
    let outputs = "\u{1B}[?2026;2$y\u{1B}[?2026;0$yj".utf8.flatMap { decoder.handle($0) }
    let reports = outputs.compactMap { output -> ModeReport? in
      if case .modeReport(let report) = output { report } else { nil }
    }
    #expect(reports.map(\.mode) == [2026, 2026] && reports.map(\.isChangeable) == [true, false])
    #expect(outputs.last == .event(.key("j")))
  }

  @Test("No bytes crash it or leave it deaf", arguments: 0..<200)
  func anyBytes(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    var decoder = InputDecoder()
    let favourites: [UInt8] = [
      0x1B, 0x5B, 0x4F, 0x5D, 0x3B, 0x31, 0x7E, 0x4D, 0xC3, 0xF0, 0x80, 0x75, 0x24, 0x79,
    ]
    for _ in 0..<500 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pick = Int(random >> 33)
      _ = decoder.handle(pick % 3 == 0 ? UInt8(pick % 256) : favourites[pick % favourites.count])
    }
    // Whatever is open, Escape and silence get out of it.
    for _ in 1...4 {
      _ = decoder.events([0x1B])
      _ = decoder.silence()
    }
    #expect(decoder.events([0x6A]) == [.key("j")])
  }

  // MARK: The mouse

  @Test(
    "What is done with the mouse",
    arguments: [
      ("0;10;20M", MouseEvent.Kind.press(.left)), ("1;10;20M", .press(.middle)), ("2;10;20M", .press(.right)),
      ("0;10;20m", .release(.left)), ("2;10;20m", .release(.right)),
      ("32;10;20M", .drag(.left)), ("34;10;20M", .drag(.right)),
      ("64;10;20M", .wheelUp), ("65;10;20M", .wheelDown),
    ])
  func mouse(report: String, kind: MouseEvent.Kind) {
    let event = InputEvent.mouse(MouseEvent(kind, at: Point(column: 9, row: 19)))
    #expect(events("\u{1B}[<" + report) == [event])
    #expect(events("j\u{1B}[<\(report)q") == [.key("j"), event, .key("q")])
  }

  @Test(
    "Keys held down with it",
    arguments: [
      (4, .shift), (8, .alt), (16, .control), (28, [.shift, .alt, .control]), (0, []),
    ] as [(Int, MouseEvent.Modifiers)])
  func modifiers(bits: Int, modifiers: MouseEvent.Modifiers) {
    let corner = Point(column: 0, row: 0)
    #expect(
      events("\u{1B}[<\(bits);1;1M") == [.mouse(MouseEvent(.press(.left), at: corner, modifiers: modifiers))])
    #expect(
      events("\u{1B}[<\(64 + bits);1;1M") == [.mouse(MouseEvent(.wheelUp, at: corner, modifiers: modifiers))])
  }

  @Test("A report cut in two is one report, however long the rest takes", arguments: 3...9)
  func cutReport(place: Int) {
    let report = Array("\u{1B}[<0;12;3M".utf8)
    var decoder = InputDecoder()
    var events = decoder.events(report[..<place])
    #expect(!decoder.isWaiting)
    events += decoder.eventsAfterSilence()
    events += decoder.events(report[place...])
    #expect(events == [.mouse(MouseEvent(.press(.left), at: Point(column: 11, row: 2)))])
  }

  @Test("The oldest kind of report is swallowed with its three bytes, whatever they are")
  func oldestReport() {
    #expect(events([0x1B, 0x5B, 0x4D, 0x20, 0xFF, 0x1B, 0x6A]) == [.key("j")])
    #expect(events("\u{1B}[M qqq") == [.key("q")])
  }

  @Test("No key is made of a mouse report, whatever its numbers are", arguments: 0..<200)
  func anyReport(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<20 {
      let numbers = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        String(random.next() >> UInt64.random(in: 0...63, using: &random))
      }
      bytes += Array("\u{1B}[<\(numbers.joined(separator: ";"))".utf8)
      bytes.append(Bool.random(using: &random) ? UInt8(ascii: "M") : UInt8(ascii: "m"))
    }
    #expect(keys(bytes) == [])
  }

  // MARK: Pastes

  private func pasted(_ text: String) -> [InputEvent] {
    events("\u{1B}[200~\(text)\u{1B}[201~")
  }

  @Test("A pasted text is no keys")
  func paste() {
    #expect(pasted("quit") == [.paste("quit")])
    #expect(pasted("") == [.paste("")])
    #expect(pasted("تحية 語 🚢") == [.paste("تحية 語 🚢")])
    #expect(events("a\u{1B}[200~q\u{1B}[201~b") == [.key("a"), .paste("q"), .key("b")])
  }

  @Test("Line breaks stay, other control characters go")
  func pastedControls() {
    #expect(pasted("one\rtwo\r\nthree\nfour\n\nfive") == [.paste("one\ntwo\nthree\nfour\n\nfive")])
    #expect(pasted("a\tb\u{00}\u{07}\u{7F}\u{9B}c") == [.paste("a bc")])
    #expect(pasted("\u{1B}[A\u{1B}\u{1B}[<0;1;1M\u{1B}[20") == [.paste("[A[<0;1;1M[20")])
    #expect(
      events([0x1B] + Array("[200~".utf8) + [0xFF, 0x6A, 0x1B] + Array("[201~".utf8)) == [.paste("\u{FFFD}j")]
    )
  }

  @Test("A paste too large is cut, and its rest does nothing")
  func largePaste() {
    let text = String(repeating: "q", count: 200_000)
    #expect(pasted(text) == [.paste(String(repeating: "q", count: 65_536))])
  }

  @Test("A pause inside a paste ends nothing; Escape gets out of one that has no end")
  func pausedPaste() {
    var decoder = InputDecoder()
    #expect(decoder.events("\u{1B}[200~ab\u{1B}[20".utf8) == [])
    #expect(!decoder.isWaiting && decoder.eventsAfterSilence() == [])
    #expect(decoder.events("".utf8) == [])
    #expect(decoder.events("1~".utf8) == [.paste("ab")])
    #expect(decoder.events("\u{1B}[200~ab\u{1B}".utf8) == [])
    #expect(decoder.isWaiting && decoder.eventsAfterSilence() == [.paste("ab")])
    #expect(decoder.events([0x6A]) == [.key("j")])
  }
}
