import SeededNumbers
import StoryLibrary
import Testing

/// Pages come, change and go while others are still being read: what was read last counts, in whatever order it
/// arrives.
struct ChangeOrderTests {
  @Test(arguments: UInt64(1)...200) func anyOrder(seed: UInt64) {
    var numbers = SeededNumbers(seed: seed)
    var truth: [String: InventedPage] = [:]
    var news: [PageBatch] = []
    for reading in 1...UInt32(40) {
      let name = "\(Int.random(in: 0..<8, using: &numbers)).txt"
      var batch = PageBatch(folder: "/news")
      switch Int.random(in: 0..<10, using: &numbers) {
      case 0:
        batch.addGoneFolder(reading: reading)
        truth = [:]
      case 1...3:
        batch.addGone(name, reading: reading)
        truth[name] = nil
      default:
        let invented = InventedLibrary.pages(1, &numbers)[0]
        let page = invented.named(name, saved: invented.saved)
        Array(page.text.utf8).withUnsafeBufferPointer {
          batch.add($0, name: name, saved: page.saved, reading: reading)
        }
        truth[name] = page
      }
      news.append(batch)
    }
    var expected = Library()
    expected.add(PageBatch(folder: "/news", Array(truth.values)))
    #expect(LibraryPicture(library(news)) == LibraryPicture(expected))
    #expect(
      LibraryPicture(library(news.shuffled(using: &numbers))) == LibraryPicture(expected), "some came late")
  }

  private func library(_ news: [PageBatch]) -> Library {
    var library = Library()
    for batch in news {
      library.add(batch)
      for (place, story) in library.order.enumerated() { #expect(library.position(of: story) == place) }
    }
    return library
  }
}
