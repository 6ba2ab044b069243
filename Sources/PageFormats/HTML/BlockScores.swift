import Glibc
import Text

/// The scores of both models for each block by itself.
struct BlockScores {
  /// The score of the first model, and that of the second model without the features of surrounding blocks.
  private(set) var scores: [StoryModel.Weights] = []
  /// Blocks with the same number have the same element and container with the same marks.
  private(set) var likeness: [Int] = []
  /// The block that contains the headline.
  let headline: Int?

  private let blocks: HTMLBlocks
  private let statistics: [BlockStatistics]
  private let elements: PageElements
  private let title: NormalizedWords
  private let titleTriples: LetterTriples
  /// Indexed by ``likeness``.
  private var likes: [Likes] = []
  /// The number of blocks in each container, indexed by its number plus one.
  private var siblings: [Int32]
  private let logarithms = BlockScores.logarithms

  /// Properties shared by blocks that are alike.
  private struct Likes {
    var count: Float = 0
    var words: Float = 0
    var linkShare: Float = 0
  }

  private struct Signature: Hashable {
    var tag: HTMLTag
    var marks: UInt64
    var containerTag: HTMLTag
    var containerMarks: UInt64

    /// Combines all parts into one number, so that the hasher is called only once.
    func hash(into hasher: inout Hasher) {
      let tags = UInt64(tag.rawValue) << 8 | UInt64(containerTag.rawValue)
      hasher.combine((marks &* 31 &+ containerMarks) &* 31 &+ tags)
    }
  }

  /// Rates all blocks of a page; `title` is the text of its `<title>`.
  init(
    _ blocks: HTMLBlocks, _ statistics: [BlockStatistics], _ elements: PageElements, title: NormalizedWords
  ) {
    self.blocks = blocks
    self.statistics = statistics
    self.elements = elements
    self.title = title
    titleTriples = title.letterTriples
    headline = Headline.block(in: blocks, statistics, title: title)
    siblings = Array(repeating: 0, count: blocks.nodes.list.count + 1)
    blocks.text.withUnsafeBufferPointer { text in
      compareBlocks()
      rateBlocks(text)
    }
  }

  private mutating func compareBlocks() {
    var numbers: [Signature: Int] = [:]
    // Consecutive blocks are often alike.
    var last: (signature: Signature, number: Int)?
    for (index, block) in blocks.list.enumerated() {
      let container = container(of: block.element)
      let signature = Signature(
        tag: blocks.nodes.tag(block.element), marks: elements.own(block.element).rawValue,
        containerTag: blocks.nodes.tag(container), containerMarks: elements.own(container).rawValue)
      let known = last?.signature == signature ? last?.number : numbers[signature]
      let number = known ?? likes.count
      last = (signature, number)
      if number == likes.count {
        numbers[signature] = number
        likes.append(Likes())
      }
      likes[number].count += 1
      likes[number].words += Float(statistics[index].wordCount)
      likes[number].linkShare += block.linkShare
      likeness.append(number)
      siblings[container + 1] += 1
    }
  }

  private mutating func rateBlocks(_ text: UnsafeBufferPointer<UInt8>) {
    scores.reserveCapacity(blocks.list.count)
    var isUnderFurniture = false
    var sum = FeatureSum()
    for (index, block) in blocks.list.enumerated() {
      let bytes = UnsafeBufferPointer(rebasing: text[block.range])
      let isFurniture = statistics[index].wordCount < 40 && FurniturePhrases.begin(bytes)
      if isListHeading(index) { isUnderFurniture = isFurniture }
      sum.begin()
      addText(index, bytes, isFurniture, &sum)
      sum.add(.underFurniture, if: isUnderFurniture)
      addPlace(index, &sum)
      scores.append(sum.scores)
    }
  }

  /// Whether a block is a heading, or looks like one, after the headline.
  private func isListHeading(_ index: Int) -> Bool {
    guard index > headline ?? -1, statistics[index].wordCount < 12 else { return false }
    let block = blocks.list[index]
    let tag = blocks.nodes.tag(block.element)
    return tag.isHeading && tag != .h1 || isBold(block)
      || tag != .li && elements.own(block.element).has(.related)
  }

  private func isBold(_ block: HTMLBlock) -> Bool {
    Float(block.boldCount) > 0.8 * Float(block.characterCount)
  }

  private func addText(
    _ index: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ isFurniture: Bool, _ sum: inout FeatureSum
  ) {
    let (block, counts) = (blocks.list[index], statistics[index])
    let (words, linkShare) = (counts.wordCount, block.linkShare)
    sum.add(.startsWithLink, if: block.startsWithLink)
    sum.add(.linkedFurniture, if: isFurniture && linkShare > 0.35)
    sum.add(.linkedItem, if: linkShare > 0.9 && blocks.nodes.tag(block.element) == .li)
    sum.add(.wordsLogarithm, logarithm(words))
    sum.add(.fewerThan4Words, if: words < 4)
    sum.add(.fewerThan10Words, if: words < 10)
    sum.add(.atLeast25Words, if: words >= 25)
    sum.add(.atLeast60Words, if: words >= 60)
    sum.add(.linkShare, linkShare)
    sum.add(.mostlyLinked, if: linkShare > 0.5)
    sum.add(.allLinked, if: linkShare > 0.95)
    sum.add(.endsSentence, if: counts.endsSentence)
    sum.add(.sentences, Float(min(counts.sentenceCount, 6)) / 3)
    sum.add(.commas, Float(min(counts.commaCount, 8)) / 4)
    sum.add(.uppercase, if: words > 0 && counts.isUppercase)
    sum.add(.digits, min(1, 3 * Float(counts.digitCount) / Float(block.characterCount)))
    sum.add(.bold, if: isBold(block))
    sum.add(.startsAsFurniture, if: isFurniture)
    sum.add(.hasFurniture, if: FurniturePhrases.isFound(in: bytes))
    sum.add(.hasDate, if: words < 12 && TimeHint.isFound(in: bytes, hasDigits: counts.digitCount > 0))
    sum.add(.repeatsTitle, if: words > 2 && isInTitle(bytes))
    sum.add(.endsQuestion, if: counts.endsQuestion)
  }

