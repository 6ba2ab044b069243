/// A web address split into its parts, and the resolution of references on a page. Based on RFC 3986, §5.2. It works
/// on bytes, because a page may have thousands of references.
struct WebAddress {
  /// The whole address, without a fragment; scheme and authority are in lower case.
  private(set) var bytes: [UInt8]
  private var schemeEnd = 0
  private var authorityEnd = 0
  private var pathEnd = 0

  /// Nil if the text does not begin with a scheme and `://`.
  init?(_ text: [UInt8]) {
    bytes = text
    guard let colon = WebAddress.endOfScheme(text), text[colon...].starts(with: "://".utf8) else {
      return nil
    }
    schemeEnd = colon
    authorityEnd = text[(colon + 3)...].firstIndex(where: WebAddress.endsAuthority) ?? text.count
    for index in 0..<authorityEnd { bytes[index] = ASCII.lowercased(bytes[index]) }
    endPath()
  }

  /// The same for a string.
  init?(_ text: String) { self.init(Array(text.utf8)) }

  private init(_ bytes: [UInt8], schemeEnd: Int, authorityEnd: Int) {
    self.bytes = bytes
    self.schemeEnd = schemeEnd
    self.authorityEnd = authorityEnd
    endPath()
  }

  /// The target of a reference on a page with this address; nil if it is not a web page (`mailto:`, `javascript:`).
  func resolving(_ reference: [UInt8]) -> WebAddress? {
    if let colon = WebAddress.endOfScheme(reference) {
      // A scheme without an authority is that of a mail address, a script or a phone number.
      return reference[colon...].starts(with: "://".utf8) ? WebAddress(reference) : nil
    }
    if reference.starts(with: "//".utf8) {
      return WebAddress(bytes[..<schemeEnd] + [UInt8(ascii: ":")] + reference)
    }
    let kept: Int
    switch reference.first {
    case UInt8(ascii: "/"): kept = authorityEnd
    case UInt8(ascii: "?"): kept = pathEnd
    case nil, UInt8(ascii: "#"): return self
    default:
      kept = bytes[authorityEnd..<pathEnd].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? authorityEnd
    }
    var resolved = Array(bytes[..<kept])
    if kept == authorityEnd, reference.first != UInt8(ascii: "/") { resolved.append(UInt8(ascii: "/")) }
    resolved.append(contentsOf: reference)
    return WebAddress(resolved, schemeEnd: schemeEnd, authorityEnd: authorityEnd).withoutDots()
  }

  /// The whole address.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// `http`, `https`, `file`.
  var scheme: ArraySlice<UInt8> { bytes[..<schemeEnd] }

  /// Host and port; empty for a file.
  var authority: ArraySlice<UInt8> { bytes[min(schemeEnd + 3, authorityEnd)..<authorityEnd] }

  /// The path, which begins with a slash unless it is empty.
  var path: ArraySlice<UInt8> { bytes[authorityEnd..<pathEnd] }

  /// The query, without `?`.
  var query: ArraySlice<UInt8> { bytes[min(pathEnd + 1, bytes.count)...] }

  /// The host without `www.` and port.
  var hostWithoutWWW: String {
    let host = String(decoding: host, as: UTF8.self)
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host[...])
  }

  /// The registrable domain of the host: `example.org`, `example.co.uk`.
  var domain: ArraySlice<UInt8> {
    let dot = UInt8(ascii: ".")
    let host = host
    guard let last = host.lastIndex(of: dot), let second = host[..<last].lastIndex(of: dot) else {
      return host
    }
    let isSecondLevel = host.endIndex - last == 3 && last - second <= 4
    guard isSecondLevel else { return host[(second + 1)...] }
    return host[..<second].lastIndex(of: dot).map { host[($0 + 1)...] } ?? host
  }

  private var host: ArraySlice<UInt8> { authority.prefix { $0 != UInt8(ascii: ":") } }

  private mutating func endPath() {
    if let fragment = bytes[authorityEnd...].firstIndex(of: UInt8(ascii: "#")) {
      bytes.removeSubrange(fragment...)
    }
    pathEnd = bytes[authorityEnd...].firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#")
  }

  /// The position of the colon after a scheme.
  private static func endOfScheme(_ text: [UInt8]) -> Int? {
    guard let first = text.first, ASCII.isLetter(first) else { return nil }
    for (index, byte) in text.enumerated() where !ASCII.isLetter(byte) && !ASCII.isDigit(byte) {
      switch byte {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
      default: return nil
      }
    }
    return nil
  }

  /// Resolves dot segments: `/a/../b/./c` becomes `/b/c`.
  private func withoutDots() -> WebAddress {
    let dot = UInt8(ascii: ".")
    let slash = UInt8(ascii: "/")
    guard zip(path, path.dropFirst()).contains(where: { $0 == slash && $1 == dot }) else { return self }
    var kept: [ArraySlice<UInt8>] = []
    let parts = path.split(separator: slash, omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let isParent = part.elementsEqual("..".utf8)
      guard isParent || part.elementsEqual(".".utf8) else {
        kept.append(part)
        continue
      }
      if isParent, kept.count > 1 { kept.removeLast() }
      if index == parts.count - 1 { kept.append([]) }
    }
    let shortened = bytes[..<authorityEnd] + kept.joined(separator: [slash]) + bytes[pathEnd...]
    return WebAddress(Array(shortened), schemeEnd: schemeEnd, authorityEnd: authorityEnd)
  }
}
