import SeededNumbers

/// Pages that are hard to merge: few titles and sources, written in several ways, texts of equal length,
/// pages saved at the same time.
enum InventedLibrary {
  static let titles = [
    "Fog closes", "FOG closes!", "Tin slips", "Tin  slips", "Choir sings", "Swan found", "Rail",
  ]
  static let sources = [
    nil, nil, "The Meridian", "THE MERIDIAN", "Coast Courier", "coast-courier", "North Wire",
  ]
  static let times = ["an hour ago", "2 hours ago", "3 hours ago", "a day ago", "13-06-2025", "12-06-2025"]
  private static let fog =
    "The fog came in at six and stayed. Boats lay in the harbour until noon. Nobody could see the quay."
  private static let tin =
    "The tin index slipped by two points. Traders spoke of a quiet day. Copper did no better than it."
  /// Copies, versions, beginnings, cut texts, editions, and no text at all.
  static let bodies = [
    "", "Fog.", fog, fog.uppercased(), fog + " The pilots were glad to go home.", String(fog.prefix(60)),
    fog.replacing("noon", with: "one"), tin, tin + " Then it rained.", String(tin.prefix(40)) + "…",
    "Fog and tin, and more of it: here is what you need to know this morning about both of them.",
  ]

  static func pages(_ count: Int, _ numbers: inout SeededNumbers) -> [InventedPage] {
    (0..<count).map { page($0, &numbers) }
  }

  private static func page(_ number: Int, _ numbers: inout SeededNumbers) -> InventedPage {
    let listing = (0..<Int.random(in: 0...3, using: &numbers)).map { _ in
      Listed(
        title: pick(titles, &numbers), source: pick(sources, &numbers) ?? "North Wire",
        when: pick(times, &numbers), body: pick(bodies, &numbers))
    }
    let isTopic = Int.random(in: 0..<8, using: &numbers) == 0
    let page =
      isTopic
      ? InventedPage(topic: "Foghorn", listing: listing)
      : InventedPage(
        pick(titles, &numbers), source: pick(sources, &numbers), when: pick(times, &numbers),
        body: [pick(bodies, &numbers)], listing: listing)
    return page.named(
      "\(number).txt", saved: 1_750_000_000 + 3_600 * Int64.random(in: 0...3, using: &numbers))
  }

  static func pick<Value>(_ values: [Value], _ numbers: inout SeededNumbers) -> Value {
    values[Int.random(in: 0..<values.count, using: &numbers)]
  }
}
