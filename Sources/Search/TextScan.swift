import Dispatch
import Glibc
import StoryLibrary
import Synchronization
import Threads

/// Searches the texts of files on all cores.
struct TextScan {
  private let query: SearchQuery
  private let matcher: WordMatcher
  private let library: Library

  /// How many files a thread gets at once.
  private static let filesAtOnce = 64

  init(_ query: SearchQuery, in library: Library) {
    (self.query, self.library, matcher) = (query, library, WordMatcher(query))
  }

  /// Adds the entries of some files, given by their numbers in the library, that have all phrases to the hits found
  /// elsewhere, and counts the terms in those that have any. `countsTerms` is false if the number of entries with each
  /// term is already known.
  func run(_ files: [Int], _ hits: Hits, countsTerms: Bool = true) -> Hits {
    let files = library.inReadingOrder(files)
    let work = Work(hits, countsTerms: countsTerms)
    guard files.count > TextScan.filesAtOnce else {
      work.run(files, self)
      return work.hits.withLock { $0 }
    }
    let done = DispatchSemaphore(value: 0)
    let threads = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    let started = (0..<threads).count { _ in
      let thread: Void? = try? SystemThread.start(name: "search") {
        work.run(files, self)
        done.signal()
      }
      return thread != nil
    }
    if started == 0 { work.run(files, self) }
    for _ in 0..<started { done.wait() }
    return work.hits.withLock { $0 }
  }

  /// The state shared by the threads.
  private final class Work: Sendable {
    let next = Atomic(0)
    let hits: Mutex<Hits>
    let countsTerms: Bool

    init(_ hits: Hits, countsTerms: Bool) {
      self.hits = Mutex(hits)
      self.countsTerms = countsTerms
    }

    func run(_ files: [Int], _ scan: TextScan) {
      var reader = TextReader()
      while true {
        let start = next.add(TextScan.filesAtOnce, ordering: .relaxed).oldValue
        guard start < files.count else { return }
        let terms = countsTerms ? hits.withLock { $0.counts.unfinished } : []
        let found = scan.scan(
          files[start..<min(files.count, start + TextScan.filesAtOnce)], terms, with: &reader)
        hits.withLock { hits in
          hits.append(found.hits)
          hits.counts.add(found.counts)
        }
      }
    }
  }

  private func scan(
    _ files: ArraySlice<Int>, _ terms: [IndexTerm], with reader: inout TextReader
  ) -> (hits: Hits, counts: [IndexTerm: Int]) {
    var hits = Hits(query)
    var counts: [IndexTerm: Int] = [:]
    let terms = terms.map { (term: $0, matcher: WordMatcher(SearchQuery($0))) }
    for number in files {
      guard let file = library.file(number) else { continue }
      var mayMatch = false
      var present: [(term: IndexTerm, matcher: WordMatcher)] = []
      _ = reader.read(file.path) { bytes in
        mayMatch = matcher.mayMatch(bytes)
        present = terms.filter { $0.matcher.mayMatch(bytes) }
        return mayMatch || !present.isEmpty
      } _: { entry, texts in
        guard let story = library.story(ofFile: number, entry: entry) else { return }
        for (term, matcher) in present where matcher.matches(texts) { counts[term, default: 0] += 1 }
        guard mayMatch else { return }
        if let scores = matcher.termScores(in: texts) {
          hits.append(story) { scores[$0] }
        } else if matcher.isFolded(in: texts), library.shownStory(ofFile: number, entry: entry) != nil {
          hits.append(story) { _ in Relevance.foldedScore }
        }
      }
    }
    return (hits, counts)
  }
}

extension WordMatcher {
  /// The score of each phrase in an entry; nil if one is missing.
  fileprivate func termScores(in entry: TextReader.Entry) -> [Float]? {
    let title = counts(in: entry.title)
    let body = counts(in: entry.body)
    guard zip(title, body).allSatisfy({ $0 + $1 > 0 }) else { return nil }
    return query.phrases.indices.map { number in
      // An incomplete word is only counted once, because an index cannot count it either.
      let limit = query.phrases[number].isPrefix ? 1 : Int.max
      return Relevance.termScore(
        count: min(limit, title[number] + body[number]), isInTitle: title[number] > 0)
    }
  }

  /// Whether an entry has all phrases, some of them only in folded text.
  fileprivate func isFolded(in entry: TextReader.Entry) -> Bool {
    guard !entry.folded.isEmpty, query.phrases.contains(where: \.findsFolded) else { return false }
    let (title, body, folded) = (counts(in: entry.title), counts(in: entry.body), counts(in: entry.folded))
    return query.phrases.indices.allSatisfy {
      title[$0] + body[$0] > 0 || query.phrases[$0].findsFolded && folded[$0] > 0
    }
  }

  /// Whether all phrases are in the headline, or all in the text.
  fileprivate func matches(_ entry: TextReader.Entry) -> Bool {
    counts(in: entry.title).allSatisfy { $0 > 0 } || counts(in: entry.body).allSatisfy { $0 > 0 }
  }
}

extension SearchQuery {
  /// A query for a term of an index.
  fileprivate init(_ term: IndexTerm) {
    self.init([String(decoding: term.bytes, as: UTF8.self)], isPrefix: term.isPrefix)
  }
}
