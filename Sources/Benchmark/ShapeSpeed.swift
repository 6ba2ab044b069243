import PageFormats

/// The speed of parsing pages of one shape, compared with finding their line ends.
struct ShapeSpeed {
  let shape: PageShape
  let speed: CoreSpeed
  /// The size of all pages of the shape.
  let bytes: Int

  init(_ shape: PageShape, maker: PageMaker, rounds: Int) throws {
    let pages = shape.pages(maker)
    let lines = pages.reduce(0) { $0 + ByteCount.of(0x0A, in: $1) }
    (self.shape, bytes) = (shape, pages.reduce(0) { $0 + $1.count })
    speed = try CoreSpeed(bytes: bytes, rounds: rounds) {
      let titles = pages.count { PageParser.read($0, as: shape.syntax) { $0.outline.story.title != nil } }
      guard shape.isHostile || titles == pages.count else {
        throw BenchmarkError.wrongResult("\(titles) of \(pages.count) \(shape.name) have a headline.")
      }
    } floor: {
      guard pages.reduce(0, { $0 + ByteCount.of(0x0A, in: $1) }) == lines else {
        throw BenchmarkError.wrongResult("The pages have changed.")
      }
    }
  }
}
