/// Web archives as crawlers write them.
public enum ArchiveFile {
  /// One record.
  public static func record(
    _ type: String, _ content: [UInt8], address: String? = nil,
    contentType: String = "application/http; msgtype=response",
    date: String = "2025-03-11T08:15:02Z"
  ) -> [UInt8] {
    let fields =
      ["WARC/1.1", "WARC-Type: \(type)", "WARC-Date: \(date)"]
      + (address.map { ["WARC-Target-URI: \($0)"] } ?? [])
      + ["Content-Type: \(contentType)", "Content-Length: \(content.count)", "", ""]
    return fields.joined(separator: "\r\n").utf8Bytes + content + "\r\n\r\n".utf8Bytes
  }

  /// What a server answered.
  public static func answer(
    _ content: [UInt8], status: String = "200 OK", contentType: String = "text/html; charset=utf-8",
    fields: [String] = []
  ) -> [UInt8] {
    (["HTTP/1.1 \(status)", "Content-Type: \(contentType)"] + fields + ["", ""]).joined(separator: "\r\n")
      .utf8Bytes
      + content
  }

  /// An archive with one page among records that are none.
  static func records(page: [UInt8], isChunked: Bool = false) -> [[UInt8]] {
    let content = isChunked ? chunked(page) : page
    let moved = answer([], status: "301 Moved Permanently", fields: ["Location: \(SavedForm.address)"])
    let picture = answer([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], contentType: "image/png")
    return [
      record(
        "warcinfo", "software: an invented crawler\r\n".utf8Bytes, contentType: "application/warc-fields"),
      record("response", moved, address: "http://lantern.example/lamp"),
      record("request", "GET / HTTP/1.1\r\n\r\n".utf8Bytes, contentType: "application/http; msgtype=request"),
      record("response", picture, address: "https://lantern.example/lamp.png"),
      record(
        "response", answer(content, fields: isChunked ? ["Transfer-Encoding: chunked"] : []),
        address: SavedForm.address),
    ]
  }

  /// Content in two pieces.
  public static func chunked(_ content: [UInt8]) -> [UInt8] {
    let half = content.count / 2
    return [Array(content[..<half]), Array(content[half...])].flatMap { piece in
      "\(String(piece.count, radix: 16))\r\n".utf8Bytes + piece + "\r\n".utf8Bytes
    } + "0\r\n\r\n".utf8Bytes
  }

  static func converted(_ text: [UInt8]) -> [UInt8] {
    record(
      "warcinfo", "software: an invented extractor\r\n".utf8Bytes, contentType: "application/warc-fields")
      + record("conversion", text, address: SavedForm.address, contentType: "text/plain")
  }
}
