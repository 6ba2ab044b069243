import Dispatch
import Foundation
import StoryLibrary
import Synchronization

/// Looks through the texts of files on all cores.
struct TextScan {
  private let matcher: WordMatcher
  private let library: Library
  private let phrases: Int

  /// Files that a thread takes at once.
  private static let filesAtOnce = 64

  init(_ query: SearchQuery, in library: Library) {
    matcher = WordMatcher(query)
    phrases = query.phrases.count
    self.library = library
  }

  /// The entries of some files that have all phrases.
  func run(_ files: [Int]) -> Hits {
    guard files.count > TextScan.filesAtOnce else { return scan(files[...]) }
    let done = DispatchSemaphore(value: 0)
    let threads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let work = Work(phrases: phrases)
    for _ in 0..<threads {
      Thread {
        work.run(files, self)
        done.signal()
      }.start()
    }
    for _ in 0..<threads { done.wait() }
    return work.hits.withLock { $0 }
  }

  /// What the threads share.
  private final class Work: Sendable {
    let next = Atomic(0)
    let hits: Mutex<Hits>

    init(phrases: Int) {
      hits = Mutex(Hits(phrases: phrases))
    }

    func run(_ files: [Int], _ scan: TextScan) {
      while true {
        let start = next.add(TextScan.filesAtOnce, ordering: .relaxed).oldValue
        guard start < files.count else { return }
        let found = scan.scan(files[start..<min(files.count, start + TextScan.filesAtOnce)])
        hits.withLock { $0.append(found) }
      }
    }
  }

  private func scan(_ files: ArraySlice<Int>) -> Hits {
    var reader = TextReader()
    var hits = Hits(phrases: phrases)
    for number in files {
      guard let file = library.file(number) else { continue }
      _ = reader.read(file.path, isWanted: matcher.mayBe(in:)) { entry, texts in
        guard let shares = matcher.shares(in: texts),
          let story = library.story(ofFile: number, entry: entry)
        else { return }
        hits.append(story) { shares[$0] }
      }
    }
    return hits
  }
}

extension WordMatcher {
  /// How much of each phrase is in an entry; nil when one is missing.
  fileprivate func shares(in entry: TextReader.Entry) -> [Float]? {
    let title = counts(in: entry.title)
    let body = counts(in: entry.body)
    guard zip(title, body).allSatisfy({ $0 + $1 > 0 }) else { return nil }
    return query.phrases.indices.map { number in
      // How often a word stands there is not counted while it is being typed: an index cannot tell.
      let most = query.phrases[number].isPrefix ? 1 : Int.max
      return Relevance.share(count: min(most, title[number] + body[number]), isInTitle: title[number] > 0)
    }
  }
}
