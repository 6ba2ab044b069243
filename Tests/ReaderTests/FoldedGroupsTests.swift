import SeededNumbers
import Testing

@testable import Reader
@testable import StoryLibrary

/// Folded headings: the rows of a list, and what folding costs in one with thousands of headings.
struct FoldedGroupsTests {
  private let library = Library()

  /// A list with groups of some sizes.
  private func listing(_ names: [String], _ sizes: [Int]) -> Listing {
    var groups: [Listing.Group] = []
    var count = 0
    for (name, size) in zip(names, sizes) {
      groups.append(Listing.Group(name: name, stories: count..<count + size))
      count += size
    }
    return Listing((0..<count).map { StoryIndex($0) }, groups: groups)
  }

  private func rows(_ listing: Listing) -> [Listing.Row] {
    (0..<listing.count(in: library)).map { listing.row($0, in: library) }
  }

  private func expectedRows(_ listing: Listing, folded: Set<Int>) -> [Listing.Row] {
    listing.groups.enumerated().flatMap { number, group -> [Listing.Row] in
      let stories = folded.contains(number) ? [] : listing.stories[group.stories]
      return [.heading(number)] + stories.map { .story($0) }
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>) func rowsAreThoseOfOpenHeadings(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    let count = Int.random(in: 1...12, using: &numbers)
    let sizes = (0..<count).map { _ in Int.random(in: 1...4, using: &numbers) }
    var listing = listing(sizes.indices.map { "Heading \($0)" }, sizes)
    var folded: Set<Int> = []
    for _ in 1...30 {
      if Int.random(in: 0..<6, using: &numbers) == 0 {
        folded = folded.count == sizes.count ? [] : Set(sizes.indices)
        listing.toggleAllFolds()
      } else {
        let group = Int.random(in: sizes.indices, using: &numbers)
        folded.formSymmetricDifference([group])
        listing.toggleFold(group)
      }
      #expect(rows(listing) == expectedRows(listing, folded: folded))
      #expect(sizes.indices.allSatisfy { listing.isFolded($0) == folded.contains($0) })
      #expect(listing.hasFolded == !folded.isEmpty)
      #expect(Set(listing.foldedNames) == Set(folded.map { "Heading \($0)" }))
      for story in listing.stories {
        let row = listing.row(of: story, in: library)
        #expect(row == rows(listing).firstIndex(of: .story(story)))
      }
    }
  }

  @Test func theSameHeadingsStayFolded() {
    var old = listing(["May", "April", "March"], [2, 2, 2])
    old.toggleFold(1)
    var new = listing(["June", "May", "April"], [1, 3, 2])
    new.foldAsBefore(old)
    #expect(new.foldedNames == ["April"])
    old.toggleAllFolds()
    old.toggleFold(0)
    new.foldAsBefore(old)
    #expect(new.foldedNames == ["June", "April"], "all but May were folded")
    new.fold(["May", "July"])
    #expect(new.foldedNames == ["May"])
  }

  @Test func twoThreadsWithOneHeadlineAreFoldedAlike() {
    var old = listing(["Fog", "Harbour", "Fog"], [1, 2, 3])
    old.toggleFold(0)
    var new = listing(["Fog", "Harbour", "Fog"], [1, 2, 4])
    new.foldAsBefore(old)
    #expect(new.foldedNames == ["Fog", "Fog"])
  }

  /// A snapshot that arrives replaces the list on the terminal's thread.
  @Test func headingsThatNobodyTouchedCostNothing() {
    let count = 20_000
    let names = (0..<count).map { "Thread \($0)" }
    var old = listing(names, Array(repeating: 2, count: count))
    for group in [3, 700, 19_999] { old.toggleFold(group) }
    var new = listing(["New"] + names, Array(repeating: 2, count: count + 1))
    new.foldAsBefore(old)
    #expect(new.folded.exceptions == [4, 701, 20_000])
    new.toggleAllFolds()
    #expect(new.folded.exceptions == [])
    new.toggleFold(5)
    #expect(new.folded.exceptions == [5])
    old.foldAsBefore(new)
    #expect(old.folded.exceptions == [4])
    #expect(old.count(in: library) == count + 2)
  }
}
