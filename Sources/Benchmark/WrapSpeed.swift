import Display

/// The speed of breaking the texts of stories into lines, compared with finding their spaces.
enum WrapSpeed {
  static func measure(maker: PageMaker, stories: Int, rounds: Int) throws -> CoreSpeed {
    let paragraphs = (0..<stories).flatMap { maker.article($0).paragraphs }
    let texts = paragraphs.map { Array($0.utf8) }
    let wrapper = TextWrapper(width: 72)
    return try CoreSpeed(bytes: texts.reduce(0) { $0 + $1.count }, rounds: rounds) {
      let lines = paragraphs.reduce(0) { $0 + wrapper.lines(of: $1).count }
      guard lines > paragraphs.count else { throw BenchmarkError.wrongResult("Nothing was wrapped.") }
    } floor: {
      guard texts.reduce(0, { $0 + ByteCount.of(0x20, in: $1) }) > texts.count else {
        throw BenchmarkError.wrongResult("The texts have no spaces.")
      }
    }
  }
}
