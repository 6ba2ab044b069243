/// Words that identify names and their kinds, in English only.
enum NameWords {
  /// By the exact word.
  static let exact: [String: NameTraits] = table([
    (.firstName, FirstNames.words),
    (
      .dayOrMonth,
      """
      Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays
      Sundays January February March April May June July August September October November December Mon Tue Wed Thu Fri
      Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
      """
    ),
    (.monthAndName, "May April June August"),
    (
      .noName,
      """
      I I'm I've I'd I'll Mr Mrs Ms AM PM A.M P.M OK TV GMT EST EDT ET PT BST CEO GDP DVD CD PC DNA HIV AIDS UTC COVID
      Covid COVID-19 Covid-19 TB LGBT LGBTQ AI IT ICU Ebola DIG RBI NFT NFTs HQ Internet Christmas Easter Ramadan God
      Earth Ph.D
      """
    ),
    (.knownOrganisation, "Reuters Interfax Xinhua Twitter Facebook Google"),
    (
      .placeBeginning,
      """
      North South East West Northern Southern Eastern Western Central Lake Mount Fort New Port Cape Camp San Santa
      """
    ),
    (.titlePrefix, "Former Ex Vice Acting Senior Then"),
    (.joiner, "of the for and de la du del di da van von bin ibn al el le & den der"),
    (.strongJoiner, "of & in de la du del di da van von bin ibn al el le den der"),
    (.personParticle, "bin ibn al van von der de di da"),
    (
      .demonym,
      """
      American British English Scottish Welsh Irish French German Italian Spanish Portuguese Dutch Belgian Swiss
      Austrian Swedish Norwegian Danish Finnish Icelandic Polish Czech Slovak Hungarian Romanian Bulgarian Greek
      Turkish Russian Ukrainian Belarusian Serbian Croatian Bosnian Albanian Slovenian Macedonian Estonian
      Latvian Lithuanian Georgian Armenian Azerbaijani Kazakh Uzbek Chinese Japanese Korean Vietnamese Thai
      Indonesian Malaysian Filipino Philippine Singaporean Indian Pakistani Bangladeshi Nepalese Afghan Iranian
      Iraqi Syrian Lebanese Jordanian Israeli Palestinian Saudi Yemeni Omani Qatari Kuwaiti Emirati Egyptian
      Libyan Tunisian Algerian Moroccan Sudanese Ethiopian Somali Kenyan Ugandan Tanzanian Rwandan Congolese
      Nigerian Ghanaian Zimbabwean Zambian African Australian Canadian Mexican Cuban Haitian Jamaican Brazilian
      Argentine Argentinian Chilean Peruvian Colombian Venezuelan Bolivian Ecuadorian Uruguayan European Asian
      Arab Arabic Kurdish Chechen Soviet Western Islamic Muslim Muslims Christian Christians Jewish Jews
      Catholic Catholics Protestant Hindu Hindus Sikh Buddhist Sunni Sunnis Shiite Shiites Shia Republican
      Republicans Democrat Democrats Democratic Conservative Conservatives Labour Liberal Tory Tories Nazi
      Communist Latin Americans Russians Germans Iraqis Iranians Israelis Palestinians Syrians Afghans Britons
      Kurds Arabs Europeans Africans Asians Indians Australians Canadians Mexicans Egyptians Ukrainians Italians
      Greeks Turks Swedes Danes Poles Serbs Croats Koreans Cubans Nigerians Kenyans Taliban English-speaking
      Olympic Latino Hispanic Tamil Bengali Punjabi Sinhalese Argentinean Salvadoran Honduran Nicaraguan
      Guatemalan Costa-Rican Panamanian Paraguayan Cambodian Laotian Burmese Mongolian Taiwanese Tibetan Maltese
      Cypriot South-African
      """
    ),
  ]).merging(places.map { ($0, .place) }) { $0.union($1) }

