import Glibc
import Text

/// Finds a page's web address in its text: near the beginning or end, on a line of its own or after a word such as
/// `Source:`.
public enum PageAddress {
  /// The number of lines searched at either end, not counting blank ones.
  private static let depth = 12
  /// The maximum length in bytes that browsers accept.
  private static let longest = 2_048
  private static let labels = [
    "source", "url", "link", "address", "original", "article url", "source url", "المصدر", "الرابط",
  ]

  /// The address in a page's decoded text; nil if there is none. An address after a word is preferred to one without.
  public static func find(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = PageText(bytes)
    let head = 0..<min(depth, text.count)
    let foot = max(head.upperBound, text.count - depth)..<text.count
    let lines = (Array(head) + Array(foot)).filter {
      text[$0].count <= longest + 64 && hasAddress(text[$0][...])
    }
    .map { String(decoding: text[$0], as: UTF8.self) }
    return lines.lazy.compactMap(labelled).first ?? lines.lazy.compactMap { bare($0[...]) }.first
  }

  /// Whether `://` occurs in the first or last lines.
  static func mayBeIn(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let edge = depth * 128
    return hasAddress(bytes.prefix(edge)) || hasAddress(bytes.dropFirst(edge).suffix(edge))
  }

  private static func hasAddress(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let bytes = UnsafeBufferPointer(rebasing: bytes)
    guard let base = bytes.baseAddress else { return false }
    var position = 0
    while position + 2 < bytes.count, let found = memchr(base + position, 0x3A, bytes.count - position - 2) {
      let index = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if bytes[index + 1] == 0x2F, bytes[index + 2] == 0x2F { return true }
      position = index + 1
    }
    return false
  }

  /// Whether a text is an address that is safe to pass to a browser: http or https with a host, without invisible
  /// characters or ones that have a meaning outside an address.
  public static func isWebAddress(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count <= longest,
      let scheme = ["https://", "http://"].first(where: { hasPrefix(text.utf8, $0) })
    else { return false }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    guard let host = text[rest.startIndex...].first, host.isLetter || host.isNumber || host == "[" else {
      return false
    }
    // Most addresses are ASCII, whose bytes are tested fastest.
    return rest.allSatisfy { $0 < 0x80 && isPlainASCII($0) } || text.unicodeScalars.allSatisfy(isPlain)
  }

  /// Whether a text begins with a lower-case scheme, ignoring case.
  private static func hasPrefix(_ text: some Collection<UInt8>, _ scheme: String) -> Bool {
    text.prefix(scheme.utf8.count).lazy.map { ASCII.lowercased($0) }.elementsEqual(scheme.utf8)
  }

  /// Whether an ASCII character is visible and has no meaning outside an address.
  private static func isPlainASCII(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
      false
    default: (0x21...0x7E).contains(byte)
    }
  }

  /// The site of an address: its host without `www.`, in lower case; empty if the text is not an address.
  public static func site(of address: some StringProtocol) -> String {
    guard let scheme = address.firstRange(of: "://") else { return "" }
    let host = address[scheme.upperBound...].prefix { !"/?#:".contains($0) }.lowercased()
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  private static func labelled(_ line: String) -> String? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    guard labels.contains(trimmed(line[..<colon]).lowercased()) else { return nil }
    return bare(line[line.index(after: colon)...])
  }

  private static func bare(_ line: Substring) -> String? {
    var address = trimmed(line)
    if address.hasPrefix("<"), address.hasSuffix(">") { address = address.dropFirst().dropLast() }
    return isWebAddress(address) ? String(address) : nil
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let start = text.drop(while: \.isWhitespace)
    return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x80 else { return isPlainASCII(UInt8(ascii: scalar)) }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator,
      .paragraphSeparator:
      return false
    default: return true
    }
  }
}
