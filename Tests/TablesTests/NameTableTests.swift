import Tables
import Testing

/// Texts that are kept once each.
struct NameTableTests {
  @Test func eachTextHasOneNumber() {
    var names = NameTable(first: "")
    let texts = (0..<5_000).map { "name \($0 % 1_000)" }
    for text in texts { #expect(names.number(of: text) == names.find(text)) }
    #expect(names.count == 1_001)
    for text in texts { #expect(names[names.find(text) ?? 0] == text) }
    #expect(names.find("nobody") == nil)
    #expect(names[0].isEmpty)
    #expect(names[9_999].isEmpty)
  }

  @Test func aCopyStaysAsItWas() {
    var names = NameTable()
    _ = names.number(of: "fog")
    let copy = names
    for number in 0..<1_000 { _ = names.number(of: "\(number)") }
    #expect(copy.count == 1)
    #expect(copy.find("7") == nil)
    #expect(copy[0] == "fog")
  }
}
