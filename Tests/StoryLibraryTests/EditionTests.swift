import SeededNumbers
import StoryLibrary
import Testing

private let reportText = [
  "The harbour council delayed the vote on the new ferry for the third time this year.",
  "Members said that the figures had come too late. The company denied it. A letter was shown to nobody.",
  "The ferry is forty years old and needs a new engine. It carries two hundred people a day in summer.",
  "Fishermen who came to hear the vote went home again. They will be back in a week, they said.",
  "A bridge was spoken of once. Nobody speaks of it any more.",
]

/// One headline over several texts: which are copies and versions of one story, and which are editions.
struct EditionTests {
  private func briefing(_ day: Int, source: String? = "Harbour Post", when: String = "2 hours ago")
    -> InventedPage
  {
    let item = ["tram", "ferry", "crane", "tower", "bridge"][day % 5]
    return InventedPage(
      "Morning briefing", source: source, when: when,
      body: [
        "Day \(day): the news of this morning number \(day) is about item \(item)."
          + String(repeating: " More of it.", count: day),
        "Second paragraph of day \(day).",
      ]
    ).named("briefing-\(day).txt", saved: 1_750_000_000 + 86_400 * Int64(day))
  }

  @Test func fiveBriefingsAreFiveStories() throws {
    var library = Library()
    for day in 0..<5 { library.add(PageBatch([briefing(day)])) }
    #expect(library.order.count == 5)
    #expect(Set(library.order.map { library[$0].id }).count == 5)
    #expect(
      library.order.map { library.pagePaths(of: $0) }
        == (0..<5).reversed().map { ["news/briefing-\($0).txt"] })
  }

  @Test func lettersWithoutASourceAreEachAStory() {
    let library = Library(
      ["tram", "ferry", "crane", "tower"].enumerated().map { number, item in
        InventedPage(
          plain: "Letters to the editor of the town paper\n\nLetter \(number): I write about the \(item).\n")
      })
    #expect(library.order.count == 4)
  }

  @Test func siteFurnitureMakesNoStory() {
    let library = Library(
      ["tram line opens next week", "ferry strike ends after nine days", "crane sold to a museum abroad"].map
      { news in
        InventedPage(
          plain: """
            [2]Skip to main content and navigation

            [3]Harbour Post [4]News [5]Sport [6]Weather [7]Opinion [8]Subscribe

            The \(news), the town said on Tuesday. It is the first time in years that such a thing has happened.

            Today's paper and newsletters from the Harbour Post

            """)
      })
    #expect(library.order.count == 3)
  }

  private func report(_ body: [String] = reportText, source: String? = "The Meridian") -> InventedPage {
    InventedPage("Ferry vote delayed", source: source, body: body)
  }

  @Test(arguments: [
    reportText + ["Correction: the ferry is forty-one years old."],
    Array(reportText.dropLast()), reportText.map { $0.replacing("forty", with: "forty-one") },
    ["By our reporter at the harbour, who was there the whole evening."] + reportText,
    [reportText.joined(separator: " ")], reportText.map { $0.uppercased() },
  ])
  func aPageThatIsSavedAgainIsAVersion(body: [String]) throws {
    let library = Library(
      report().named("old.txt", saved: 1_000), report(body).named("new.txt", saved: 2_000))
    #expect(library.order.count == 1)
    let story = try #require(library.order.first)
    #expect(library.bodyLocation(of: story)?.path == "news/new.txt", "the newest is shown")
    #expect(library.pagePaths(of: story) == ["news/new.txt", "news/old.txt"])
  }

  /// The identity is that of the oldest, so that a mark is found again.
  /// Unpacked or copied, a folder's files are all of one second.
  @Test func ofVersionsSavedAtOnceTheOneThatIsShownIsTheNewer() throws {
    let library = Library(
      report().named("a.txt", saved: 1_000),
      report(reportText + ["It will be held on Friday."]).named("b.txt", saved: 1_000))
    let story = try #require(library.order.first)
    #expect(library.bodyLocation(of: story)?.path == "news/b.txt")
    #expect(library.versions(of: story).map(\.paths) == [["news/b.txt"], ["news/a.txt"]])
  }

  @Test func anIdentityOutlivesVersions() throws {
    var library = Library(report().named("old.txt", saved: 1_000))
    let before = library[try #require(library.order.first)].id
    library.add(PageBatch([report(reportText + ["And more."]).named("new.txt", saved: 2_000)]))
    #expect(library.order.map { library[$0].id } == [before])
  }

  /// The page was saved again with another text; then a copy of the first one comes.
  @Test func theFirstTextOfAStoryThatChangedIsAnotherText() {
    func batch(_ page: InventedPage, _ name: String, reading: UInt32) -> PageBatch {
      var batch = PageBatch(folder: "news")
      var text = page.text
      text.withUTF8 { batch.add($0, name: name, saved: 1_000 + Int64(reading), reading: reading) }
      return batch
    }
    let other = report(["Nothing was said of it today.", "The quay was empty, and so was the ferry."])
    var library = Library()
    library.add(batch(report(), "a.txt", reading: 1))
    library.add(batch(other, "a.txt", reading: 2))
    library.add(batch(report(), "b.txt", reading: 3))
    #expect(library.order.count == 2)
    #expect(library.order.map { library.pagePaths(of: $0) } == [["news/b.txt"], ["news/a.txt"]])
  }

  /// Each page's own, whichever was read first.
  @Test(arguments: [true, false]) func headlinesAreShownAsTheirPagesWriteThem(isFirst: Bool) throws {
    let pages = [
      InventedPage("Fog closes", body: reportText).named("a.txt", saved: 1_000),
      InventedPage("FOG closes!", body: reportText + ["And more."]).named("b.txt", saved: 2_000),
    ]
    let library = Library(isFirst ? pages : pages.reversed())
    let story = try #require(library.order.first)
    #expect(library.titles == ["FOG closes!"])
    #expect(library.versions(of: story).map(\.title) == ["FOG closes!", "Fog closes"])
  }

  @Test func aListingIsACopyWhateverItsLines() {
    let listing = Listed(
      title: "Ferry vote delayed", source: "The Meridian", body: reportText.joined(separator: " "))
    let library = Library(report(), InventedPage("Choir sings", listing: [listing]))
    #expect(library.order.count == 2)
  }

  @Test(arguments: [40, 90, 150, 300])
  func aCutTextBelongsToTheEditionThatBeginsAsItDoes(length: Int) throws {
    let text = reportText.joined(separator: " ")
    let other = text.split(separator: " ").reversed().joined(separator: " ")
    let cut =
      "logo\nFerry vote delayed\n\nFerry vote delayed\n\nThe Meridian16 hours ago\n" + text.prefix(length)
    let library = Library(
      report([other]).named("other.txt"), report([text]).named("whole.txt"),
      InventedPage(plain: cut).named("cut.txt"))
    #expect(library.order.count == 2)
    let story = try #require(library.order.first { library.pagePaths(of: $0).contains("news/cut.txt") })
    #expect(Set(library.pagePaths(of: story)) == ["news/whole.txt", "news/cut.txt"])
    #expect(library.bodyLocation(of: story)?.path == "news/whole.txt")
  }

  /// A teaser that begins two editions joins them not.
  @Test func aBeginningThatTwoEditionsShare() {
    let opening =
      "Good morning, and welcome to the briefing of the Harbour Post, which tells you all that you need to know."
    let library = Library(
      report([
        opening, "On Monday the tram opens. It was long in coming. People waited at the stop from six.",
      ]),
      report([opening, "On Tuesday a crane was sold. A museum bought it. It will stand beside the old one."]),
      report([opening]))
    #expect(library.order.count == 2)
  }

  @Test func aHeadlineWithoutATextIsTheEditionNearestInTime() throws {
    let listed = Listed(title: "Morning briefing", source: "Harbour Post", when: "a day ago", body: "")
    let library = Library(
      briefing(0), briefing(4),
      InventedPage("Choir sings", listing: [listed]).named("choir.txt", saved: 1_750_000_000 + 86_400 * 5))
    #expect(library.order.count == 3)
    let story = try #require(
      library.order.first {
        library.pagePaths(of: $0).contains("news/choir.txt") && library[$0].title != "Choir sings"
      })
    #expect(library.pagePaths(of: story).contains("news/briefing-4.txt"))
  }

  @Test func aHeadlineAloneMergesWithNothing() {
    let library = Library(
      InventedPage("Weather", source: nil, body: []),
      InventedPage("Weather", body: ["Rain until noon, then sun."]),
      InventedPage("Weather", source: "Coast Courier", body: ["Sun until noon, then rain."]))
    #expect(library.order.count == 3)
  }

  @Test func editionsInArabic() {
    let title = "موجز الصباح"
    let library = Library(
      InventedPage(
        title, source: "الميناء",
        body: ["الاثنين: يفتح خط الترام الجديد في المدينة. وقالت البلدية إن ذلك جاء بعد انتظار طويل."]),
      InventedPage(
        title, source: "الميناء",
        body: ["الثلاثاء: انتهى إضراب العبارات بعد تسعة أيام. وعاد العمال إلى الميناء هذا الصباح."]),
      InventedPage(
        title, source: "الميناء",
        body: [
          "الثلاثاء: انتهى إضراب العبارات بعد تسعة أيام. وعاد العمال إلى الميناء هذا الصباح.",
          "وقال القبطان إنه سعيد.",
        ]))
    #expect(library.order.count == 2)
  }

  @Test func editionsInChinese() {
    let library = Library(
      InventedPage("早报", source: "海港报", body: ["星期一电车开通。市政府说等了很久。人们六点就来了。"]),
      InventedPage("早报", source: "海港报", body: ["星期二渡轮罢工结束。工人今天早上回到码头。船长很高兴。"]),
      InventedPage("早报", source: "海港报", body: ["星期一电车开通。", "市政府说等了很久。", "人们六点就来了。"]))
    #expect(library.order.count == 2)
  }
}

