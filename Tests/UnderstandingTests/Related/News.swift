import Tables

@testable import Understanding

/// Invented news of three events, and stories of nothing in particular.
enum News {
  struct Item {
    var title: String
    var body: String
    var day: Int32? = 20_000
  }

  static let ferry = [
    Item(
      title: "Council votes to keep the Ellis ferry",
      body:
        "The island council of Port Ellis voted to keep the night ferry to Brannock. Mayor Anna Lind said the "
        + "ferry costs 14 million crowns a year. Fishermen and pupils had asked for it."),
    Item(
      title: "Night ferry to Brannock stays",
      body:
        "Pupils and fishermen of Port Ellis keep their ferry: the council voted for the crossing to Brannock, "
        + "14 million crowns or not. It was a close vote, Anna Lind told reporters.", day: 20_001),
    Item(
      title: "Ferry vote divides Port Ellis",
      body:
        "After the vote on the night ferry some islanders of Port Ellis want another council. The crossing to "
        + "Brannock is empty in winter, they argue; Mayor Lind disagrees.", day: 20_002),
  ]

  static let museum = [
    Item(
      title: "Thieves take bronze horse from Halden museum",
      body:
        "Burglars broke a skylight of the Halden museum and stole a bronze horse of the sculptor Ivo Marek. The "
        + "alarm was silent, police in Halden found. The bronze is insured."),
    Item(
      title: "Halden museum alarm was off before bronze theft",
      body:
        "The alarm of the museum in Halden was switched off when burglars came through a skylight for the bronze "
        + "horse by Ivo Marek, police found.", day: 20_003),
  ]

  static let storm = [
    Item(
      title: "Storm Greta floods Lower Vesting",
      body:
        "Storm Greta pushed the river Ane over its dykes. Firefighters pumped cellars in Lower Vesting and brought "
        + "forty families to a gymnasium."),
    Item(
      title: "Families home after Greta flood",
      body:
        "Forty families of Lower Vesting went home from the gymnasium after storm Greta. The dykes of the river Ane "
        + "are being mended, firefighters told us.", day: 20_002),
  ]

  static let others = [
    Item(title: "Recipe: plum cake", body: "Take flour, butter and ripe plums, and bake them for an hour."),
    Item(
      title: "Chess club wins", body: "The chess club won the final on the last board, with a rook ending."),
  ]

  static var all: [Item] { ferry + museum + storm + others }

  static func terms(_ items: [Item]) -> Table<StoryTerms> {
    var table = Table<StoryTerms>()
    var maker = StoryTermsMaker()
    for item in items { table.append(terms(item, &maker)) }
    return table
  }

  static func terms(_ item: Item, _ maker: inout StoryTermsMaker) -> StoryTerms {
    let key = Token.hash(of: item.title.utf8)
    var (title, body) = (item.title, item.body)
    return title.withUTF8 { title in
      body.withUTF8 { body in
        maker.terms(title: title, body: body, key: key, titleID: key, day: item.day)
      }
    }
  }

  static func index(_ items: [Item]) -> RelatedIndex { RelatedIndexBuilder(terms(items)).finish() }

  /// The headlines of the threads with more than one story, those of a thread in its order.
  static func threads(_ items: [Item]) -> Set<[String]> {
    let titles = Dictionary(uniqueKeysWithValues: items.map { (Token.hash(of: $0.title.utf8), $0.title) })
    return Set(
      index(items).threads.filter { $0.count > 1 }.map { $0.map { titles[$0.key] ?? "" } })
  }

  /// The headlines of the stories that are like one, the likest first.
  static func related(to item: Item, in items: [Item]) -> [String] {
    let titles = Dictionary(uniqueKeysWithValues: items.map { (Token.hash(of: $0.title.utf8), $0.title) })
    var maker = StoryTermsMaker()
    var search = RelatedIndex.Search(index(items))
    return search.related(to: terms(item, &maker), limit: 8).map { titles[$0.key] ?? "" }
  }
}
