import Foundation

/// Generates pages like those saved from news sites: a story with three related ones below it.
///
/// A story is generated from its number alone, so it is the same on every page that lists it. Stories numbered below
/// `count` have pages of their own; the others are only listed as related stories.
struct PageMaker {
  struct Article {
    var title: String
    var newspaper: String
    var age: String
    var paragraphs: [String]
  }

  let count: Int
  private let vocabulary = Vocabulary()

  /// The number of stories that a page lists in addition to its own.
  static let relatedCount = 3
  /// One in this many of them has a page of its own.
  private static let ownPageShare = 3
  /// The average length of stories in bytes; a few are much longer.
  private let usualLength: Double
  private static let shortest = 300

  /// By default, four stories make a page of 14 KB.
  init(count: Int, usualLength: Double = 3_100) {
    self.count = count
    self.usualLength = usualLength
  }

  func article(_ number: Int) -> Article {
    var random = RandomNumbers(key: UInt64(number), salt: 2)
    let title = vocabulary.headline(&random)
    let length =
      PageMaker.shortest
      + min(Int(-log(1 - random.fraction()) * (usualLength - Double(PageMaker.shortest))), 14_000)
    var paragraphs: [String] = []
    var written = 0
    while written < length {
      let sentences = (0...random.below(3)).map { _ in random.pick(vocabulary.sentences) }
      paragraphs.append(sentences.joined(separator: " "))
      written += paragraphs[paragraphs.count - 1].utf8.count + 1
    }
    return Article(
      title: title, newspaper: random.pick(vocabulary.newspapers), age: age(&random), paragraphs: paragraphs)
  }

  private func age(_ random: inout RandomNumbers) -> String {
    let number = random.below(20) + 2
    return switch random.below(8) {
    case 0: "\(number) minutes ago"
    case 1, 2: "\(number) days ago"
    case 3: "a day ago"
    default: "\(number) hours ago"
    }
  }

  /// The stories listed on page `number`: neighbours with pages of their own, and other stories, some of which are on
  /// several pages.
  func related(to number: Int) -> [Int] {
    var random = RandomNumbers(key: UInt64(number), salt: 3)
    var result: [Int] = []
    while result.count < PageMaker.relatedCount {
      let isNeighbour = count > 2 * PageMaker.relatedCount && random.below(PageMaker.ownPageShare) == 0
      let other =
        isNeighbour
        ? (number + 1 + random.below(min(count - 1, 60))) % count : count + random.below(3 * count)
      if other != number, !result.contains(other) { result.append(other) }
    }
    return result
  }

  /// The contents of a saved page.
  func page(_ number: Int) -> String {
    let own = article(number)
    var text = "logo\n\(own.title)\n\n\(own.title)\n\n\(own.newspaper)\(own.age)\n"
    text += own.paragraphs.joined(separator: "\n")
    text += "\nOrange background\n\nTry Our AI Features\n\nExplore what Daily8 AI can do for you:\n\n"
    text += "Comments\n\nNo comments yet...\n\nRelated Articles\n\n"
    for other in related(to: number).map(article) {
      text += "\(other.title)\n\(other.title)\n\n\(other.newspaper)\n\ntime\(other.age)\n\n"
      text += "  • \(other.newspaper)\n\n\(other.title)\n\n\(other.paragraphs.joined(separator: " "))\n\n"
    }
    return text + PageMaker.footer
  }

  private static let footer = """
    DOWNLOAD THE APP

    Get Started Now: Download the App

    Ready to dive into a world of global content with local flavor? Download Daily8 app today from \
    your preferred app store and start exploring.
    app-storeplay-store
    """
}
