import Foundation
import Marks
import StoryLibrary

/// A folder that goes away with the test that made it.
final class Folder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("marks-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var marks: String { path + "/marks.sqlite" }
}

/// An invented story.
func story(_ title: String, _ source: String? = "The Meridian") -> StoryIdentity {
  StoryIdentity(title: title, source: source)
}

/// An invented story with a text: copies of it are one story, whether they name a source or not.
func copy(_ title: String, _ source: String? = "The Meridian") -> StoryIdentity {
  StoryIdentity(
    title: title, source: source, text: "Nobody came to the vote. It will be held again next week.")
}

/// `count` stories of different titles, made of numbers alone as hashing that many titles takes a while.
func stories(_ count: Int, from first: Int = 1) -> [StoryIdentity] {
  (first..<first + count).map { number in
    func id(_ value: UInt64) -> StoryID { StoryID(rawValue: value &* 0x9E37_79B9_7F4A_7C15) }
    let headline = HeadlineID(title: id(UInt64(number) << 1 | 1), sourced: id(UInt64(number) << 1))
    return StoryIdentity(id: headline.sourced, headline: headline)
  }
}

extension MarkStore {
  /// What a reader would see now.
  func mark(_ story: StoryIdentity) throws -> Mark { try table().mark(for: story) }

  @discardableResult
  func apply(_ kind: MarkChange.Kind, _ stories: StoryIdentity...) throws -> MarkStep? {
    try apply(MarkChange(kind, stories))
  }
}
