import Foundation
import Marks
import PageFormats
import Queries
import StoryLibrary
import Testing

/// Sorting, both ways, and headings.
struct OrderTests {
  private func desk() throws -> NewsDesk {
    var desk = try NewsDesk(
      News("“Écluse” opens", source: "Coast", age: "an hour ago", body: "Short.", topics: ["Rail", "City"]),
      News(
        "Zebra seen", source: "atoll", age: "2 hours ago", body: "A longer text than the others.",
        topics: ["City"]),
      News(
        "apple pie", source: "Coast", age: "2 days ago", body: "Short.",
        listing: [
          News("Listed one", source: "Coast", age: "5 days ago"),
          News("Listed two", source: "Coast", age: "5 days ago"),
        ]),
      News("Apple core", source: "Ålesund", age: "3 days ago", body: "Middling text.", topics: ["Rail"]))
    desk.mark(["Zebra": Mark(read: true), "apple": Mark(read: true)])
    return desk
  }

  @Test(arguments: [
    (StorySort.Key.date, ["“Écluse” opens", "Zebra seen", "apple pie", "Apple core"]),
    (.title, ["Apple core", "apple pie", "“Écluse” opens", "Zebra seen"]),
    (.source, ["Apple core", "Zebra seen", "“Écluse” opens", "apple pie"]),
    (.length, ["Zebra seen", "Apple core", "“Écluse” opens", "apple pie"]),
    (.related, ["apple pie", "“Écluse” opens", "Zebra seen", "Apple core"]),
    (.unread, ["“Écluse” opens", "Apple core", "Zebra seen", "apple pie"]),
    (.relevance, ["“Écluse” opens", "Zebra seen", "apple pie", "Apple core"]),
  ])
  func sorted(key: StorySort.Key, expected: [String]) throws {
    #expect(try desk().titles("page", sort: StorySort(key)) == expected)
  }

  /// What is equal stays newest first, whichever way.
  @Test(arguments: [
    (StorySort.Key.date, ["Apple core", "apple pie", "Zebra seen", "“Écluse” opens"]),
    (.title, ["Zebra seen", "“Écluse” opens", "apple pie", "Apple core"]),
    (.source, ["“Écluse” opens", "apple pie", "Zebra seen", "Apple core"]),
    (.length, ["“Écluse” opens", "apple pie", "Apple core", "Zebra seen"]),
    (.related, ["“Écluse” opens", "Zebra seen", "Apple core", "apple pie"]),
    (.unread, ["Zebra seen", "apple pie", "“Écluse” opens", "Apple core"]),
    (.relevance, ["“Écluse” opens", "Zebra seen", "apple pie", "Apple core"]),
  ])
  func reversed(key: StorySort.Key, expected: [String]) throws {
    #expect(try desk().titles("page", sort: StorySort(key, isReversed: true)) == expected)
  }

  private func outline(_ desk: NewsDesk, _ selection: StorySelection) -> [String] {
    let found = selection.stories(in: desk.scope)
    #expect(found.groups.flatMap { Array($0.range) } == Array(found.stories.indices))
    return found.groups.map { group in
      let name =
        switch group.heading {
        case .source(let name), .topic(let name), .thread(let name): name ?? "-"
        case .day(let day): "\(day.month)/\(day.day)"
        case .month(let day): "\(day.month)/\(day.year)"
        case .year(let day): "\(day.year)"
        }
      return "\(name): " + desk.titles(Array(found.stories[group.range])).joined(separator: ", ")
    }
  }

  @Test func grouped() throws {
    let desk = try desk()
    #expect(
      outline(desk, desk.selection("page", grouping: .source)) == [
        "Ålesund: Apple core", "atoll: Zebra seen", "Coast: “Écluse” opens, apple pie",
      ])
    #expect(
      outline(desk, desk.selection("page", grouping: .day)) == [
        "6/15: “Écluse” opens, Zebra seen", "6/13: apple pie", "6/12: Apple core",
      ])
    #expect(
      outline(desk, desk.selection("page", sort: StorySort(.date, isReversed: true), grouping: .day)) == [
        "6/12: Apple core", "6/13: apple pie", "6/15: Zebra seen, “Écluse” opens",
      ])
    #expect(
      outline(desk, desk.selection("page", sort: StorySort(.title), grouping: .topic)) == [
        "City: “Écluse” opens, Zebra seen", "Rail: Apple core", "-: apple pie",
      ])
    #expect(desk.selection("page").stories(in: desk.scope).groups.isEmpty)
  }

  private func rough() throws -> NewsDesk {
    try NewsDesk(
      News("Midnight ferry", age: "an hour ago"), News("Noon ferry", age: "13 hours ago"),
      News("Old quay", age: "2 months ago"), News("Older quay", age: "a year ago"))
  }

  /// The pages were saved on 15 June, 12:00 UTC; in Tokyo it is 21:00, so that 13 hours ago was the day before in
  /// UTC and the same day there.
  @Test func daysAreTheReaders() throws {
    var desk = try rough()
    let byDay = StorySelection(query: StoryQuery("page"), grouping: .day)
    #expect(
      outline(desk, byDay) == [
        "6/15: Midnight ferry", "6/14: Noon ferry", "4/2025: Old quay", "2024: Older quay",
      ])
    #expect(desk.titles("since:2025-06-15") == ["Midnight ferry"])
    #expect(desk.titles("before:2025-06-15") == ["Noon ferry", "Old quay", "Older quay"])
    desk.scope.zone = .fixed(9 * 3_600, name: "JST")
    #expect(
      outline(desk, byDay) == ["6/15: Midnight ferry, Noon ferry", "4/2025: Old quay", "2024: Older quay"])
    #expect(desk.titles("since:2025-06-15") == ["Midnight ferry", "Noon ferry"])
  }
}
