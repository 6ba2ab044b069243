import Foundation
import Marks
import PageFormats
import Queries
import StoryLibrary
import Testing

/// Which stories a query finds.
struct SelectionTests {
  private func desk() throws -> NewsDesk {
    var desk = try NewsDesk(
      News(
        "Ferry stops", source: "NHK World", age: "an hour ago", body: "The harbour waits. Fog on the quay."),
      News(
        "Cafés open again", source: "The Mainichi", age: "2 days ago", body: "A café on the Quay wall.",
        topics: ["Food", "CityLife"]),
      News(
        "Tin slips", source: "Le Méridien", age: "10-06-2025", body: "Two points, no more.",
        topics: ["Business"],
        listing: [
          News("Swan found", source: "North Wire", age: "3 months ago", body: "A swan.", topics: ["Animals"])
        ]),
      News("أحمد يفتح مدرسة", source: "دفتر الساحل", age: "2 years ago", body: "إلى المدرسة على الشاطئ."))
    desk.mark([
      "Ferry": Mark(read: true), "Cafés": Mark(read: true, starred: true),
      "Tin": Mark(place: 5, note: "Ask about it."),
    ])
    return desk
  }

  @Test(arguments: [
    ("", ["Ferry stops", "Cafés open again", "Tin slips", "Swan found", "أحمد يفتح مدرسة"]),
    ("read", ["Ferry stops", "Cafés open again"]),
    ("unread", ["Tin slips", "Swan found", "أحمد يفتح مدرسة"]),
    ("starred", ["Cafés open again"]), ("noted", ["Tin slips"]), ("started", ["Tin slips"]),
    ("related", ["Swan found"]),
    ("page", ["Ferry stops", "Cafés open again", "Tin slips", "أحمد يفتح مدرسة"]),
    ("page unread -noted", ["أحمد يفتح مدرسة"]), ("source:nhk", ["Ferry stops"]),
    ("source:THE", ["Cafés open again"]), ("source:\"the mainichi\"", ["Cafés open again"]),
    ("source:meridien", ["Tin slips"]), ("source:الساحل", ["أحمد يفتح مدرسة"]),
    ("source:wire", ["Swan found"]),
    ("topic:business", ["Tin slips"]), ("topic:city", ["Cafés open again"]),
    ("topic:animals", ["Swan found"]),
    ("-topic:food read", ["Ferry stops"]), ("since:2h", ["Ferry stops"]),
    ("since:2025-06-10", ["Ferry stops", "Cafés open again", "Tin slips"]),
    ("before:2025-06-10", ["Swan found", "أحمد يفتح مدرسة"]),
    ("since:2025-03 before:5d", ["Tin slips", "Swan found"]),
    ("before:1y", ["أحمد يفتح مدرسة"]),
    ("since:2024", ["Ferry stops", "Cafés open again", "Tin slips", "Swan found"]),
    ("quay", ["Ferry stops", "Cafés open again"]), ("-quay page", ["Tin slips", "أحمد يفتح مدرسة"]),
    ("\"quay wall\"", ["Cafés open again"]), ("Quay", ["Cafés open again"]), ("QUAY", []),
    ("cafe", ["Cafés open again"]), ("Cafe", []), ("Cafes", ["Cafés open again"]),
    ("احمد", ["أحمد يفتح مدرسة"]), ("مدرسه", ["أحمد يفتح مدرسة"]), ("الي علي", ["أحمد يفتح مدرسة"]),
    ("ferry OR tin", ["Ferry stops", "Tin slips"]), ("(ferry OR tin) unread", ["Tin slips"]),
    ("ferry | source:wire | noted", ["Ferry stops", "Tin slips", "Swan found"]),
    ("ask it", ["Tin slips"]), ("noted ask", ["Tin slips"]), ("-ask noted", []),
    ("-(read OR noted)", ["Swan found", "أحمد يفتح مدرسة"]), ("ferry zebra", []),
    ("fog harbour", ["Ferry stops"]),
    ("topic:nothing", []), ("ferr*", ["Ferry stops"]), ("swa* find*", []), ("Swa*", ["Swan found"]),
    ("quay AND NOT cafe", ["Ferry stops"]),
  ])
  func found(query: String, expected: [String]) throws {
    var desk = try desk()
    let scope = desk.scope
    let selection = desk.selection(query)
    #expect(desk.titles(query) == expected)
    // Each story by itself is the same, and so is the number of those that are unread.
    let one = desk.titles(scope.library.order.filter { selection.contains($0, in: scope) })
    #expect(one == expected)
    let unread = try Set(self.desk().titles("unread"))
    #expect(selection.unreadCount(in: scope) == expected.count { unread.contains($0) })
    try desk.buildIndex()
    #expect(desk.titles(query) == expected, "with an index")
  }

  @Test func sourcesAndTopicsThatNobodyHas() throws {
    let names = try LibraryNames(of: desk().scope.library)
    func errors(_ query: String) -> [QueryError] { StoryQuery(query).unknownNames(in: names).map(\.error) }
    #expect(errors("source:nhk -topic:(food) ferry") == [])
    #expect(errors("source:maincihi") == [.unknownName("maincihi", key: .source, nearest: "The Mainichi")])
    #expect(errors("a OR -topic:bisness") == [.unknownName("bisness", key: .topic, nearest: "Business")])
    #expect(StoryQuery("a topic:bisness").unknownNames(in: names).first?.range == 8..<15)
  }

