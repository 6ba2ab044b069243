import Text

/// Finds the names of persons in a byline: `By Jane Doe and John Roe, special to the Herald`.
enum AuthorNames {
  /// The names, each once, without the rest of the byline. `site`: a name that is not a person's.
  static func find(in text: String, site: String = "") -> [String] {
    let site = NormalizedWords(comparing: site)
    var found: [String] = []
    var known: Set<NormalizedWords> = site.isEmpty ? [] : [site]
    for part in parts(of: withoutIntroduction(CleanText.markup(text))) {
      let name = cleaned(part)
      guard isName(name), !isDesk(part.lowercased()), known.insert(NormalizedWords(comparing: name)).inserted
      else { continue }
      found.append(name)
    }
    return found
  }

  /// Whether a text begins like a byline.
  static func isIntroduced(_ text: String) -> Bool { withoutWord(text) != nil }

  /// A text without an introduction such as `By`, `Written by` or `Von`; also if the name follows it without a blank.
  private static func withoutIntroduction(_ text: String) -> String {
    var text = withoutWord(text) ?? text
    for word in ["Post author", "By", "by", "BY", "Author", "Von", "Par"] where text.hasPrefix(word) {
      let rest = text.unicodeScalars.dropFirst(word.unicodeScalars.count)
      if let first = rest.first, let second = rest.dropFirst().first, first.properties.isUppercase,
        second.properties.isLowercase
      {
        text = String(rest)
      }
    }
    return withoutWord(text) ?? text
  }

  private static func withoutWord(_ text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.indices.first(where: { ASCII.isLetter(bytes[$0]) || bytes[$0] >= 0x80 }),
        let end = introductions.end(at: start, in: bytes)
      else { return nil }
      let rest = bytes.dropping(first: end)
      let name = rest.drop { $0 == 0x20 || $0 == UInt8(ascii: ":") }
      let isApart = name.startIndex > rest.startIndex || bytes[end - 1] == UInt8(ascii: ":")
      return isApart ? String(decoding: name, as: UTF8.self) : nil
    }
  }

  private static let introductions = PhraseMatcher(
    [
      """
      author|,author by|,post author|,post author by|,written by|,posted by|,by|,von|,par|,por|,di|,door|,af|,av|,
      auteur|,autor|,words by|,story by|,text:,reported by|,published by|,analysis by|,opinion by|,review by|,
      interview by|
      """
    ], endsWord: endsWord)

  /// The parts of a text that are separated by commas and `and`.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    for piece in text.unicodeScalars.split(whereSeparator: isSeparator) {
      var words: [Substring] = []
      for word in piece.split(separator: " ").map({ Substring($0) }) {
        if ["and", "und", "et", "y"].contains(word) {
          parts.append(words.joined(separator: " "))
          words = []
        } else {
          words.append(word)
        }
      }
      parts.append(words.joined(separator: " "))
    }
    return parts
  }

  private static func isBracketOrDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == "–" || scalar == "—" || scalar == "["
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", ",", "|", "/", "&", "\n", "•", "·": true
    default: false
    }
  }

  /// A name without a description of the person that follows it.
  private static func cleaned(_ part: String) -> String {
    let words = (withoutWord(part) ?? part).split(separator: " ")
    var kept: [Substring] = []
    for (index, word) in words.enumerated() {
      if let bracket = word.unicodeScalars.firstIndex(where: isBracketOrDash) {
        kept.append(word[..<bracket])
        break
      }
      let next = index + 1 < words.count ? words[index + 1].lowercased() : ""
      if endsName(word, next) || kept.count > 1 && isDate(word, next) { break }
      kept.append(word)
    }
    return kept.joined(separator: " ").trimmed(" .,-–—:|()")
  }

  /// A month and a day next to a name: `Ann Bee March 26`. `April` and `May` are also names of persons.
  private static func isDate(_ word: Substring, _ next: String) -> Bool {
    next.first?.isNumber == true && MonthNames.month(word.lowercased().trimmed(".")) != nil
  }

  private static func endsName(_ word: Substring, _ next: String) -> Bool {
    if word == "-" || word.first?.isNumber == true { return true }
    switch word.lowercased().trimmed(".,:") {
    case "published", "updated", "posted", "staff", "reporter", "correspondent", "editor": return true
    case "special": return next == "to"
    case "for", "of": return next == "the"
    case "is": return next == "a" || next == "an"
    default: return false
    }
  }

  /// Whether a text may be the name of a person or an agency: a few words with letters.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 5, text.unicodeScalars.count <= 50,
      text.contains(where: \.isLetter), words.count > 1 || first.unicodeScalars.count > 2
    else { return false }
    let lower = text.lowercased()
    return !notNames.contains(lower) && !isAddress(lower)
  }

  private static func isDesk(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    let desks = ["staff", "team", "desk", "editors", "editor", "correspondent", "reporter"]
    return words.count == 2 && desks.contains(String(words[1]))
      || text.hasPrefix("the associated press") && text.utf8.count > 40
  }

  private static func isAddress(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      digits = ASCII.isDigit(byte) ? digits + 1 : 0
      if digits == 3 { return true }
    }
    var text = text
    return text.withUTF8 { addresses.isFound(in: $0) }
  }

  private static let addresses = PhraseMatcher(["@,http:,https:,www.,.com|"], endsWord: endsWord)

  @Sendable
  private static func endsWord(_ byte: UInt8?) -> Bool {
    byte.map { !ASCII.isLetter($0) && !ASCII.isDigit($0) && $0 < 0x80 } ?? true
  }

  /// Texts that appear in place of a name.
  private static let notNames: Set<String> = [
    "admin", "administrator", "editor", "editors", "editorial", "staff", "news desk", "newsdesk", "webmaster",
    "redaktion", "redacción", "redazione", "redação", "newsroom", "web desk", "webdesk", "author", "by",
    "none",
    "null", "unknown", "guest", "anonymous", "user", "root", "team", "contributor", "press release",
    "pressemitteilung", "test", "undefined", "content", "publiziert am", "publié le", "veröffentlicht am",
    "gmbh",
    "editorial board", "wordpress", "facebook", "twitter", "home", "about", "contact", "posts by", "more",
    "share",
    "published", "follow",
  ]
}

extension StringProtocol {
  /// A text without certain characters at both ends.
  func trimmed(_ characters: String) -> String {
    let start = drop { characters.contains($0) }
    return start.lastIndex { !characters.contains($0) }.map { String(start[...$0]) } ?? ""
  }
}
