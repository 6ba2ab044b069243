import Text

/// Words in and around the names of authors.
enum NameWords {
  /// Whether a word is no longer part of a name that precedes it. `next`: the word after it in lower case.
  static func endsName(_ word: Substring, _ next: String) -> Bool {
    if word == "-" || word.first?.isNumber == true { return true }
    switch word.lowercased().trimmed(".,:") {
    case "published", "updated", "posted": return true
    case "special": return next == "to"
    case "for", "of": return next == "the"
    case "is": return next == "a" || next == "an"
    default: return false
    }
  }

  /// The same for a word that may be a name itself, after two others: `Jane Okoro Writer`, `Ann Bee March 26`. `April`
  /// and `May` are also names of persons.
  static func mayFollowName(_ word: Substring, _ next: String) -> Bool {
    let lower = word.lowercased().trimmed(".,:")
    if ["on", "in", "at", "via", "last"].contains(lower) || roles.contains(lower) { return true }
    return lower.count > 2 && MonthNames.month(lower) != nil && (next.isEmpty || next.first?.isNumber == true)
  }

  /// Whether a text describes a person: it has a word for a role.
  static func isDescription(_ text: String) -> Bool {
    text.lowercased().hasPrefix("the ")
      || text.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "." }).contains {
        roles.contains($0.lowercased())
      }
  }

  /// Whether a text is a title or a degree: `MD`, `Ph.D.`, `FACLM`, or a month, as after `Jane Okoro, March 26`.
  static func isTitle(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    if let first = words.first, MonthNames.month(first.lowercased().trimmed(".")) != nil {
      return words.count == 1 || words[1].first?.isNumber == true
    }
    return words.allSatisfy { word in
      let letters = word.filter(\.isLetter)
      return letters.count <= 6 && letters.filter(\.isUppercase).count * 2 >= letters.count
        && letters.count > 1
        && letters.dropFirst().contains(where: \.isUppercase)
    }
  }

  /// Whether a name is that of a group: `Courier Staff`.
  static func isDesk(_ name: String) -> Bool {
    let lower = name.lowercased()
    let words = lower.split(separator: " ")
    let desks = ["staff", "team", "desk", "editors", "editor", "correspondent", "reporter"]
    return words.count == 2 && desks.contains(String(words[1]))
      || words.first.map { roles.contains(String($0)) } ?? false
      || lower.hasPrefix("the associated press") && lower.utf8.count > 40
  }

  /// Whether a text in lower case appears in place of a name.
  static func areInstead(_ text: String) -> Bool {
    let first = text.prefix { $0 != " " }
    return instead.contains(text) || requests.contains(String(first))
      || MonthNames.month(text) != nil && text.count > 3
  }

  /// Whether a text in lower case is an address, a number, a key or the name of an account.
  static func isAddress(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      digits = ASCII.isDigit(byte) ? digits + 1 : 0
      if digits == 3 { return true }
    }
    if !text.contains(" "), text.dropLast().contains(".") { return true }
    var text = text
    return text.withUTF8 { addresses.isFound(in: $0) }
  }

  /// Whether a byte is not part of a word.
  @Sendable
  static func endsWord(_ byte: UInt8?) -> Bool {
    byte.map { !ASCII.isLetter($0) && !ASCII.isDigit($0) && $0 < 0x80 } ?? true
  }

  private static let addresses = PhraseMatcher(["@,http:,https:,www.,.com|"], endsWord: endsWord)

  private static let roles: Set<String> = [
    "writer", "writers", "editor", "editors", "senior", "contributor", "contributors", "contributing",
    "founder",
    "cofounder", "ceo", "director", "manager", "journalist", "columnist", "chief", "sponsored", "former",
    "staff", "content",
    "marketing", "licensed", "expert", "specialist", "freelance", "guest", "assistant", "associate", "deputy",
    "managing",
    "executive", "producer", "reviewer", "strategist", "analyst", "consultant", "coordinator", "professor",
    "president",
    "correspondent", "reporter", "educator", "educators", "head", "hardware", "redakteur", "redakteurin",
    "author",
    "photographer", "development", "agency", "department", "university", "institute", "magazine",
  ]

  /// Words with which no name begins, but many links do.
  private static let requests: Set<String> = [
    "about", "see", "view", "text", "more", "all", "read", "follow", "share", "learn", "no", "min", "mins",
    "alle", "zeige",
    "zur",
  ]

  private static let instead: Set<String> = [
    "admin", "administrator", "editor", "editors", "editorial", "staff", "news desk", "newsdesk", "webmaster",
    "redaktion", "redacción", "redazione", "redação", "newsroom", "web desk", "webdesk", "author", "by",
    "none", "null", "unknown", "guest", "anonymous", "user", "root", "team", "contributor", "press release",
    "pressemitteilung", "test", "undefined", "content", "publiziert am", "publié le", "veröffentlicht am",
    "gmbh", "editorial board", "wordpress", "facebook", "twitter", "home", "about", "contact", "posts by",
    "more",
    "share", "published", "follow", "written by", "the author", "view more posts", "view all posts",
    "read more",
    "post author", "von", "par", "por", "profile", "people",
  ]
}

extension StringProtocol {
  /// A text without certain characters at both ends.
  func trimmed(_ characters: String) -> String {
    let start = drop { characters.contains($0) }
    return start.lastIndex { !characters.contains($0) }.map { String(start[...$0]) } ?? ""
  }
}
