import Foundation
import Marks
import PageFormats
import Reader
import StoryLibrary
import Understanding

/// The cost of comparing stories: all of them once, an arriving one, and the one being read.
struct UnderstandingSpeed {
  let stories: Int
  /// Milliseconds of CPU time for related stories, threads and copies of all stories.
  private(set) var all = 0.0
  /// The size of the index per story.
  private(set) var bytesPerStory = 0.0
  /// Milliseconds of CPU time until an arriving story has its thread and copies and is related to other stories.
  private(set) var arrival = Samples()
  /// Milliseconds of CPU time for a story's similar stories, thread and copies.
  private(set) var related = Samples()
  /// The same for finding the parts of it that are in other stories, all of which have been read.
  private(set) var novelty = Samples()
  /// The same for its digest.
  private(set) var digest = Samples()

  private static let storiesEachRound = 5

  /// - Parameters:
  ///   - folder: the folder with the stories.
  ///   - work: a folder for the index and the pages that arrive.
  ///   - rounds: the number of measurements.
  /// - Throws: the reason why the measurement failed.
  init(_ folder: PageFolder, in work: String, rounds: Int) throws {
    var live = LiveLibrary(began: 0)
    for batch in try Loading.batches(folder, known: nil) { live.receive(.batch(batch)) }
    live.receive(.finished(isWhole: true))
    let first = live.publish()
    let library = first.library
    stories = library.order.count
    let path = work + "/stories.related"
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    all = Clock.measureCPU { _ = RelatedIndex.upToDate(library, keptIn: path) }
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
    bytesPerStory = Double(size ?? 0) / Double(max(1, stories))
    let current = CurrentRelatedIndex(path: path)
    _ = current.addArrivals(of: first)
    let marks = MarkTable(library.order.map { (library.identity(of: $0), Mark(read: true)) })
    for round in 0..<rounds {
      for place in 0..<UnderstandingSpeed.storiesEachRound {
        let number = round * UnderstandingSpeed.storiesEachRound + place
        let story = library.order[number * 97 % stories]
        try measure(story, in: library, current, marks)
        try measureArrival(of: number % folder.count, folder, in: work, &live, current)
      }
    }
  }

  private mutating func measure(
    _ story: StoryIndex, in library: Library, _ current: CurrentRelatedIndex, _ marks: MarkTable
  ) throws {
    related.add(Clock.measureCPU { _ = AlikeStories(to: story, in: library, current.index) })
    guard let location = library.bodyLocation(of: story) else { return }
    let paragraphs = try BodyReader.read(location).paragraphs
    let search = ReadElsewhere(story: story, library: library, marks: marks, related: current.index)
    novelty.add(Clock.measureCPU { _ = search.find(paragraphs) })
    let text = StoryToDigest(
      title: library[story].title, paragraphs: paragraphs, day: CivilDate(ofSeconds: Int64(PageFolder.saved)))
    digest.add(Clock.measureCPU { _ = DigestMaker([text]).digest(of: 0) })
  }

  /// Adds a page that is a copy of an existing one, under another headline.
  private mutating func measureArrival(
    of number: Int, _ folder: PageFolder, in work: String, _ live: inout LiveLibrary,
    _ current: CurrentRelatedIndex
  ) throws {
    let article = PageMaker(count: folder.count).article(number)
    let title = "\(article.title), \(number)"
    let page =
      "logo\n\(title)\n\n\(title)\n\nThe Copyist\(article.age)\n" + article.paragraphs.joined(separator: "\n")
    try page.write(toFile: "\(work)/\(number).txt", atomically: true, encoding: .utf8)
    var batch = PageBatch(folder: work)
    Array(page.utf8).withUnsafeBufferPointer {
      batch.add($0, name: "\(number).txt", saved: Int64(PageFolder.saved))
    }
    live.receive(.batch(batch))
    let snapshot = live.publish()
    var added = 0
    arrival.add(Clock.measureCPU { added = current.addArrivals(of: snapshot) })
    guard added == 1 else { throw BenchmarkError.wrongResult("A page that came is not known to be related.") }
  }
}
