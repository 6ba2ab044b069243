import Display
import ReaderHarness
import Reader
import Testing

/// The line at the bottom.
struct PromptTests {
  private func desk(_ text: String = "") throws -> ReaderDriver {
    var desk = try ReaderDriver(Newsroom.pages)
    desk.press(":")
    desk.type(text)
    return desk
  }

  private static let edits: [(keys: String, text: String)] = [
    ("^A x", "xone two"), ("Home Del", "ne two"), ("^W", "one "), ("^W ^W", ""), ("^U", ""),
    ("← ← ^K", "one t"), ("^A → ^H", "ne two"), ("^B ^B Backspace", "one wo"), ("^A ^E !", "one two!"),
    ("^A ^D ^D ^F Backspace", " two"), ("F5", "one two"), ("PgUp", "one two"),
  ]

  @Test(arguments: edits)
  func keysEditAsShellsDo(keys: String, text: String) throws {
    var desk = try desk("one two")
    desk.press(keys)
    #expect(desk.typed == text)
  }

  @Test(arguments: ["Esc", "^C", "^G"])
  func itIsLeft(key: String) throws {
    var desk = try desk("quit")
    desk.press(key)
    #expect(desk.state.prompt == nil)
    #expect(desk.effects.isEmpty)
  }

  @Test func pastedTextIsTypedAndNeverACommand() throws {
    var desk = try desk()
    desk.apply(.pasted("sort-title\nquit\nQ"))
    #expect(desk.typed == "sort-title quit Q")
    #expect(!desk.effects.contains(.quit))
    desk.press("Esc")
    desk.apply(.pasted("Q"))
    #expect(!desk.effects.contains(.quit))
    #expect(desk.message?.contains("paste") == true)
  }

  @Test func aHugePasteIsCut() throws {
    var desk = try desk()
    desk.apply(.pasted(String(repeating: "図書館 e\u{301} الميناء ", count: 50_000)))
    #expect(desk.typed?.count == 4_096)
    desk.type("x")
    #expect(desk.typed?.count == 4_096)
    desk.press("Enter")
    #expect(desk.state.prompt == nil)
    desk.press("\\")
    desk.apply(.pasted(String(repeating: "((((\"a\" OR ", count: 50_000)))
    desk.press("Enter Esc &")
    desk.apply(.pasted(String(repeating: "((((\"a\" OR ", count: 50_000)))
    desk.press("Enter Esc / ")
    desk.apply(.pasted(String(repeating: "a", count: 100_000)))
    desk.press("Enter Esc")
    #expect(desk.state.prompt == nil)
  }

  @Test func marksThatCombineAreDeletedWithTheirLetter() throws {
    var desk = try desk()
    desk.apply(.pasted("e\u{301}e\u{301}"))
    desk.press("Backspace")
    #expect(desk.typed == "e\u{301}")
    desk.press("Backspace")
    #expect(desk.typed == "")
  }

  @Test func aScreenMayChangeWhileItIsOpen() throws {
    var desk = try desk("sort-")
    for (columns, rows) in [(40, 12), (20, 6), (1, 1), (0, 0), (200, 50)] {
      desk.apply(.resized(Size(columns: columns, rows: rows)))
      desk.press("Tab")
    }
    #expect(desk.typed == "sort-length" || desk.typed?.hasPrefix("sort-") == true)
  }

  @Test func theMouseLeavesItOpen() throws {
    var desk = try desk("sort")
    desk.click(column: 5, row: 7)
    #expect(desk.typed == "sort")
    #expect(desk.state.list.selected == 0)
  }

  /// A story that goes while a note is written on it: the note is not written on the next one.
  @Test(arguments: ["c", "w", "|"])
  func whatIsTypedIsAboutTheStoryThatWasThere(key: String) throws {
    var desk = try ReaderDriver(Newsroom.many(5))
    desk.press("j \(key)")
    desk.type("x")
    try desk.remove("Story 2")
    #expect(desk.title == "Story 3")
    desk.press("Enter")
    #expect(desk.message == "The story no longer exists; nothing was changed")
    #expect(
      !desk.effects.contains {
        switch $0 {
        case .mark, .save, .pipe: true
        default: false
        }
      })
  }

  /// No more candidates are offered than anybody looks through; typing on narrows them.
  @Test func candidatesAreBounded() throws {
    let pages = (100..<200).map {
      SavedPageText(SavedStory("Story \($0)", source: "Paper \($0) Post", age: "an hour ago"))
    }
    var desk = try ReaderDriver(pages)
    desk.press("&")
    desk.type("source:")
    #expect(desk.state.prompt?.candidates.count == 50)
    desk.type("\"Paper 19")
    #expect(desk.state.prompt?.candidates.map(\.text) == (190...199).map { "\"Paper \($0) Post\"" })
    desk.press("Esc :")
    #expect(desk.state.prompt?.candidates.count == 50)
  }
}
