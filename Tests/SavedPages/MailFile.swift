import Foundation

/// MHTML as Chrome writes it, with the page as one part of several.
public enum MailFile {
  static let boundary = "----MultipartBoundary--r7Kd01----"

  /// The page with an advertisement in a frame and a picture.
  public static func page(encoding: String, lineEnd: String) -> [UInt8] {
    let html = SavedForm.html(picture: "cid:lamp@mhtml.blink").utf8Bytes
    let frame = part(["Content-Type: text/html", "Content-Location: https://ads.example/frame"], lineEnd)
    let picture = part(["Content-Type: image/png", "Content-Transfer-Encoding: base64"], lineEnd)
    return header(lineEnd)
      + frame + "<html><body>an advertisement</body></html>".utf8Bytes
      + part(
        [
          "Content-Type: text/html; charset=utf-8", "Content-ID: <frame-0@mhtml.blink>",
          "Content-Transfer-Encoding: \(encoding)", "Content-Location: \(SavedForm.address)",
        ], lineEnd)
      + encode(html, encoding, lineEnd) + picture + "iVBORw0KGgo=".utf8Bytes
      + "\(lineEnd)--\(boundary)--\(lineEnd)".utf8Bytes
  }

  private static func header(_ lineEnd: String) -> [UInt8] {
    [
      "From: <Saved by Blink>", "Snapshot-Content-Location: \(SavedForm.address)",
      "Subject: =?utf-8?Q?Lamp=20room=20reopens?=", "Date: Tue, 11 Mar 2025 08:15:02 -0000",
      "MIME-Version: 1.0",
      "Content-Type: multipart/related;", "\ttype=\"text/html\";", "\tboundary=\"\(boundary)\"", "", "",
    ].joined(separator: lineEnd).utf8Bytes
  }

  private static func part(_ fields: [String], _ lineEnd: String) -> [UInt8] {
    (["", "--\(boundary)"] + fields + ["", ""]).joined(separator: lineEnd).utf8Bytes
  }

  private static func encode(_ bytes: [UInt8], _ encoding: String, _ lineEnd: String) -> [UInt8] {
    switch encoding {
    case "base64": Array(Data(bytes).base64EncodedData(options: [.lineLength76Characters]))
    case "quoted-printable": quotedPrintable(bytes, lineEnd)
    default: bytes
    }
  }

  private static func quotedPrintable(_ bytes: [UInt8], _ lineEnd: String) -> [UInt8] {
    var (text, column) = ("", 0)
    for byte in bytes {
      if byte == 0x0A {
        (text, column) = (text + lineEnd, 0)
        continue
      }
      let isPlain = (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=")
      let word = isPlain ? String(UnicodeScalar(byte)) : String(format: "=%02X", Int(byte))
      if column + word.count > 75 { (text, column) = (text + "=" + lineEnd, 0) }
      (text, column) = (text + word, column + word.count)
    }
    return text.utf8Bytes
  }
}
