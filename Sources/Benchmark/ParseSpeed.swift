import PageDump

/// How fast pages that are in memory already are taken apart.
enum ParseSpeed {
  /// Megabytes a second on one core, by its computing time: `rounds` samples.
  static func measure(maker: PageMaker, pages: Int, rounds: Int) throws -> Samples {
    let pages = (0..<pages).map { Array(maker.page($0).utf8) }
    let bytes = pages.reduce(0) { $0 + $1.count }
    var samples = Samples()
    for _ in 0..<rounds {
      let start = Clock.threadCPU
      let related = pages.reduce(0) { $0 + PageParser.read($1) { $0.outline.related.count } }
      samples.add(Double(bytes) / 1e3 / (Clock.threadCPU - start))
      guard related == pages.count * PageMaker.relatedCount else {
        throw BenchmarkError.wrongResult(
          "The parser found \(related) related stories on \(pages.count) pages.")
      }
    }
    return samples
  }
}
