import Queries
import Testing

/// What is asked for while a query is being typed, and what is said of one that finds nothing.
struct QueryHintTests {
  @Test(arguments: [
    ("", ""), ("u", ""), ("unr", ""), ("unread", "unread"), ("ferr", "ferr*"), ("ferr*", "ferr*"),
    ("ferry ", "ferry "), ("ferry q", "ferry "), ("ferry qu", "ferry qu*"), ("source:", ""),
    ("source:n", "source:n"), ("unread since:", "unread "), ("unread sinc", "unread "), ("\"quay", "\"quay"),
    ("-ferr", "-ferr*"), ("ferry OR ", "ferry "),
  ])
  func preview(text: String, expected: String) {
    #expect(StoryQuery.preview(of: text) == expected)
  }

  @Test func whatIsWrongIsNotAskedFor() {
    #expect(StoryQuery.preview(of: "sorce:nhk ferry ") == "")
    #expect(StoryQuery.preview(of: "unread sorce:nhk ferry ") == "unread ")
  }

  @Test(arguments: [
    (
      QueryHint.anyCase("ferry", stories: 14),
      "Words with a capital letter are matched exactly; ferry finds 14 stories"
    ),
    (
      .nearest("ferry", to: "ferrry", stories: 1),
      "No story has ferrry; did you mean ferry? (1 story)"
    ),
  ])
  func prose(hint: QueryHint, expected: String) {
    #expect(hint.message == expected)
  }
}
