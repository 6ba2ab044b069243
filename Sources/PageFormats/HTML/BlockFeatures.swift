/// Features of a block's text.
enum TextFeature: Int, CaseIterable {
  case startsWithLink, linkedFurniture, linkedItem, underFurniture, wordsLogarithm, fewerThan4Words
  case fewerThan10Words, atLeast25Words, atLeast60Words, linkShare, mostlyLinked, allLinked, endsSentence,
    sentences
  case commas, uppercase, digits, bold, startsAsFurniture, hasFurniture, hasDate, repeatsTitle, endsQuestion
}

/// The block element that contains a block.
enum BlockElement: Int, CaseIterable {
  case paragraph, division, item, heading1, heading2, heading3, lowerHeading, cell, quote, caption,
    preformatted
  case section, definition, button, other

  init(_ tag: HTMLTag) {
    switch tag {
    case .p: self = .paragraph
    case .div, .center: self = .division
    case .li: self = .item
    case .h1: self = .heading1
    case .h2: self = .heading2
    case .h3: self = .heading3
    case .h4, .h5, .h6: self = .lowerHeading
    case .td, .th: self = .cell
    case .blockquote: self = .quote
    case .figcaption, .figure: self = .caption
    case .pre: self = .preformatted
    case .section, .article, .main: self = .section
    case .dt, .dd: self = .definition
    case .button, .address: self = .button
    default: self = .other
    }
  }
}

/// Features of a block's place on its page. The container is the block element itself if it is a division, otherwise
/// the element around it; alike blocks have the same element and container with the same marks.
enum PlaceFeature: Int, CaseIterable {
  case inStoryBody, inHidden, inSilent, furnitureDistance, position, isAfterHeadline, headlineDistance
  case isBeforeHeadline, isInLastThird, containerWords, containerShare, outerShare, siblings,
    isAloneInContainer
  case likeWords, likeLinkShare, likeCount, isParagraph
}

/// The weights of both models, indexed by feature.
struct FeatureWeights {
  static let shared = FeatureWeights()
  let text = inOrder(StoryModel.text, TextFeature.self)
  let element = inOrder(StoryModel.element, BlockElement.self)
  let place = inOrder(StoryModel.place, PlaceFeature.self)
  let ancestor = inOrder(StoryModel.ancestor, SpeakingElement.self)
  let ancestorNames = inOrder(StoryModel.ancestorNames, AttributeGroup.self)
  let ownNames = inOrder(StoryModel.ownNames, AttributeGroup.self)

  private static func inOrder<Feature: Hashable & CaseIterable>(
    _ weights: [Feature: StoryModel.Weights], _: Feature.Type
  ) -> [StoryModel.Weights] {
    Feature.allCases.map { weights[$0] ?? .zero }
  }
}

/// Sums the weights of a block's features, for both models at once.
struct FeatureSum {
  private(set) var scores = StoryModel.bias
  private let weights = FeatureWeights.shared

  /// Resets the sum for the next block.
  mutating func begin() { scores = StoryModel.bias }

  mutating func add(_ feature: TextFeature, _ value: Float) {
    scores += weights.text[feature.rawValue] * value
  }

  mutating func add(_ feature: TextFeature, if condition: Bool) {
    if condition { scores += weights.text[feature.rawValue] }
  }

  mutating func add(_ feature: PlaceFeature, _ value: Float) {
    scores += weights.place[feature.rawValue] * value
  }

  mutating func add(_ feature: PlaceFeature, if condition: Bool) {
    if condition { scores += weights.place[feature.rawValue] }
  }

  mutating func add(_ element: BlockElement) { scores += weights.element[element.rawValue] }

  /// Adds the marks of the elements around a block, and of its own element.
  mutating func add(all: ElementMarks, own: ElementMarks) {
    for bit in all.elementNumbers { scores += weights.ancestor[bit] }
    for bit in all.groupNumbers { scores += weights.ancestorNames[bit] }
    for bit in own.groupNumbers { scores += weights.ownNames[bit] }
    add(.inStoryBody, if: all.contains(.declaredStoryBody))
    add(.inHidden, if: all.contains(.notDisplayed))
    add(.inSilent, if: all.contains(.notSpoken))
  }
}