/// Pages that tell their address.
extension EditionTests {
  @Test(arguments: ["https://example.org/news/12", "http://www.EXAMPLE.org/news/12/#top"])
  func theSameAddressIsTheSameStory(address: String) {
    let first = InventedPage(
      plain:
        "Ferry vote delayed in the harbour council\n\nhttps://example.org/news/12\n\nAll of it was said on Monday, and nobody came.\n"
    )
    let second = InventedPage(
      plain:
        "Ferry vote delayed in the harbour council\n\n\(address)\n\nOn Tuesday it was held, and everybody had something to say.\n"
    )
    #expect(Library(first, second).order.count == 1)
  }

  @Test func aSitesAddressIsThatOfNoStory() {
    let first = InventedPage(
      plain:
        "Ferry vote delayed in the harbour council\n\nhttps://example.org/\n\nAll of it was said on Monday, and nobody came.\n"
    )
    let second = InventedPage(
      plain:
        "Ferry vote delayed in the harbour council\n\nhttps://example.org/\n\nOn Tuesday it was held, and everybody had something to say.\n"
    )
    #expect(Library(first, second).order.count == 2)
  }

  @Test(arguments: [true, false])
  func anotherHeadlineOverTheSameStory(newerFirst: Bool) throws {
    func page(_ title: String, _ saved: Int64) -> InventedPage {
      let body = reportText + ["This was written at \(saved)."]
      return InventedPage(
        plain: "\(title)\n\nhttps://example.org/news/12\n\n" + body.joined(separator: "\n\n") + "\n"
      )
      .named("\(saved).txt", saved: saved)
    }
    let (old, new) = (
      page("Ferry vote delayed in the harbour council", 1_000),
      page("Ferry vote delayed for the third time", 2_000)
    )
    var library = newerFirst ? Library(new, old) : Library(old, new)
    #expect(library.titles == ["Ferry vote delayed for the third time"])
    let story = try #require(library.order.first)
    #expect(library.pagePaths(of: story) == ["news/2000.txt", "news/1000.txt"])
    #expect(library.versions(of: story).map(\.paths) == [["news/2000.txt"], ["news/1000.txt"]])
    #expect(library[story].pageCount == 2)
    var batch = PageBatch(folder: "news")
    batch.addGone("2000.txt", reading: 1)
    library.add(batch)
    #expect(library.titles == ["Ferry vote delayed in the harbour council"])
  }

