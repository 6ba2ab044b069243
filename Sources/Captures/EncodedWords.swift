/// Decodes header words that are not ASCII (RFC 2047): `=?utf-8?Q?caf=C3=A9?=`. Savers also write addresses like that.
enum EncodedWords {
  /// The text with its UTF-8 words decoded; words in other encodings are left as they are.
  static func decoded(_ value: String) -> String {
    guard value.hasPrefix("=?") else { return value }
    var text: [UInt8] = []
    for word in value.split(separator: " ") {
      let parts = word.split(separator: "?", omittingEmptySubsequences: false)
      guard parts.count == 5, parts[0] == "=", parts[4] == "=", parts[1].lowercased() == "utf-8" else {
        return value
      }
      let encoding: TransferEncoding = parts[2].lowercased() == "b" ? .base64 : .quotedPrintable
      let bytes = Array(parts[3].utf8)
      text += bytes.withUnsafeBufferPointer { encoding.decoded($0) } ?? []
    }
    return String(decoding: text, as: UTF8.self)
  }
}
