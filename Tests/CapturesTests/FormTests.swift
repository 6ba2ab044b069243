import Captures
import SavedPages
import Testing

/// What every form of saved page gives.
struct FormTests {
  @Test(arguments: SavedForm.allCases)
  func onePage(form: SavedForm) throws {
    let pages = try Captured.pages(form)
    let page = try #require(pages.first)
    #expect(pages.count == 1)
    #expect(page.address == form.address)
    #expect(page.saved == (form.tellsTime ? SavedForm.saved : nil))
    let format: CaptureFormat =
      switch form {
      case .text, .wet: .text
      case .markdown: .markdown
      default: .html
      }
    #expect(page.format == format)
  }

  @Test(arguments: SavedForm.allCases.filter { ![.utf16, .windows1252].contains($0) })
  func bytesAsTheSiteHadThem(form: SavedForm) throws {
    let page = try #require(try Captured.pages(form).first)
    #expect(page.text.replacing("\r\n", with: "\n").contains(SavedForm.sentence))
    if [.warc, .compressedWARC, .webArchive].contains(form) { #expect(page.text == SavedForm.html()) }
  }

  @Test func charsetOfTheContainer() throws {
    #expect(try Captured.pages(.quotedPrintable).first?.charset == "utf-8")
    #expect(try Captured.pages(.warc).first?.charset == "utf-8")
    #expect(try Captured.pages(.webArchive).first?.charset == "UTF-8")
    #expect(try Captured.pages(.plain).first?.charset == nil)
  }

  /// A file cut anywhere gives what is there, or says that there is no page.
  @Test(arguments: SavedForm.allCases)
  func cutFiles(form: SavedForm) throws {
    let bytes = form.bytes
    for end in stride(from: 0, to: bytes.count, by: 41) {
      let part = Array(bytes[..<end])
      guard let kind = Captured.kind(form.name, part), kind != .warc else {
        #expect(Captured.pages(part).pages.count <= 1)
        continue
      }
      do throws(CaptureError) {
        let page = try Captured.page(part, kind)
        #expect(page.bytes.count <= max(part.count, 1))
      } catch {
        #expect(error == .noPage)
      }
    }
  }
}
