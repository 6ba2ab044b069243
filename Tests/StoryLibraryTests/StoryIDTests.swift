import StoryLibrary
import TestFolder
import Testing

/// Marks are kept under these numbers: if one of them changes, readers lose what they have read.
struct StoryIDTests {
  /// FNV-1a of `fogclosestheharbour`, 0x1F, `themeridian`, worked out by another program.
  @Test(arguments: [
    ("Fog closes the harbour", "The Meridian", "f4e34e92a2542d97"),
    ("Fog closes the harbour", nil, "0b8fbdbb8022f289"),
    ("ضباب في المرفأ", "رائج", "ac7db3d58fd7a3c6"),
    ("Straße <3", nil, "3a6de97797ede40a"),
    ("", nil, "af63d24c8601db8e"),
  ])
  func pinned(title: String, source: String?, id: String) {
    #expect(StoryIdentity(title: title, source: source).id.description == id)
  }

  @Test func aSourceIsPartOfIt() {
    let (meridian, courier) = (identity("The Meridian"), identity("Coast Courier"))
    #expect(meridian.id != courier.id)
    #expect(meridian.titleID == courier.titleID)
    #expect(meridian.isSourceKnown)
  }

  @Test(arguments: [nil, ""])
  func anUnknownSourceIsNot(source: String?) {
    #expect(identity(source).id == identity("The Meridian").titleID)
    #expect(!identity(source).isSourceKnown)
  }

  @Test func theBorderBetweenTitleAndSourceCounts() {
    #expect(
      StoryIdentity(title: "Fog", source: "Horn").id != StoryIdentity(title: "Fog Horn", source: nil).id)
    #expect(StoryIdentity(title: "Fog", source: "Horn").id != StoryIdentity(title: "FogH", source: "orn").id)
  }

  /// A library finds them by way of batches, not of strings.
  @Test func theSameInALibrary() {
    let library = Library(InventedPage("Fog closes the harbour"), InventedPage("ضباب في المرفأ", source: nil))
    #expect(
      Set(library.order.map { library[$0].identity.headline }) == [
        identity("The Meridian").headline, HeadlineID(title: "ضباب في المرفأ", source: nil),
      ])
    #expect(
      Set(library.order.map { library[$0].id }) == [
        StoryIdentity(title: "Fog closes the harbour", source: "The Meridian", text: "The fog came at six.")
          .id,
        StoryIdentity(title: "ضباب في المرفأ", source: nil, text: "The fog came at six.").id,
      ])
  }

  @Test func theSameInAnotherFolder() {
    var (here, there) = (Library(), Library())
    let untitled = InventedPage(plain: "\u{1B}[31m\n12:30 14:15\n").named("ferry times")
    here.add(PageBatch(folder: "news", [InventedPage("Fog closes the harbour"), untitled]))
    there.add(
      PageBatch(folder: "", [InventedPage("Fog closes the harbour"), untitled.named("/mnt/old/ferry times")]))
    #expect(here.order.map { here[$0].id } == there.order.map { there[$0].id })
    #expect(here.titles.contains("ferry times"))
  }

  @Test(arguments: ["00000000000000ff", "f4e34e92a2542d97"])
  func readsWhatItWrites(text: String) throws {
    #expect(try #require(StoryID(text)).description == text)
  }

  @Test(arguments: ["", "ff", "+0000000000000ff", "-0000000000000ff", "00000000000000fg", "0x0000000000000f"])
  func readsNothingElse(text: String) {
    #expect(StoryID(text) == nil)
  }

  private func identity(_ source: String?) -> StoryIdentity {
    StoryIdentity(title: "Fog closes the harbour", source: source)
  }
}
