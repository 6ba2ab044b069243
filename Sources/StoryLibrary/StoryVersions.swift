public import Captures
import Tables

/// One text that a story has had: that of its own page when it was saved.
public struct StoryVersion: Hashable, Sendable {
  /// The location of its text, in the newest page that has it.
  public var location: BodyLocation
  /// The headline of this version.
  public var title: String
  /// When the newest page with it was saved, in seconds since 1970 (UTC).
  public var saved: Int64
  /// When the first page with it was saved.
  public var firstSaved: Int64
  /// The origin of the newest page's saving time.
  public var savedOrigin: SavedTime.Origin
  /// The files that contain it, newest first.
  public var paths: [String]
  /// Whether its page is cut off.
  public var isCut: Bool
}

extension Library {
  /// The versions of a story on its own pages, newest first; none for a story that is only listed.
  public func versions(of index: StoryIndex) -> [StoryVersion] {
    var versions: [StoryVersion] = []
    var numbers: [TextSketch: Int] = [:]
    for number in sortedEntries(of: index) where entries[number].isOwn {
      let entry = entries[number]
      let text = sketches[entry.text]
      if let known = numbers[text] {
        versions[known].paths.append(path(ofPage: entry.page))
        versions[known].firstSaved = min(versions[known].firstSaved, pages[entry.page].saved)
        continue
      }
      numbers[text] = versions.count
      versions.append(
        StoryVersion(
          location: location(ofEntry: number), title: texts.string(title(ofEntry: number)),
          saved: pages[entry.page].saved, firstSaved: pages[entry.page].saved,
          savedOrigin: pages[entry.page].savedOrigin,
          paths: [path(ofPage: entry.page)], isCut: entry.isCut))
    }
    return versions
  }
}
