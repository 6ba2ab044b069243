/// The vocabulary of the synthetic news: places, people, newspapers and complete sentences.
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
  static let roles = words(
    "mayor harbourmaster librarian surveyor minister conductor engineer baker curator judge")
  private static let papers = words(
    "Courier Gazette Observer Shimbun Chronicle Evening Mercury Ledger Tribune Argus")
  static let weekdays = words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

  private static let syllables = words(
    "bel ka dro ven shu mir ost lan fe gar hi tolm une rask po wy chel zad ei nor")

  init() {
    var random = RandomNumbers(key: 1)
    let places = (0..<600).map { _ in Vocabulary.name(2...3, &random) }
    let people = (0..<2_000).map { number in
      let name = Vocabulary.name(1...2, &random) + " " + Vocabulary.name(2...3, &random)
      // Some names are not ASCII, as in the real pages.
      return number % 30 == 0 ? name.split(separator: "e").joined(separator: "é") : name
    }
    self.places = places
    self.people = people
    newspapers = (0..<120).map { number in
      "The \(places[number * 5]) \(Vocabulary.papers[number % Vocabulary.papers.count])"
    }
    sentences = (0..<4_000).map { _ in Vocabulary.sentence(places: places, people: people, &random) }
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
    let role = random.pick(Vocabulary.roles)
    return switch random.below(4) {
    case 0: "\(place) \(thing) \(deed) \(quality) \(object) near \(other)"
    case 1: "\(person): \"The \(quality) \(object) belongs to \(place)\""
    case 2: "Why \(place)'s \(thing) \(deed) a \(quality) \(object), and what \(person) makes of it"
    default: "\(quality.capitalized) \(thing) in \(place) \(deed) the \(object), \(role) \(person) says"
    }
  }

  private static func sentence(
    places: [String], people: [String], _ random: inout RandomNumbers
  ) -> String {
    let (place, person, role) = (random.pick(places), random.pick(people), random.pick(roles))
    let (thing, deed, number) = (random.pick(things), random.pick(deeds), random.below(90) + 2)
    let (quality, object, day) = (random.pick(qualities), random.pick(things), random.pick(weekdays))
    return switch random.below(5) {
    case 0: "On \(day) the \(quality) \(thing) of \(place) closed while the \(object) was weighed again."
    case 1: "\"Nobody \(deed) a \(thing) twice,\" \(role) \(person) said in \(place)."
    case 2: "The \(object), which \(person) had \(number) weeks to repair, is still \(quality)."
    case 3: "Some \(number),000 people came to \(place) — more than the \(thing) can hold."
    default: "It is not known who \(deed) the \(quality) \(object), nor whether the \(thing) noticed."
    }
  }
}
