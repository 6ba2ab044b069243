import Configuration
import Display
import Testing

@Suite("Keys, in a file")
struct KeyTests {
  @Test func bindings() throws {
    let reading = read(
      """
      keys:
        related: {1: none}
        everywhere:
          gg: top
          g G: down
          Ctrl-f: down
          Space: help
          "#": help
          ~: open
        list:
          Space: none
          x: top
        story: {x: down}
      """)
    #expect(reading.problems.isEmpty)
    #expect(
      try reading.used.keys == [
        KeyBinding(.everywhere, ["g", "g"], "top"), KeyBinding(.everywhere, ["g", "G"], "down"),
        KeyBinding(.everywhere, [.control("F")], "down"), KeyBinding(.everywhere, [" "], "help"),
        KeyBinding(.everywhere, ["#"], "help"), KeyBinding(.everywhere, ["~"], "open"),
        KeyBinding(.list, [" "], nil), KeyBinding(.list, ["x"], "top"), KeyBinding(.story, ["x"], "down"),
        KeyBinding(.related, ["1"], nil),
      ])
  }

  @Test func mistakes() throws {
    let reading = read(
      """
      keys:
        lst: {x: top}
        list:
          Spcae: top
          ggg: top
          "": top
          x: tpo
          y:
          z: [top]
          a b c d e f g h i: top
          ok: down
        story: x
      """)
    #expect(reading.lines == [2, 4, 5, 6, 7, 8, 9, 10, 12])
    let commands = ["down", "top", "open", "follow-1", "help", "none"]
    #expect(
      reading.faults.prefix(6) == [
        .unknownName("lst", expected: ["everywhere", "list", "story", "related"], nearest: "list"),
        .notAKey("Spcae", nearest: "Space"), .notAKey("ggg", nearest: nil), .notAKey("", nearest: nil),
        .badValue(.text("tpo"), expected: .words(commands), nearest: "top"),
        .badValue(.nothing, expected: .words(commands), nearest: nil),
      ])
    #expect(reading.problems[4].path == "keys.list.x")
    #expect(
      reading.faults.last
        == .badValue(.text("x"), expected: .entries(of: "keys with the names of commands"), nearest: nil))
    #expect(try reading.used.keys == [KeyBinding(.list, ["o", "k"], "down")])
  }

  @Test(
    "Keys that cannot be together: the earlier ones count",
    arguments: [
      ("list: {^F: top, Ctrl-f: down}", 1), ("list: {g: top, gg: down}", 1), ("list: {gg: top, g: down}", 1),
      ("everywhere: {g: top}, list: {gg: down}", 1), ("list: {gg: down}, everywhere: {g: top}", 1),
      ("list: {g: top}, story: {gg: down}", 0), ("list: {g: none, gg: down}", 0),
      ("list: {gg: top, g: none}", 0),
      ("list: {g: none, ' g ': top}", 1), ("everywhere: {g: top}, list: {g: down}", 0),
      ("everywhere: {a b c: top, a b d: top, a: top}", 1),
    ])
  func conflicts(keys: String, count: Int) throws {
    let reading = read("keys: {\(keys)}")
    #expect(reading.problems.count == count)
    #expect(reading.lines.allSatisfy { $0 == 1 })
    #expect(reading.faults.allSatisfy { if case .keyConflict = $0 { true } else { false } })
  }

  @Test func aConflictNamesBothAndWhere() throws {
    let reading = read("keys:\n  list:\n    g: top\n    x: top\n    gg: down\n")
    #expect(reading.problems.map(\.fault) == [.keyConflict(["g", "g"], earlier: ["g"], line: 3)])
    #expect(reading.lines == [5])
    #expect(try reading.used.keys.map(\.keys) == [["g"], ["x"]])
  }

  @Test func aKeyOfAnExternalCommandConflictsToo() throws {
    let reading = read("commands:\n- {name: count, run: wc, key: x}\nkeys:\n  everywhere:\n    x: top\n")
    #expect(reading.problems.map(\.fault) == [.keyConflict(["x"], earlier: ["x"], line: 2)])
    #expect(try reading.used.keys == [KeyBinding(.everywhere, ["x"], "count")])
  }

  // MARK: Keys that others hide

  private func hidden(_ text: String) -> [String] {
    let context = ConfigurationContext(
      home: "/", commands: ["top", "down", "sort-date", "sort-title", "follow"].map { Word($0, "") },
      keys: [
        KeyBinding(.everywhere, ["g"], "top"), KeyBinding(.everywhere, [.home], "top"),
        KeyBinding(.everywhere, ["j"], "down"), KeyBinding(.everywhere, ["S", "d"], "sort-date"),
        KeyBinding(.everywhere, ["S", "t"], "sort-title"), KeyBinding(.related, [.enter], "follow"),
      ], themes: { [] })
    return ConfigurationReading(yaml: "keys:\n" + text, context).problems.map {
      if case .hidesKeys(let keys, let hidden) = $0.fault {
        "\($0.line ?? 0): \(keys) \(hidden.map(\.description).joined(separator: " "))"
      } else {
        "\($0)"
      }
    }
  }

  @Test(
    arguments: [
      ("  everywhere: {S: top}", ["2: S Sd St"]),
      ("  list: {S: top}", ["2: S Sd St"]),
      // The command has another key, or got one.
      ("  everywhere: {gg: top}", []), ("  everywhere: {g x: down}", []),
      ("  everywhere:\n    S: top\n    Z: sort-date", ["3: S St"]),
      ("  everywhere:\n    j j: top", ["3: jj j"]), ("  everywhere:\n    j j: down", []),
      // The same keys are replaced, which nobody does by accident; and who says none knows of them.
      ("  everywhere: {j: top}", []), ("  everywhere: {S: top, Sd: none, St: none}", []),
      ("  everywhere: {S: none}", []),
      // In another pane.
      ("  list: {Enter x: down}", []), ("  related: {Enter x: down}", ["2: Enter x Enter"]),
    ])
  func areTold(text: String, expected: [String]) { #expect(hidden(text) == expected) }
}
