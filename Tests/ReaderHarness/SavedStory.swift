import Foundation

/// A story to make pages of.
public struct SavedStory: Sendable {
  /// Its headline.
  public var title: String
  /// Nil for a page that does not name it.
  public var source: String?
  /// As pages write it: `3 hours ago`.
  public var age: String
  /// Its text.
  public var paragraphs: [String]

  /// A story of some paragraphs; two made-up ones where none are given.
  public init(
    _ title: String, source: String? = "The Meridian", age: String = "3 hours ago", _ paragraphs: String...
  ) {
    self.title = title
    self.source = source
    self.age = age
    self.paragraphs = paragraphs.isEmpty ? ["\(title): the whole story.", "It ends here."] : paragraphs
  }
}

/// A saved page of style A, as text.
public struct SavedPageText: Sendable {
  /// The page's own story.
  public var story: SavedStory
  /// What it lists.
  public var related: [SavedStory]

  /// A page of a story.
  public init(_ story: SavedStory, related: [SavedStory] = []) {
    self.story = story
    self.related = related
  }

  /// The whole file.
  public var text: String {
    var lines = ["logo", story.title, "", story.title, ""]
    if let source = story.source { lines.append(source + story.age) }
    lines += story.paragraphs
    lines += [
      "Orange background", "", "Try Our AI Features", "", "Explore what Daily8 AI can do for you:", "",
    ]
    lines += ["Comments", "", "No comments yet...", "", "Related Articles", ""]
    for entry in related {
      let source = entry.source ?? "-"
      lines += [
        entry.title, entry.title, "", source, "", "time" + entry.age, "", "  • " + source, "", entry.title,
        "",
      ]
      lines += [entry.paragraphs.joined(separator: " "), ""]
    }
    return lines.joined(separator: "\n")
  }
}
