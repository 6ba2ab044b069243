import PageFormats
import Testing

@testable import Understanding

@Suite struct NameTests {
  private func digest(_ paragraphs: String..., title: String = "") throws -> Digest {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 28))
    return DigestMaker([StoryToDigest(title: title, paragraphs: paragraphs, day: day)]).digest(of: 0)
  }

  private func names(_ kind: NameKind, _ digest: Digest) -> [String] {
    digest.names(kind).map(\.found.name)
  }

  @Test func kindsOfNames() throws {
    let digest = try digest(
      "Mayor Maria Torres said on Monday that the Harbour Council would meet in London.",
      "The Bank of England and the Ministry of Foreign Affairs had no comment, Torres said.")
    #expect(names(.person, digest) == ["Maria Torres"])
    #expect(names(.place, digest) == ["London"])
    #expect(
      names(.organisation, digest) == ["Harbour Council", "Bank of England", "Ministry of Foreign Affairs"])
  }

  @Test func formsOfOneName() throws {
    let digest = try digest(
      "Officials met with Maria Torres of the European Union to talk about it.",
      "Later, Torres left, and the EU said nothing about Torres.")
    let person = try #require(digest.names(.person).first?.found)
    #expect(person.name == "Maria Torres" && person.count == 3 && person.aliases == ["Torres"])
    let union = try #require(digest.names(.organisation).first?.found)
    #expect(union.name == "European Union")
    #expect(union.aliases == ["EU"])
  }

  @Test func whereANameStands() throws {
    let digest = try digest("Nothing here.", "“Well,” he told Maria Torres’s sister.")
    let passage = try #require(digest.names(.person).first?.passage)
    #expect(passage.text == "Maria Torres")
    #expect(passage.paragraph == 1)
    let text = "“Well,” he told Maria Torres’s sister."
    #expect(passage.range.lowerBound == text.utf8.count - "Maria Torres’s sister.".utf8.count)
  }

  /// The first word of a sentence has a capital in any case.
  @Test func beginningsOfSentences() throws {
    let digest = try digest(
      "Ferries were late. Meanwhile nothing moved. Torrential rain fell, and more rain came.")
    #expect(digest.names.isEmpty)
  }

  @Test func titlesAndDaysAreNoPartOfNames() throws {
    let digest = try digest(
      "They had talked to former President Ada Moreno on Tuesday and then with Attorney General John Hale late on Friday."
    )
    #expect(names(.person, digest) == ["Ada Moreno", "John Hale"])
  }

  @Test func aGuessIsNotSure() throws {
    let digest = try digest(
      "They went to see Grelling in the evening, and then they talked to Mrs. Maria Torres.")
    let names = digest.names.map(\.found)
    #expect(names.first { $0.name == "Maria Torres" }?.isSure == true)
    #expect(names.first { $0.name == "Grelling" }?.isSure == false)
    #expect(names.first { $0.name == "Grelling" }?.kind == nil)
  }

  /// What a name is another story tells.
  /// Ships and houses have an article, too, however often they are named.
  @Test func anArticleAloneMakesNothingSure() throws {
    let digest = try digest(
      "The Patient Margaret ran aground on the reef. Divers reached the Patient Margaret on Friday.",
      "Nobody was on board the Patient Margaret when the tide came, and the Patient Margaret is not insured.")
    #expect(digest.names.first { $0.found.name == "Patient Margaret" }?.found.isSure == false)
  }

  @Test func aDatelineInCapitalsIsTheSamePlace() throws {
    let digest = try digest(
      "HANOI — The ferry to the islands was late again on Monday, passengers said.",
      "In Hanoi nobody was told of it. The line has its seat in Hanoi and NATO has not.")
    #expect(digest.names(.place).map(\.found.name).filter { $0.uppercased() == "HANOI" } == ["Hanoi"])
    let place = digest.names(.place).first { $0.found.name == "Hanoi" }?.found
    #expect(place?.count == 3)
    #expect(place?.aliases == [])
  }

  @Test(arguments: [
    ("HANOI (AP) — The ferry was late again on Monday, passengers said.", "Hanoi"),
    ("RIO DE JANEIRO — The ferry was late again on Monday, passengers said.", "Rio de Janeiro"),
    ("FORT BRANNOCK, Maine — The ferry was late again on Monday, passengers said.", "Fort Brannock"),
    ("UAE — The ferry was late again on Monday, passengers said.", "UAE"),
  ])
  func aPlaceThatOnlyADatelineNamesIsSpelledAsUsual(text: String, place: String) throws {
    let digest = try digest(text, "Nobody was told of it.")
    #expect(digest.names(.place).first?.found.name == place)
  }

  @Test func theFolderKnowsMore() throws {
    let day = try #require(CivilDate(year: 2026, month: 11, day: 28))
    let maker = DigestMaker([
      StoryToDigest(title: "", paragraphs: ["They asked Okonjo about it."], day: day),
      StoryToDigest(title: "", paragraphs: ["They asked Mrs. Grace Okonjo about it."], day: day),
    ])
    #expect(maker.digest(of: 0).names(.person).map(\.found.name) == ["Okonjo"])
  }

  @Test func textsInOtherLanguagesAreNotAttempted() throws {
    let german = try digest(
      "Der Stadtrat hat die Abstimmung über die Nachtfähre auf Donnerstag verschoben, sagte Bürgermeisterin Maria Torres am Montag. Die Fähre kostet die Stadt viel."
    )
    #expect(german.attempts.isEmpty && german.names.isEmpty && german.dates.isEmpty)
    let arabic = try digest("أجّل مجلس المدينة التصويت على العبّارة الليلية إلى يوم الخميس. كلّفت 1200 كرون.")
    #expect(arabic.attempts.isEmpty && arabic.names.isEmpty)
    #expect(arabic.numbers.map(\.text) == ["1200"])
    #expect(arabic.keySentences.count == 2)
  }
}
