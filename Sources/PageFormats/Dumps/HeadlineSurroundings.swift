import Glibc
import Text

/// How each candidate for the headline is related to the lines below it, found in one pass from the last line up; nothing
/// is known of items of lists.
struct HeadlineSurroundings {
  struct Surroundings {
    var words = WordUse()
    var indent = Indent.unknown
    /// The next line below that is good (``DumpLine/Traits/good``); the number of lines if there is none.
    var nextGood = 0
    /// The share of list items in the lines up to that line.
    var bulletPart: Float = 0
    /// The number of good lines between it and the story.
    var goodBetween = 0
  }

  /// How much a line's words are used: 0 for none.
  struct WordUse {
    /// The share of them in the first lines of the story.
    var atOnce: Float = 0
    /// The mean logarithm of the number of lines with each, in the story and below the line; of 15 lines it is 1.
    var inStory: Float = 0
    var below: Float = 0
    /// The share of them in the next good line.
    var inNextParagraph: Float = 0
  }

  /// The indentation, compared with that of the paragraphs: lynx and elinks indent text, but not headings, and centre
  /// first-level headings.
  enum Indent {
    case unknown, lessThanText, likeText, moreThanText
  }

  private var all: [Surroundings]
  private let first: Int
  /// The first candidate that is indented less than paragraphs.
  let firstOutdented: Int?

  subscript(line: Int) -> Surroundings { all[line - first] }

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines, story: Range<Int>, _ candidates: Range<Int>
  ) {
    first = candidates.lowerBound
    all = [Surroundings](repeating: Surroundings(), count: candidates.count)
    var stems = StemUse(lines, story: story)
    var (nextGood, bullets, goodBetween) = (lines.count, 0, 0)
    let indents = Indents(text, lines)
    for index in (first..<lines.count).reversed() {
      if candidates.contains(index), !lines[index].isBullet {
        let distance = max(1, nextGood - index - 1)
        all[index - first] = Surroundings(
          words: stems.use(of: lines.stems(of: index)), indent: indents.indent(lines[index]),
          nextGood: lines[index].isGood ? index : nextGood, bulletPart: Float(bullets) / Float(distance),
          goodBetween: goodBetween)
      }
      stems.add(lines.stems(of: index), of: lines[index])
      if lines[index].isGood {
        (nextGood, bullets) = (index, 0)
        if index < story.lowerBound { goodBetween += 1 }
      } else if lines[index].isBullet {
        bullets += 1
      }
    }
    let found = all
    firstOutdented = candidates.first { found[$0 - candidates.lowerBound].indent == .lessThanText }
  }
}

/// The number of lines that have each stem.
private struct StemUse {
  private var atOnce: [Bool]
  private var story: [UInt8]
  private var below: [UInt8]
  /// Of the last good line that was added, plus one for each that was added before: 0 for stems of none.
  private var paragraph: [UInt16]
  private var paragraphs: UInt16 = 0

  /// The number of lines at the beginning of a story that say what its headline says.
  private static let atOnce = 4
  /// The logarithms of counts; a greater count is as good as the last.
  private static let logarithms = (0...255).map { log2f(1 + Float($0)) }

  init(_ lines: DumpLines, story range: Range<Int>) {
    atOnce = [Bool](repeating: false, count: lines.stemPlaces)
    story = [UInt8](repeating: 0, count: lines.stemPlaces)
    below = story
    paragraph = [UInt16](repeating: 0, count: lines.stemPlaces)
    for line in range { for stem in lines.stems(of: line) { StemUse.increase(&story[Int(stem)]) } }
    for line in range.prefix(StemUse.atOnce) {
      for stem in lines.stems(of: line) { atOnce[Int(stem)] = true }
    }
  }

  private static func increase(_ count: inout UInt8) { count = count < 255 ? count + 1 : 255 }

  mutating func add(_ stems: ArraySlice<UInt32>, of line: DumpLine) {
    if line.isGood {
      paragraphs &+= 1
      for stem in stems { paragraph[Int(stem)] = paragraphs }
    }
    guard !line.traits.contains(.repeated) else { return }
    for stem in stems { StemUse.increase(&below[Int(stem)]) }
  }

  func use(of stems: ArraySlice<UInt32>) -> HeadlineSurroundings.WordUse {
    guard !stems.isEmpty else { return HeadlineSurroundings.WordUse() }
    var use = HeadlineSurroundings.WordUse()
    for stem in stems {
      let place = Int(stem)
      use.atOnce += atOnce[place] ? 1 : 0
      use.inStory += StemUse.logarithms[Int(story[place])]
      use.below += StemUse.logarithms[Int(below[place])]
      use.inNextParagraph += paragraphs > 0 && paragraph[place] == paragraphs ? 1 : 0
    }
    let count = Float(stems.count)
    use.atOnce /= count
    use.inStory /= 4 * count
    use.below /= 4 * count
    use.inNextParagraph /= count
    return use
  }
}

/// The indentation of lines, compared with that of most paragraphs.
private struct Indents {
  private let text: UnsafeBufferPointer<UInt8>
  /// That of most good lines; greater ones are counted as one.
  private let usual: Int
  private static let greatest = 40

  init(_ text: UnsafeBufferPointer<UInt8>, _ lines: DumpLines) {
    self.text = text
    var counts = [Int](repeating: 0, count: Indents.greatest + 1)
    for line in lines.lines where line.isGood { counts[Indents.columns(text, line)] += 1 }
    let most = counts.max() ?? 0
    usual = counts.firstIndex(of: most) ?? 0
  }

  /// Unknown in a text without indentation.
  func indent(_ line: DumpLine) -> HeadlineSurroundings.Indent {
    guard usual >= 2 else { return .unknown }
    let columns = Indents.columns(text, line)
    return columns < usual ? .lessThanText : columns > usual ? .moreThanText : .likeText
  }

  private static func columns(_ text: UnsafeBufferPointer<UInt8>, _ line: DumpLine) -> Int {
    let start = Int(line.start)
    var columns = 0
    while columns < min(greatest, start), text[start - columns - 1] == 0x20 { columns += 1 }
    return columns
  }
}
