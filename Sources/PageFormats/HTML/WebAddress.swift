/// A web address in its parts, and what a reference on a page leads to. After RFC 3986, §5.2.
struct WebAddress {
  /// In lower case.
  var scheme: String
  /// Host and port, in lower case; empty for a file.
  var authority: String
  var path: String
  /// Without `?`.
  var query: String

  /// Nil for a text that does not begin with a scheme and `://`.
  init?(_ text: String) {
    let text = text.utf8
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = text[..<colon]
    guard let first = name.first, HTMLByte.isLetter(first),
      name.allSatisfy({ HTMLByte.isLetter($0) || HTMLByte.isDigit($0) || "+-.".utf8.contains($0) }),
      text[colon...].starts(with: "://".utf8)
    else { return nil }
    scheme = String(decoding: name, as: UTF8.self).lowercased()
    let rest = text[colon...].dropFirst(3)
    let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    authority = String(decoding: host, as: UTF8.self).lowercased()
    (path, query) = WebAddress.pathAndQuery(rest[host.endIndex...])
  }

  /// What a reference on a page with this address leads to; nil for what is no web page (`mailto:`, `javascript:`).
  func resolving(_ reference: String) -> WebAddress? {
    if let whole = WebAddress(reference) { return whole }
    var address = self
    let text = reference.utf8
    if text.starts(with: "//".utf8) { return WebAddress(scheme + ":" + reference) }
    let beforePath = text.prefix { !"/?#".utf8.contains($0) }
    if beforePath.contains(UInt8(ascii: ":")) { return nil }
    let (path, query) = WebAddress.pathAndQuery(text[...])
    if path.isEmpty {
      if text.first == UInt8(ascii: "?") { address.query = query }
    } else {
      let folder = self.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { self.path[...$0] } ?? "/"
      address.path = WebAddress.withoutDots(path.hasPrefix("/") ? path : folder + path)
      address.query = query
    }
    return address
  }

  /// Written out.
  var text: String { "\(scheme)://\(authority)\(path)\(query.isEmpty ? "" : "?\(query)")" }

  /// The host without `www.` and port.
  var hostWithoutWWW: String {
    let host = authority.prefix { $0 != ":" }
    return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
  }

  /// The part of the host that somebody registered: `example.org`, `example.co.uk`.
  var domain: String {
    let parts = authority.prefix { $0 != ":" }.split(separator: ".")
    guard let last = parts.last, parts.count > 2 else { return parts.joined(separator: ".") }
    let isSecondLevel = last.utf8.count == 2 && parts[parts.count - 2].utf8.count <= 3
    return parts.suffix(isSecondLevel ? 3 : 2).joined(separator: ".")
  }

  private static func pathAndQuery(_ text: Substring.UTF8View) -> (path: String, query: String) {
    let whole = text.prefix { $0 != UInt8(ascii: "#") }
    let path = whole.prefix { $0 != UInt8(ascii: "?") }
    return (
      String(decoding: path, as: UTF8.self),
      String(decoding: whole[path.endIndex...].dropFirst(), as: UTF8.self)
    )
  }

  private static func withoutDots(_ path: String) -> String {
    guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
    var kept: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      switch part {
      case ".", "..":
        if part == "..", kept.count > 1 { kept.removeLast() }
        if index == parts.count - 1 { kept.append("") }
      default: kept.append(part)
      }
    }
    return kept.joined(separator: "/")
  }
}
