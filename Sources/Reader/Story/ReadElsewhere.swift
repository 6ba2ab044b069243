public import Marks
public import StoryLibrary
public import Understanding

/// Finds the parts of a story that are in others that were read. It reads the texts of a few similar stories, however
/// many were read: call it outside the terminal's thread.
public struct ReadElsewhere: Sendable {
  /// The maximum number of similar stories that are checked for having been read.
  private static let mostAlike = 300
  /// The maximum number of stories whose texts are compared.
  private static let mostTexts = 40

  private let story: StoryIndex
  private let library: Library
  private let marks: MarkTable
  private let related: RelatedIndex?

  /// The request for a story.
  /// - Parameters:
  ///   - story: the open story.
  ///   - library: the library to search.
  ///   - marks: the marks, which tell which stories were read.
  ///   - related: the similar stories; nil until they are known: then the stories listed on its pages are compared.
  public init(story: StoryIndex, library: Library, marks: MarkTable, related: RelatedIndex?) {
    (self.story, self.library, self.marks, self.related) = (story, library, marks, related)
  }

  /// The paragraphs of the story that were read; nil if cancelled.
  public func find(_ paragraphs: [String], givesUp: () -> Bool = { false }) -> [Bool]? {
    var texts: [[String]] = []
    for candidate in candidates {
      if givesUp() { return nil }
      guard let location = library.bodyLocation(of: candidate), let body = try? BodyReader.read(location)
      else {
        continue
      }
      texts.append(body.paragraphs)
    }
    let read = ReadStories(texts)
    return paragraphs.map { read.contain($0) }
  }

  /// The stories that were read and may contain a paragraph of this one, the most similar first.
  var candidates: [StoryIndex] {
    var alike: [StoryIndex] = []
    if let related {
      var finder = RelatedFinder(library, related)
      alike = finder.nearest(to: story, limit: ReadElsewhere.mostAlike)
    }
    var seen: Set<StoryIndex> = [story]
    let linked = library.related(to: story) + library.backlinks(of: story)
    var found: [StoryIndex] = []
    for other in alike + linked where found.count < ReadElsewhere.mostTexts && isRead(other) {
      if seen.insert(other).inserted { found.append(other) }
    }
    return found
  }

  private func isRead(_ other: StoryIndex) -> Bool { marks.isRead(library.identity(of: other)) }
}
