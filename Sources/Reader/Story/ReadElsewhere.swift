public import Marks
public import StoryLibrary
import Understanding

/// Finds what of a story stands in others that were read. It takes a look at the headlines of all stories, and reads the
/// texts of a few: not for the terminal's thread.
public struct ReadElsewhere: Sendable {
  /// The most stories whose texts are compared.
  private static let mostTexts = 40
  /// Headlines with fewer terms in common are of other things.
  private static let fewestTerms = 2

  private let story: StoryIndex
  private let library: Library
  private let marks: MarkTable

  /// What is to be asked of a story.
  public init(story: StoryIndex, library: Library, marks: MarkTable) {
    (self.story, self.library, self.marks) = (story, library, marks)
  }

  /// Which of the story's paragraphs were read; nil when nobody waits any more.
  public func find(_ paragraphs: [String], givesUp: () -> Bool = { false }) -> [Bool]? {
    guard let candidates = candidates(givesUp) else { return nil }
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

  /// The stories that were read and are about the same, as far as links and headlines tell.
  private func candidates(_ givesUp: () -> Bool) -> [StoryIndex]? {
    let linked = library.related(to: story) + library.backlinks(of: story)
    var scores: [StoryIndex: Int] = [:]
    for other in linked where isRead(other) { scores[other] = ReadElsewhere.fewestTerms }
    let own = terms(of: story)
    for other in library.order where other != story {
      if other.number % 1_024 == 0, givesUp() { return nil }
      guard isRead(other) else { continue }
      let shared = terms(of: other).intersection(own).count
      if shared >= ReadElsewhere.fewestTerms { scores[other, default: 0] += shared }
    }
    return scores.sorted { ($1.value, $0.key.number) < ($0.value, $1.key.number) }.prefix(
      ReadElsewhere.mostTexts
    ).map(\.key)
  }

  private func isRead(_ other: StoryIndex) -> Bool {
    other != story && marks.mark(for: library.identity(of: other)).read
  }

  private func terms(of story: StoryIndex) -> Set<UInt64> {
    var terms: Set<UInt64> = []
    Terms.visit(library[story].title) { terms.insert($0.hash) }
    return terms
  }
}
