import Marks
import StoryLibrary
import Testing

/// Which mark a story has when copies of it have others.
@Suite struct MarkTableTests {
  let ferry = story("Harbour council delays ferry vote", nil)
  let ferryInMeridian = story("Harbour council delays ferry vote", "The Meridian")
  let ferryInCourier = story("Harbour council delays ferry vote", "Coast Courier")
  let museum = story("Museum reopens after flood")

  @Test func nothingIsKnownOfAnUnmarkedStory() {
    #expect(MarkTable().mark(for: ferry) == Mark(read: false, starred: false, place: 0))
    #expect(MarkTable([(museum, Mark(read: true))]).mark(for: ferryInMeridian) == Mark())
  }

  @Test func anOwnMarkComesFirst() {
    let table = MarkTable([(ferryInMeridian, Mark(read: true)), (ferry, Mark(starred: true, place: 9))])
    #expect(table.mark(for: ferryInMeridian) == Mark(read: true))
    #expect(table.mark(for: ferry) == Mark(starred: true, place: 9))
  }

  @Test func aSourcedStoryHasTheMarkOfTheCopyWithoutASource() {
    let table = MarkTable([(ferry, Mark(read: true, place: 120)), (ferryInCourier, Mark(starred: true))])
    #expect(table.mark(for: ferryInMeridian) == Mark(read: true, place: 120))
  }

  @Test func aSourcedStoryHasNothingFromAnotherSource() {
    #expect(MarkTable([(ferryInCourier, Mark(read: true))]).mark(for: ferryInMeridian) == Mark())
  }

  @Test func aStoryWithoutASourceHasTheMarkSetLast() {
    var table = MarkTable([(ferryInCourier, Mark(read: true)), (ferryInMeridian, Mark(starred: true))])
    #expect(table.mark(for: ferry) == Mark(starred: true))
    table = MarkTable([(ferryInMeridian, Mark(starred: true)), (ferryInCourier, Mark(read: true, place: 3))])
    #expect(table.mark(for: ferry) == Mark(read: true, place: 3))
  }
}
