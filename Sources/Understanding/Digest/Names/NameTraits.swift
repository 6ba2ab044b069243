import Text

/// What a word can be in a name or next to one.
struct NameTraits: OptionSet, Hashable {
  let rawValue: UInt64

  // Spelling.
  static let capitalized = NameTraits(rawValue: 1 << 0)
  static let allCapitals = NameTraits(rawValue: 1 << 1)
  static let beginsWithLetter = NameTraits(rawValue: 1 << 2)

  // Names on their own.
  static let place = NameTraits(rawValue: 1 << 3)
  static let firstName = NameTraits(rawValue: 1 << 4)
  /// A people, a faith or a party: `French`, `Sunni`, `Democrats`.
  static let demonym = NameTraits(rawValue: 1 << 5)
  static let dayOrMonth = NameTraits(rawValue: 1 << 6)
  /// Capitalized without being a name: `I`, `GMT`, `Christmas`.
  static let noName = NameTraits(rawValue: 1 << 7)
  /// An organisation whose name is a single word.
  static let knownOrganisation = NameTraits(rawValue: 1 << 8)

  // Last or first words that show the kind of a name.
  static let organisationHead = NameTraits(rawValue: 1 << 9)
  /// A word for an organisation that may also be a surname: `Church`, `Post`.
  static let alsoSurname = NameTraits(rawValue: 1 << 10)
  /// Makes a name an organisation, at any position in it.
  static let organisationWord = NameTraits(rawValue: 1 << 11)
  static let placeHead = NameTraits(rawValue: 1 << 12)
  /// A part of a country: `North`, `Fort`.
  static let placeBeginning = NameTraits(rawValue: 1 << 13)
  /// An event, an award or a treaty.
  static let eventHead = NameTraits(rawValue: 1 << 14)

  // Titles.
  static let title = NameTraits(rawValue: 1 << 15)
  /// Shows that the name after it is a person.
  static let strongTitle = NameTraits(rawValue: 1 << 16)
  /// Part of the name itself: `Queen`, `St`.
  static let royalTitle = NameTraits(rawValue: 1 << 17)
  /// Before a title: `Former`, `Acting`.
  static let titlePrefix = NameTraits(rawValue: 1 << 18)
  /// May also begin the name of an organisation: `Justice Department`.
  static let titleOrOffice = NameTraits(rawValue: 1 << 19)
  /// The responsibility of a ministry: `Foreign`, `Trade`.
  static let portfolio = NameTraits(rawValue: 1 << 20)
  static let ministryPortfolio = NameTraits(rawValue: 1 << 21)

  // Small words within a name.
  static let joiner = NameTraits(rawValue: 1 << 22)
  /// Always joins words, unlike `for` and `and`.
  static let strongJoiner = NameTraits(rawValue: 1 << 23)
  /// May precede `of`: `Bank of`, `Duke of`.
  static let headOfOf = NameTraits(rawValue: 1 << 24)
  /// May precede `for`.
  static let headOfFor = NameTraits(rawValue: 1 << 25)
  /// Begins names that contain `and` or `in`: `Ministry`.
  static let headOfLongName = NameTraits(rawValue: 1 << 26)
  /// Allows `and` to join words.
  static let headOfAnd = NameTraits(rawValue: 1 << 27)
  static let personParticle = NameTraits(rawValue: 1 << 28)

  // Words around a name.
  static let closePreposition = NameTraits(rawValue: 1 << 29)
  static let placePreposition = NameTraits(rawValue: 1 << 30)
  static let placeNoun = NameTraits(rawValue: 1 << 31)
  static let sayingVerb = NameTraits(rawValue: 1 << 32)
  /// A common word that is usually capitalized only because it begins a sentence.
  static let commonWord = NameTraits(rawValue: 1 << 33)
  static let adverb = NameTraits(rawValue: 1 << 34)
  static let stopWord = NameTraits(rawValue: 1 << 35)
  static let abbreviation = NameTraits(rawValue: 1 << 36)
  /// Has the ending of a name for a people: `-ian`, `-ese`.
  static let peopleEnding = NameTraits(rawValue: 1 << 37)
  /// A month that is also a first name: `June`.
  static let monthAndName = NameTraits(rawValue: 1 << 38)
}

extension NameTraits {
  /// The traits of a word.
  init(_ word: String) {
    var traits = NameWords.exact[word] ?? []
    traits.formUnion(NameTraits(writingOf: word))
    let lower = word.lowercased()
    let bare = lower.hasSuffix(".") ? String(lower.dropLast()) : lower
    traits.formUnion(NameWords.lowerCase[bare] ?? [])
    traits.formUnion(NameTraits(commonWord: lower))
    if NameWords.peopleEndings.contains(where: { lower.hasSuffix($0) }), word.utf8.count > 5 {
      traits.insert(.peopleEnding)
    }
    self = traits
  }

  private init(writingOf word: String) {
    self = []
    guard let first = word.unicodeScalars.first else { return }
    let properties = first.properties
    if properties.isAlphabetic { insert(.beginsWithLetter) }
    if properties.isAlphabetic, properties.isUppercase { insert(.capitalized) }
    let cased = word.unicodeScalars.filter(\.properties.isCased)
    if !cased.isEmpty, cased.allSatisfy(\.properties.isUppercase) { insert(.allCapitals) }
  }

  private init(commonWord lower: String) {
    self = []
    var lower = lower
    lower.withUTF8 { bytes in
      if StopWords.english.contains(Token.hash(of: bytes)) { formUnion([.stopWord, .commonWord]) }
      if Abbreviations.begins(bytes, 0..<bytes.count) { insert(.commonWord) }
      let end = bytes.last == UInt8(ascii: ".") ? bytes.count - 1 : bytes.count
      if end > 1, Abbreviations.isAbbreviation(bytes, 0..<end) { insert(.abbreviation) }
    }
  }
}
