/// Escapes a line of text so that Markdown shows it as it is.
///
/// It works on scalars, as Markdown parsers do: an asterisk with a combining mark is a different `Character`, but still
/// marks emphasis.
enum MarkdownEscape {
  /// Special anywhere in a line, in CommonMark or a common extension.
  private static let special = Set("\\`*_{}[]<>&#|~$^".unicodeScalars)

  static func escaped(_ text: some StringProtocol) -> String {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }.map { isLineEnd($0) ? " " : $0 }
    var line = String.UnicodeScalarView()
    var position = 0
    for address in mailAddresses(in: scalars) {
      append(scalars[position..<address.lowerBound], to: &line)
      append(mailAddress: scalars[address], to: &line)
      position = address.upperBound
    }
    append(scalars[position...], to: &line)
    return String(line)
  }

  private static func append(_ scalars: ArraySlice<Unicode.Scalar>, to line: inout String.UnicodeScalarView) {
    for position in scalars.indices {
      let scalar = scalars[position]
      if special.contains(scalar) || beginsBlock(scalars, at: position) || beginsLink(scalars, at: position) {
        line.append("\\")
      }
      line.append(scalar)
    }
  }

  /// Whether a character would start a list or a rule: at the start of the line, or after a number there.
  private static func beginsBlock(_ scalars: ArraySlice<Unicode.Scalar>, at position: Int) -> Bool {
    if position == 0 { return ["-", "+", "=", ":"].contains(scalars[0]) }
    guard [".", ")"].contains(scalars[position]), scalars.startIndex == 0 else { return false }
    return scalars[..<position].allSatisfy { ("0"..."9").contains($0) }
  }

  /// Whether it is the colon of `://` or the dot of `www.`, which must be escaped so that GitHub does not turn the
  /// address into a link.
  private static func beginsLink(_ scalars: ArraySlice<Unicode.Scalar>, at position: Int) -> Bool {
    switch scalars[position] {
    case ":": scalars[(position + 1)...].starts(with: ["/", "/"])
    case ".":
      scalars[..<position].suffix(3).count == 3
        && scalars[..<position].suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
    default: false
    }
  }

  // MARK: Mail addresses

  /// Puts mail addresses in code, because GitHub turns them into links after resolving all escapes. Addresses contain
  /// no backticks.
  private static func append(
    mailAddress: ArraySlice<Unicode.Scalar>, to line: inout String.UnicodeScalarView
  ) {
    line.append("`")
    line.append(contentsOf: mailAddress)
    line.append("`")
  }

  /// The ranges of addresses such as `joe@example.org`.
  private static func mailAddresses(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var addresses: [Range<Int>] = []
    var position = 0
    while let at = scalars[position...].firstIndex(of: "@") {
      let start = scalars[position..<at].lastIndex { !isOfMailAddress($0) }.map { $0 + 1 } ?? position
      let end = scalars[at...].firstIndex { !isOfMailAddress($0) && $0 != "@" } ?? scalars.count
      // A full stop after an address ends the sentence.
      let last = scalars[at..<end].lastIndex { isLetterOrDigit($0) } ?? at
      if start < at, scalars[at..<last].contains(".") { addresses.append(start..<last + 1) }
      position = end
    }
    return addresses
  }

  private static func isOfMailAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "+", "-", "_", "/": true
    default: isLetterOrDigit(scalar)
    }
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