  private func isInTitle(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    // Words are extracted only from texts that are short enough to be contained in the title.
    guard !title.isEmpty, bytes.count < title.bytes.count + 32, titleTriples.mayContain(bytes) else {
      return false
    }
    return title.contains(NormalizedWords(bytes))
  }

  private func addPlace(_ index: Int, _ sum: inout FeatureSum) {
    let element = blocks.list[index].element
    let parent = blocks.nodes.parent(element)
    sum.add(BlockElement(blocks.nodes.tag(element)))
    sum.add(all: elements.all(element), own: elements.own(element).union(elements.own(parent)))
    sum.add(.furnitureDistance, Float(furnitureDistance(element)) / 8)
    sum.add(.position, Float(index) / Float(blocks.list.count))
    sum.add(.isInLastThird, if: 3 * index > 2 * blocks.list.count)
    addHeadline(index, &sum)
    addContainer(element, &sum)
    let likes = likes[likeness[index]]
    sum.add(.likeWords, log1p(likes.words / likes.count))
    sum.add(.likeLinkShare, likes.linkShare / likes.count)
    sum.add(.likeCount, logarithm(Int(likes.count)) / 4)
    sum.add(.isParagraph, if: blocks.nodes.tag(element) == .p)
  }

  private func addHeadline(_ index: Int, _ sum: inout FeatureSum) {
    guard let headline else { return sum.add(.headlineDistance, 0.8) }
    sum.add(.isAfterHeadline, if: index > headline)
    sum.add(.isBeforeHeadline, if: index < headline)
    sum.add(.headlineDistance, logarithm(abs(index - headline)) / 5)
  }

  private func addContainer(_ element: Int, _ sum: inout FeatureSum) {
    let container = container(of: element)
    sum.add(.containerWords, container < 0 ? 0 : logarithm(Int(elements.words(container))) / 6)
    sum.add(.containerShare, elements.share(container))
    sum.add(.outerShare, elements.share(blocks.nodes.parent(container)))
    sum.add(.siblings, logarithm(Int(siblings[container + 1])) / 4)
    sum.add(.isAloneInContainer, if: container >= 0 && elements.words(container) == elements.words(element))
  }

  /// The logarithm of a number plus one, like `log1p`.
  private func logarithm(_ number: Int) -> Float {
    number < logarithms.count ? logarithms[number] : log1p(Float(number))
  }

  private static let logarithms = (0..<1024).map { log1p(Float($0)) }

  /// The number of elements from a block's own outwards before the first one that marks furniture, at most 8.
  private func furnitureDistance(_ element: Int) -> Int {
    var (element, distance) = (element, 0)
    while element >= 0, distance < 8, elements.own(element).isDisjoint(with: .furniture) {
      element = blocks.nodes.parent(element)
      distance += 1
    }
    return distance
  }

  private func container(of element: Int) -> Int {
    switch blocks.nodes.tag(element) {
    case .div, .section, .article, .body, .td, .main: element
    default: blocks.nodes.parent(element)
    }
  }
}

/// Finds the block with the headline: the `h1` that has most in common with the page's title, or else a lower heading
/// that is part of the title.
enum Headline {
  /// The number of the block; nil if there is none.
  static func block(in blocks: HTMLBlocks, _ statistics: [BlockStatistics], title: NormalizedWords) -> Int? {
    let nodes = blocks.nodes
    return blocks.text.withUnsafeBufferPointer { text in
      func words(_ index: Int) -> NormalizedWords {
        NormalizedWords(UnsafeBufferPointer(rebasing: text[blocks.list[index].range].prefix(1024)))
      }
      let titleWords = Set(title.words)
      func agreement(_ index: Int) -> Float {
        let words = Set(words(index).words)
        return Float(words.intersection(titleWords).count) / Float(1 + words.union(titleWords).count)
      }
      let candidates = blocks.list.indices.filter {
        let element = blocks.list[$0].element
        return nodes.tag(element) == .h1
          || element >= 0 && nodes.parent(element) >= 0
            && nodes.tag(nodes.parent(element)) == .h1
      }
      if let first = candidates.first {
        let rated = candidates.dropFirst().prefix(32).map { (index: $0, agreement: agreement($0)) }
        return rated.reduce((index: first, agreement: agreement(first))) {
          $1.agreement > $0.agreement ? $1 : $0
        }.index
      }
      return blocks.list.indices.first { index in
        switch nodes.tag(blocks.list[index].element) {
        case .h2, .h3, .h4: break
        default: return false
        }
        let words = words(index)
        return statistics[index].wordCount >= 3 && !words.isEmpty && title.contains(words)
      }
    }
  }
}
