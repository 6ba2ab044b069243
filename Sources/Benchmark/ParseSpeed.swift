import PageFormats

/// The speed of parsing pages in memory, compared with finding their line ends.
enum ParseSpeed {
  static func measure(maker: PageMaker, pages: Int, rounds: Int) throws -> CoreSpeed {
    let pages = (0..<pages).map { Array(maker.page($0).utf8) }
    let lines = pages.reduce(0) { $0 + ByteCount.of(0x0A, in: $1) }
    return try CoreSpeed(bytes: pages.reduce(0) { $0 + $1.count }, rounds: rounds) {
      let related = pages.reduce(0) { $0 + PageParser.read($1) { $0.outline.related.count } }
      guard related == pages.count * PageMaker.relatedCount else {
        throw BenchmarkError.wrongResult(
          "The parser found \(related) related stories on \(pages.count) pages.")
      }
    } floor: {
      guard pages.reduce(0, { $0 + ByteCount.of(0x0A, in: $1) }) == lines else {
        throw BenchmarkError.wrongResult("The pages have changed.")
      }
    }
  }
}
