import Captures
import SavedPages
import Testing

/// Which part of an MHTML file is the page.
struct MHTMLTests {
  private func mail(_ header: String, _ parts: [(fields: String, text: String)], boundary: String = "b")
    -> [UInt8]
  {
    let body = parts.map { "--\(boundary)\r\n\($0.fields)\r\n\r\n\($0.text)\r\n" }.joined()
    return Array("MIME-Version: 1.0\r\n\(header)\r\n\r\n\(body)--\(boundary)--\r\n".utf8)
  }

  private func page(_ bytes: [UInt8]) throws -> Kept { try Captured.page(bytes, .mhtml) }

  private let frame = (
    fields: "Content-Type: text/html\r\nContent-Location: https://ads.example/", text: "<p>ad"
  )

  @Test func theFirstPage() throws {
    let bytes = mail(
      "Content-Type: multipart/related; boundary=b",
      [
        (fields: "Content-Type: image/png", text: "x"), (fields: "Content-Type: text/html", text: "<p>fog"),
        frame,
      ])
    #expect(try page(bytes).text == "<p>fog")
  }

  @Test func thePartThatStartNames() throws {
    let bytes = mail(
      "Content-Type: multipart/related; start=\"<b@x>\"; boundary=\"b\"",
      [
        frame, (fields: "Content-ID: <b@x>\r\nContent-Type: text/html", text: "<p>fog"),
      ])
    #expect(try page(bytes).text == "<p>fog")
  }

  @Test func thePartAtTheLocation() throws {
    let location = "https://lantern.example/caf%C3%A9"
    let bytes = mail(
      "Snapshot-Content-Location: \(location)\r\nContent-Type: multipart/related; boundary=b",
      [
        frame, (fields: "Content-Type: text/html\r\nContent-Location: \(location)", text: "<p>fog"),
      ])
    #expect(try page(bytes).text == "<p>fog")
    #expect(try page(bytes).address == location)
  }

  @Test func framesHaveTheTextOfAFrameset() throws {
    let bytes = mail(
      "Content-Type: multipart/related; boundary=b",
      [
        (fields: "Content-Type: text/html", text: "<frameset cols=2><frame src=a></frameset>"), frame,
        (fields: "Content-Type: text/html", text: "<p>The fog came at six and stayed."),
      ])
    #expect(try page(bytes).text == "<p>The fog came at six and stayed.")
  }

  /// Long lines are broken anywhere in quoted-printable.
  @Test func framesHaveTheTextOfAnEncodedFrameset() throws {
    let encoded = "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable"
    let bytes = mail(
      "Content-Type: multipart/related; boundary=b",
      [
        (fields: encoded, text: "<title>Fog</title><frame=\r\nset cols=3D2><frame src=3Da></frameset>"),
        frame,
        (fields: encoded, text: "<p>The fog came at six and sta=\r\nyed."),
      ])
    #expect(try page(bytes).text == "<p>The fog came at six and stayed.")
  }

  @Test func onePartAlone() throws {
    let text =
      "MIME-Version: 1.0\nContent-Type: text/html; charset=\"iso-8859-1\"\nContent-Location: https://a.example/\n"
      + "Content-Transfer-Encoding: quoted-printable\n\n<p>caf=E9 =\nfog=\n"
    let found = try page(Array(text.utf8))
    #expect(found.bytes == Array("<p>caf".utf8) + [0xE9] + Array(" fog".utf8))
    #expect(found.charset == "iso-8859-1")
    #expect(found.address == "https://a.example/")
  }

  @Test func partsWithinParts() throws {
    let inner = mail(
      "",
      [
        (fields: "Content-Type: text/plain", text: "fog"),
        (fields: "Content-Type: text/html", text: "<p>fog"),
      ], boundary: "c")
    let bytes = mail(
      "Content-Type: multipart/related; boundary=b",
      [
        (
          fields: "Content-Type: multipart/alternative; boundary=c",
          text: String(decoding: inner, as: UTF8.self)
        ), frame,
      ])
    #expect(try page(bytes).text == "<p>fog")
  }

  @Test func endlesslyNested() {
    let level = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
    let bytes = Array(("MIME-Version: 1.0\r\n" + String(repeating: level, count: 10_000)).utf8)
    #expect(throws: CaptureError.noPage) { try page(bytes) }
  }

  @Test func boundariesWithinLines() throws {
    let text = "<p>a --b line\r\n--bb\r\n--b x"
    let bytes = mail(
      "Content-Type: multipart/related; boundary=b", [(fields: "Content-Type: text/html", text: text)])
    #expect(try page(bytes).text == text)
  }

  @Test func manyBoundaries() {
    let parts = String(repeating: "--b\r\nContent-Type: text/html\r\n\r\n", count: 100_000)
    let bytes = Array(
      ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" + parts).utf8)
    #expect(throws: CaptureError.noPage) { try page(bytes) }
  }

  @Test(arguments: [
    ("=?utf-8?Q?https://a.example/caf=C3=A9?=", "https://a.example/café"),
    ("=?UTF-8?B?aHR0cHM6Ly9hLmV4YW1wbGUv?=", "https://a.example/"), ("=?x", "=?x"),
  ])
  func addressesInEncodedWords(word: String, address: String) throws {
    let bytes = mail(
      "Snapshot-Content-Location: \(word)\r\nContent-Type: multipart/related; boundary=b", [frame])
    #expect(try page(bytes).address == address)
  }
}