  /// A live page or a section's front: what it says today has nothing to do with what it said yesterday.
  @Test func anotherHeadlineAndTextAtTheSameAddressIsAnotherStory() {
    func page(_ title: String, _ body: [String], _ saved: Int64) -> InventedPage {
      InventedPage(
        plain: "\(title)\n\nhttps://example.org/news/12\n\n" + body.joined(separator: "\n\n") + "\n"
      )
      .named("\(saved).txt", saved: saved)
    }
    let library = Library(
      page("Ferry vote delayed in the harbour council", reportText, 1_000),
      page(
        "Choir sings on the quay",
        [
          "Forty voices were heard on the quay at noon, and the gulls kept silent.",
          "The choir has sung there each summer since the old market was closed.",
          "Next week it goes on a tour of three islands, by boat and with a piano.",
        ], 2_000))
    #expect(
      Set(library.titles) == ["Ferry vote delayed in the harbour council", "Choir sings on the quay"])
  }
}

/// What is known of a story after its pages have come and gone.
extension EditionTests {
  @Test(arguments: UInt64(1)...30) func pagesThatGoLeaveNothingBehind(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let pages = InventedLibrary.pages(30, &numbers)
    var library = Library()
    library.add(PageBatch(pages))
    var left = Set(0..<pages.count)
    for turn in 1...12 {
      var batch = PageBatch(folder: "news")
      for page in left.shuffled(using: &numbers).prefix(Int.random(in: 1...3, using: &numbers)) {
        left.remove(page)
        batch.addGone(pages[page].name, reading: UInt32(turn))
      }
      library.add(batch)
      var expected = Library()
      expected.add(PageBatch(left.sorted().map { pages[$0] }))
      #expect(LibraryPicture(library) == LibraryPicture(expected))
    }
  }

  @Test func anOldIdentityIsThatOfTheLongestEdition() throws {
    var library = Library()
    for day in 0..<5 { library.add(PageBatch([briefing(day)])) }
    let old = HeadlineID(title: "Morning briefing", source: "Harbour Post").sourced
    let found = try #require(library.index(ofTyped: old))
    #expect(library.pagePaths(of: found) == ["news/briefing-4.txt"])
    for story in library.order { #expect(library.index(of: library[story].id) == story) }
  }

  /// A mark of an earlier version of the program goes to one edition: to that which was shown then.
  @Test func oldMarksAreInheritedOnce() {
    var library = Library()
    for day in [1, 3, 2, 4, 0] { library.add(PageBatch([briefing(day)])) }
    func heirs(_ time: Int64) -> [String] {
      library.order.filter { library.identity(of: $0).inheritance.sourced.contains(time) }
        .flatMap { library.pagePaths(of: $0) }
    }
    for day in 0..<5 {
      #expect(heirs(1_750_000_000 + 86_400 * Int64(day) + 60) == ["news/briefing-\(day).txt"])
    }
    #expect(heirs(1_749_999_999).isEmpty, "it was not there yet")
    #expect(heirs(1_900_000_000) == ["news/briefing-4.txt"])
  }
}