  /// By the word in lower case, without the full stop of an abbreviation.
  static let lowerCase: [String: NameTraits] = table([
    (
      .organisationHead,
      """
      inc corp corporation co company companies ltd limited llc plc group holdings bank banks university college
      institute institution school academy ministry department dept council committee commission court
      parliament senate congress assembly party union association federation organization organisation agency
      authority bureau office service services police army navy guard forces force club united fc city hospital
      church foundation fund trust society network news times post journal tribune herald press television radio
      airlines airways air motors energy oil gas petroleum bancorp partners capital securities exchange league
      cup nations board center centre museum studios entertainment pictures records systems technologies
      technology software communications telecom pharmaceuticals laboratories industries international
      associates brothers bros sons alliance coalition front movement brigade brigades corps regiment government
      administration secretariat cabinet treasury reserve tribunal team squad conference project campaign
      chamber congregation cathedral insurance mission embassy consulate directorate division command registry
      initiative programme program watch labs media magazine gazette
      """
    ),
    (.alsoSurname, "church post times press cup watch guard bank gas city"),
    (
      .organisationWord,
      """
      university ministry department bank council committee party union association federation institute commission
      agency court house police group
      """
    ),
    (
      .placeHead,
      """
      river lake mount mountain mountains island islands street avenue road boulevard county province district
      city valley bay beach airport harbor harbour port sea ocean gulf strait peninsula desert park square
      bridge town village state states territory region hills hill heights coast cape forest canyon creek falls
      springs stadium hotel prison canal
      """
    ),
    (
      .eventHead,
      """
      open cup championship championships games series prix prize award awards act treaty accord agreement war wars
      summit festival day week marathon trophy olympics tour constitution revolution movement bill amendment plan deal
      league division derby convention protocol declaration
      """
    ),
    (
      .title,
      """
      mr mrs ms miss dr prof professor sir lord lady dame president vice prime minister premier chancellor king
      queen prince princess sen senator rep representative gov governor mayor gen general col colonel maj major
      lt lieutenant capt captain sgt sergeant cpl corporal admiral judge justice attorney secretary chairman
      chairwoman chief director spokesman spokeswoman spokesperson ambassador rabbi imam sheikh sheik pope
      cardinal bishop archbishop rev reverend father sister brother st saint coach manager striker defender
      goalkeeper midfielder detective officer deputy commissioner inspector superintendent congressman
      congresswoman lawmaker leader former ex actor actress singer author analyst economist tsar ayatollah
      emperor crown first founder ceo executive constable foreign defense defence finance interior
      """
    ),
    (
      .strongTitle,
      """
      mr mrs ms miss dr prof professor sir lord lady dame sen senator rep gov mayor gen lt sgt capt captain sheikh pope
      cardinal bishop archbishop rev queen king prince princess president chancellor ayatollah spokesman spokeswoman
      judge justice coach admiral col maj imam rabbi
      """
    ),
    (.royalTitle, "prince queen king saint st crown"),
    (
      .titleOrOffice,
      """
      justice father sister brother chief general attorney director judge commissioner first police minister prime
      """
    ),
    (
      .portfolio,
      """
      trade home health treasury defense defence foreign finance interior education energy labor labour transport
      justice agriculture commerce culture environment press
      """
    ),
    (.ministryPortfolio, "foreign finance interior defense defence"),
    (
      .headOfOf,
      """
      secretary speaker chief university bank house republic kingdom duke board state gulf isle department states
      chamber commons representatives lords americas king queen prince centers church district ministry league
      federation confederation people order
      """
    ),
    (.headOfFor, "department ministry centers center committee institute council"),
    (
      .headOfLongName,
      """
      organisation organization ministry department council committee bureau office centers centre center institute
      conference commission international national royal european american
      """
    ),
    (
      .headOfAnd,
      """
      department ministry bureau committee house organisation organization council office centers institute
      international national commission
      """
    ),
    (.closePreposition, "in near outside across throughout"),
    (.placePreposition, "in at near from across outside throughout around inside toward towards"),
    (.placeNoun, "city town village province region county island"),
    (
      .sayingVerb,
      """
      said says told added argued warned insisted tweeted wrote asked replied acknowledged testified explained
      believes thinks
      """
    ),
    (
      .adverb,
      """
      meanwhile however instead currently let moreover nevertheless nonetheless furthermore additionally finally
      earlier later recently today yesterday tomorrow tonight perhaps maybe although though because despite during even
      ever every everyone everything nothing nobody someone something whether while whatever whoever within without
      according asked given following since until unless once thus hence therefore indeed overall police officials
      analysts experts critics local national international foreign several both each either neither such another
      other others please thanks yes no well ok okay born based speaking addressing having being getting giving taking
      making using under over above below inside outside across among between against through towards about around
      near yet still also only just now then again always never often sometimes usually generally especially
      particularly including apart besides elsewhere opposition government parliament state federal schedule summary
      results fax tel phone email photo file image news update breaking opinion editorial comment
      """
    ),
  ])

  /// Names of places, including those of several words.
  static let places: Set<String> = {
    let lists = [PlaceNames.cities, PlaceNames.countries, PlaceNames.states]
    return Set(lists.flatMap { entries(of: $0, separator: ",") })
  }()

  /// The usual spelling of place names by that of headlines and datelines: `LONDON`.
  static let placesInCapitals: [String: String] = Dictionary(
    places.lazy.filter { $0.count > 3 }.map { ($0.uppercased(), $0) }, uniquingKeysWith: min)

  /// The endings of names for peoples and followers.
  static let peopleEndings = [
    "ese", "ian", "ians", "eans", "ean", "ish", "stani", "stanis", "ites", "ists", "ist",
  ]

  private static func table(_ lists: [(NameTraits, StaticString)]) -> [String: NameTraits] {
    var table: [String: NameTraits] = [:]
    for (traits, list) in lists {
      for word in entries(of: list, separator: " ") { table[word, default: []].formUnion(traits) }
    }
    return table
  }

  /// The entries of a list; line breaks between them have no meaning.
  private static func entries(of list: StaticString, separator: Character) -> [String] {
    let text = String(describing: list)
    guard separator == "," else { return text.split { $0 == " " || $0 == "\n" }.map(String.init) }
    return text.split { $0 == "," }.map { entry in
      entry.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    }
  }
}
