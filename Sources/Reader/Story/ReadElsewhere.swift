public import Marks
public import StoryLibrary
public import Understanding

/// Finds what of a story stands in others that were read. It reads the texts of a few that are like it, however many were
/// read: not for the terminal's thread.
public struct ReadElsewhere: Sendable {
  /// So many of the likest stories may have been read.
  private static let mostAlike = 300
  /// The most stories whose texts are compared.
  private static let mostTexts = 40

  private let story: StoryIndex
  private let library: Library
  private let marks: MarkTable
  private let related: RelatedIndex?

  /// The request for a story.
  /// - Parameters:
  ///   - story: the one that is read.
  ///   - library: whose stories may have been read.
  ///   - marks: tell which were.
  ///   - related: which stories are like it; nil while that is not known: those that its pages list are compared.
  public init(story: StoryIndex, library: Library, marks: MarkTable, related: RelatedIndex?) {
    (self.story, self.library, self.marks, self.related) = (story, library, marks, related)
  }

  /// Which of the story's paragraphs were read; nil if cancelled.
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

  /// The stories that were read and may have a paragraph of this one: those most like it first.
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