  @Test func onlyTheWholeListIsEverything() {
    #expect(StorySelection().isEverything)
    #expect(StorySelection(query: StoryQuery("  ")).isEverything)
    #expect(!StorySelection(query: StoryQuery("read")).isEverything)
    #expect(!StorySelection(sort: StorySort(.title)).isEverything)
    #expect(!StorySelection(sort: StorySort(.date, isReversed: true)).isEverything)
    #expect(!StorySelection(grouping: .day).isEverything)
  }

  @Test func noStories() throws {
    let desk = try NewsDesk()
    for query in ["", "read", "ferry", "source:a", "topic:b", "since:1d"] {
      for grouping in StoryGrouping.allCases {
        for key in StorySort.Key.allCases {
          let found = desk.selection(query, sort: StorySort(key), grouping: grouping).stories(in: desk.scope)
          #expect(found.stories.isEmpty && found.groups.isEmpty)
        }
      }
    }
  }

  /// What is found of a word while it is typed is the same with and without an index, and never less than at the end.
  @Test func whileTyping() throws {
    var desk = try desk()
    let queries = [
      "f", "fe", "ferr", "ferry", "Fer", "fer ", "\"quay w", "\"quay wa\"", "read quay w", "caf", "مدر", "اح",
      "-fer", "ferry OR ti", "swan f", "no mo", "tin s",
    ]
    let without = queries.map { desk.titles($0, sort: StorySort(.relevance), isPrefix: true) }
    try desk.buildIndex()
    let with = queries.map { desk.titles($0, sort: StorySort(.relevance), isPrefix: true) }
    #expect(with == without)
    #expect(without[2] == ["Ferry stops"])
    #expect(without[4] == ["Ferry stops"])
    #expect(without[5] == [], "a word before a blank is whole")
    #expect(without[6] == ["Cafés open again"])
    #expect(without[7] == [], "a closed quotation is whole")
    #expect(without[10] == ["أحمد يفتح مدرسة"])
  }

  @Test func whatTheReaderWroteComesFirst() throws {
    var desk = try NewsDesk(
      News("The ferry", age: "an hour ago", body: "The ferry, the ferry, the ferry and the ferry."),
      News("Tin slips", age: "2 hours ago", body: "Two points."),
      News("Fog", age: "3 hours ago", body: "A ferry."))
    desk.mark(["Tin": Mark(note: "Like the ferry.")])
    let found = ["Tin slips", "The ferry", "Fog"]
    #expect(desk.titles("ferry", sort: StorySort(.relevance)) == found)
    try desk.buildIndex()
    #expect(desk.titles("ferry", sort: StorySort(.relevance)) == found)
  }

  @Test func theBestMatchFirst() throws {
    var desk = try NewsDesk(
      News("Once", age: "an hour ago", body: "The ferry left."),
      News("Often", age: "2 hours ago", body: "Ferry, ferry, ferry and ferry."),
      News("The ferry", age: "3 hours ago", body: "It left."))
    let best = ["The ferry", "Often", "Once"]
    #expect(desk.titles("ferry", sort: StorySort(.relevance)) == best)
    #expect(desk.titles("ferry", sort: StorySort(.relevance, isReversed: true)) == best.reversed())
    #expect(desk.titles("ferry -zebra", sort: StorySort(.relevance)) == best)
    let found = desk.selection("ferry OR zebra").stories(in: desk.scope)
    #expect(found.stories.allSatisfy { found.score(of: $0) > 0 })
    try desk.buildIndex()
    #expect(desk.titles("ferry", sort: StorySort(.relevance)) == best)
  }
}

/// What the reader's own marks mean to queries.
struct MarkQueryTests {
  private func desk() throws -> NewsDesk {
    var desk = try NewsDesk(
      News("Alder"), News("Birch", age: "3 hours ago"), News("Cedar", age: "4 hours ago"))
    desk.mark([
      "Alder": Mark(archived: true, labels: ["flood"]), "Birch": Mark(read: true, labels: ["rain", "flood"]),
    ])
    return desk
  }

  @Test(
    arguments: [
      ("", ["Birch", "Cedar"]), ("archived", ["Alder"]), ("-archived", ["Birch", "Cedar"]),
      ("archived OR read", ["Alder", "Birch"]), ("unread", ["Cedar"]),
      ("unread (archived OR -archived)", ["Alder", "Cedar"]),
      ("label:flood", ["Birch"]), ("label:flood archived", ["Alder"]), ("label:Rain", ["Birch"]),
      ("label:floo", []), ("-label:flood", ["Cedar"]),
    ])
  func areAnswered(query: String, titles: [String]) throws {
    let desk = try desk()
    #expect(desk.titles(query) == titles)
    for story in desk.scope.library.order {
      let isFound = desk.selection(query).contains(story, in: desk.scope)
      #expect(isFound == titles.contains(desk.scope.library[story].title))
    }
    #expect(desk.selection(query).unreadCount(in: desk.scope) == titles.filter { $0 != "Birch" }.count)
  }

  @Test func unknownLabelsAreTold() throws {
    let desk = try desk()
    let names = LibraryNames(of: desk.scope.library, desk.scope.marks)
    #expect(StoryQuery("label:flood").unknownNames(in: names).isEmpty)
    #expect(
      StoryQuery("label:floo").unknownNames(in: names).map(\.error.message)
        == ["no story has a label like floo; did you mean flood?"])
  }
}
