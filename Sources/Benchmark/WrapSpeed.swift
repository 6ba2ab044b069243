import Display

/// How fast the texts of stories are broken into lines.
enum WrapSpeed {
  /// Megabytes a second on one core, by its computing time: `rounds` samples.
  static func measure(maker: PageMaker, stories: Int, rounds: Int) throws -> Samples {
    let paragraphs = (0..<stories).flatMap { maker.article($0).paragraphs }
    let bytes = paragraphs.reduce(0) { $0 + $1.utf8.count }
    let wrapper = TextWrapper(width: 72)
    var samples = Samples()
    for _ in 0..<rounds {
      let start = Clock.threadCPU
      let lines = paragraphs.reduce(0) { $0 + wrapper.lines(of: $1).count }
      samples.add(Double(bytes) / 1e3 / (Clock.threadCPU - start))
      guard lines > paragraphs.count else { throw BenchmarkError.wrongResult("Nothing was wrapped.") }
    }
    return samples
  }
}
