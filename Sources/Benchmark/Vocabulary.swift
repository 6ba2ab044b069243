/// The words that invented news are made of: places, people, newspapers, and sentences ready to be strung together.
struct Vocabulary {
  let places: [String]
  let people: [String]
  let newspapers: [String]
  let sentences: [String]

  static let things = words(
    """
    orchestra canal drawbridge ballot levy cannery tram greenhouse almanac quay seawall archive dairy kiosk \
    aqueduct bakery windmill botanist glacier loom foundry sawmill planetarium ropeway fountain beacon \
    grain-store parish printworks observatory ferry salt-pan cellar beehive hydrant escalator turnstile weir
    """)
  static let qualities = words(
    """
    quiet second overdue brass municipal narrow unfinished rival early wooden borrowed portable stubborn \
    northern inland coastal spare faded generous modest hasty cautious copper brisk makeshift
    """)
  static let deeds = words(
    """
    reopens repaints inherits postpones relocates measures surprises outlasts mends replaces forgets doubles \
    narrows welcomes questions borrows rescues renames counts insures
    """)
  static let roles = words("mayor harbourmaster librarian surveyor minister conductor engineer baker curator judge")
  static let weekdays = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

  private static let syllables = words("bel ka dro ven shu mir ost lan fe gar hi tolm une rask po wy chel zad ei nor")

  init() {
    var random = RandomNumbers(key: 1)
    places = (0..<600).map { _ in Vocabulary.name(2...3, &random) }
    let letters = places.count
    people = (0..<2_000).map { number in
      let name = Vocabulary.name(1...2, &random) + " " + Vocabulary.name(2...3, &random)
      // Some names are not ASCII, as in the real pages.
      return number % 30 == 0 ? name.split(separator: "e").joined(separator: "é") : name
    }
    let kinds = Vocabulary.words("Courier Gazette Observer Shimbun Chronicle Evening Mercury Ledger Tribune Argus")
    newspapers = (0..<120).map { "The \(places[$0 * 5 % letters]) \(kinds[$0 % kinds.count])" }
    sentences = []
    sentences = (0..<4_000).map { _ in sentence(&random) }
  }

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  private static func name(_ length: ClosedRange<Int>, _ random: inout RandomNumbers) -> String {
    let count = length.lowerBound + random.below(length.count)
    return (0..<count).map { _ in random.pick(syllables) }.joined().capitalized
  }

  func headline(_ random: inout RandomNumbers) -> String {
    let (place, other, person) = (random.pick(places), random.pick(places), random.pick(people))
    let (thing, deed) = (random.pick(Vocabulary.things), random.pick(Vocabulary.deeds))
    let (quality, object) = (random.pick(Vocabulary.qualities), random.pick(Vocabulary.things))
    switch random.below(4) {
    case 0: return "\(place) \(thing) \(deed) \(quality) \(object) near \(other)"
    case 1: return "\(person): \"The \(quality) \(object) belongs to \(place)\""
    case 2: return "Why \(place)'s \(thing) \(deed) a \(quality) \(object), and what \(person) makes of it"
    default: return "\(quality.capitalized) \(thing) in \(place) \(deed) the \(object), \(random.pick(Vocabulary.roles)) says"
    }
  }

  private func sentence(_ random: inout RandomNumbers) -> String {
    let (place, person) = (random.pick(places), random.pick(people))
    let (thing, deed) = (random.pick(Vocabulary.things), random.pick(Vocabulary.deeds))
    let (quality, object) = (random.pick(Vocabulary.qualities), random.pick(Vocabulary.things))
    let day = random.pick(Vocabulary.weekdays)
    switch random.below(5) {
    case 0: return "On \(day) the \(quality) \(thing) of \(place) was closed while the \(object) was weighed again."
    case 1: return "\"Nobody \(deed) a \(thing) twice,\" \(random.pick(Vocabulary.roles)) \(person) said in \(place)."
    case 2: return "The \(object), which \(person) had \(random.below(40) + 2) weeks to repair, is still \(quality)."
    case 3: return "Some \(random.below(90) + 2),000 people came to \(place) — more than the \(thing) can hold."
    default: return "It is not known who \(deed) the \(quality) \(object), nor whether the \(thing) noticed."
    }
  }
}
