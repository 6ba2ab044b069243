import ReaderHarness
import Reader

/// The invented pages that tests of the reading desk share.
enum Newsroom {
  static let ferry = SavedStory(
    "Ferry vote delayed", age: "an hour ago", "The harbour council put off its vote on the ferry.",
    "A new ferry would carry twelve cars; the old ferry carries eight.")
  static let museum = SavedStory(
    "Museum reopens", source: "Coast Courier", age: "2 hours ago",
    "The museum on the old quay opened its doors.", "Visitors came by ferry.")
  static let rail = SavedStory(
    "Rail strike goes on", source: "9 Lanterns", age: "5 hours ago", "No train left the harbour on Tuesday.")
  static let quay = SavedStory(
    "Quay wall to be raised", age: "2 days ago", "The wall stood for ninety years.")

  /// Newest first: ferry, museum, rail, quay. The ferry lists the museum and the quay, the museum the rail strike;
  /// the quay has no page.
  static let pages = [
    SavedPageText(ferry, related: [museum, quay]), SavedPageText(museum, related: [rail]),
    SavedPageText(rail),
  ]

  /// A story of many screens, in which each paragraph has its number.
  static func long(_ title: String = "A long report", age: String = "3 hours ago", paragraphs: Int = 60)
    -> SavedStory
  {
    var story = SavedStory(title, age: age)
    story.paragraphs = (1...paragraphs).map {
      "Paragraph \($0) of a long report about the harbour and its walls."
    }
    return story
  }

  /// Stories of a minute, two minutes, … ago, of three sources in turn.
  static func many(_ count: Int) -> [SavedPageText] {
    let sources = ["The Meridian", "Coast Courier", "9 Lanterns"]
    return (1...count).map {
      SavedPageText(SavedStory("Story \($0)", source: sources[$0 % 3], age: "\($0) minutes ago"))
    }
  }
}
