import Foundation
import Glibc

/// A reader's desk: a folder with pages and with a home of its own, which goes away with it.
final class ReaderDriver: Sendable {
  let path: String

  init() throws {
    path = Program.temporary + "/broadsheet-terminal-desk-\(UUID().uuidString.prefix(8))"
    for folder in [pages, home] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  /// A desk with pages of these names; the first has the newest story.
  convenience init(_ articles: [Article]) throws {
    try self.init()
    for (number, article) in articles.enumerated() {
      var article = article
      article.age = article.age ?? "\(number + 1) hours ago"
      try add(article.title.lowercased().replacingOccurrences(of: " ", with: "-") + ".txt", article.text)
    }
  }

  deinit {
    // A program that was just ended may still be writing.
    for _ in 1...50 where FileManager.default.fileExists(atPath: path) {
      try? FileManager.default.removeItem(atPath: path)
      usleep(2_000)
    }
  }

  var pages: String { path + "/pages" }
  var home: String { path + "/home" }
  var state: String { home + "/state/broadsheet" }

  /// What programs on this desk get to see: no setting of the machine or of whoever runs the tests.
  var environment: [String: String] {
    [
      "HOME": home, "XDG_CONFIG_HOME": home + "/config", "XDG_STATE_HOME": home + "/state",
      "XDG_CACHE_HOME": home + "/cache",
      "PATH": Program.searchPath, "LANG": "C.UTF-8", "TERM": "tmux-256color",
    ]
  }

  /// Writes a page.
  func add(_ name: String, _ text: String) throws { try add(name, Data(text.utf8)) }

  func add(_ name: String, _ data: Data) throws {
    try data.write(to: URL(fileURLWithPath: pages + "/" + name))
  }

  func page(_ name: String) -> String { pages + "/" + name }

  var configurationFile: String { home + "/config/broadsheet/config.yaml" }

  /// Writes the configuration, as an editor does that puts a new file in the place of the old one.
  func configure(_ text: String) throws { try configure(Data(text.utf8)) }

  func configure(_ data: Data) throws {
    let file = URL(fileURLWithPath: configurationFile)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file, options: .atomic)
  }

  /// Waits until a program has written a file of this name with a whole line at its end.
  func text(_ name: String) async throws -> String {
    try await Patience.wait(for: name) {
      let text = try? String(contentsOfFile: path + "/" + name, encoding: .utf8)
      return text?.hasSuffix("\n") == true ? text : nil
    }
  }

  /// Writes a file beside the pages, for a program to use.
  /// - Returns: its path.
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }
}

/// A news story to be saved as a page.
struct Article {
  var title: String
  var source = "The Meridian"
  /// As a page writes it: `3 hours ago`. Nil: as its place among the pages of a desk gives.
  var age: String?
  var body = ["Nothing much was said about it."]
  var comments: [String] = []
  var related: [Article] = []

  init(_ title: String, body: [String] = ["Nothing much was said about it."], related: [Article] = []) {
    self.title = title
    self.body = body
    self.related = related
  }

  /// A story of many short paragraphs, which begin with its first word and their number.
  static func long(_ title: String, related: [Article] = []) -> Article {
    let word = title.prefix { $0 != " " }
    return Article(title, body: (1...80).map { "\(word) paragraph \($0) ends here." }, related: related)
  }

  var text: String {
    let byline = "\(source)\(age ?? "2 hours ago")"
    let said = comments.isEmpty ? ["No comments yet..."] : comments
    let furniture =
      ["Orange background", "Try Our AI Features", "Explore what Daily8 AI can do for you:", "Comments"]
      + said
      + ["Related Articles"]
    return "logo\n\(title)\n\n\(title)\n\n\(byline)\n" + body.map { "\($0)\n" }.joined()
      + furniture.map { "\($0)\n\n" }.joined() + related.map(\.listed).joined()
  }

  /// As another page lists it.
  private var listed: String {
    "\(title)\n\(title)\n\n\(source)\n\ntime\(age ?? "2 hours ago")\n\n  • \(source)\n\(title)\n\n"
      + body.joined(separator: " ") + "\n\n"
  }
}
