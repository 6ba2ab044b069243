import Text

/// Finds the names of persons in what a page says of its author: `By Jane Doe and John Roe, special to the Herald`.
///
/// Anything short can be a name there, also `jane` or `the_fox`; in running text, names are found by their form
/// (``read(_:from:)``).
enum AuthorNames {
  /// The names, each once, without the rest of the byline. Lines are texts that are displayed apart; if there are
  /// several, only full names count. `site`: a name that is not a person's.
  static func find(in text: String, site: String = "") -> [String] {
    if text.utf8.contains(UInt8(ascii: ":")), text.contains("://") { return [] }
    let lines = text.split(separator: "\n").map { CleanText.markup(String($0)) }
    var found: [String] = []
    for line in lines { add(namesOnLine(line, site: site), to: &found, site: site) }
    guard lines.count > 1 else { return found }
    let full = found.filter(isFullName)
    return full.isEmpty ? Array(found.prefix(1)) : full
  }

  /// Whether a text begins like a byline.
  static func isIntroduced(_ text: String) -> Bool { Introduction.removed(from: text) != nil }

  /// An organization or a desk that may stand for the author: the first line of a text as a whole.
  static func others(in text: String) -> [String] {
    let line = text.split(separator: "\n").lazy.map { CleanText.markup(String($0)) }
      .compactMap { Introduction.end(of: $0)?.trimmed(ends) }.first { isName($0) }
    return line.map { [$0] } ?? []
  }

  private static func add(_ names: [String], to found: inout [String], site: String) {
    var known = Set(found.map { NormalizedWords(comparing: $0) })
    if !site.isEmpty { known.insert(NormalizedWords(comparing: site)) }
    for name in names where known.insert(NormalizedWords(comparing: name)).inserted { found.append(name) }
  }

  private static func namesOnLine(_ line: String, site: String) -> [String] {
    guard let text = Introduction.end(of: line) else { return [] }
    var names: [String] = []
    var isDescription = false
    for part in parts(of: text) {
      isDescription = isDescription && (part.isAfterComma || NameWords.isDescription(part.text))
      // `Jane Okoro, head of news, The Courier`: once a comma is followed by a description, all of the rest is one.
      if part.isAfterComma, !names.isEmpty, NameWords.isDescription(part.text) { isDescription = true }
      guard !isDescription, names.isEmpty || !NameWords.isTitle(part.text) else { continue }
      let name = withoutSite(cleaned(part.text), site)
      if isName(name), !NameWords.isDesk(name) { names.append(name) }
    }
    return names
  }

  /// The parts of a text that are separated by commas and `and`.
  private static func parts(of text: String) -> [(text: String, isAfterComma: Bool)] {
    var parts: [(text: String, isAfterComma: Bool)] = []
    var isAfterComma = false
    var words: [Substring] = []
    func end(comma: Bool) {
      if !words.isEmpty { parts.append((words.joined(separator: " "), isAfterComma)) }
      (words, isAfterComma) = ([], comma)
    }
    for piece in text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator) {
      for word in piece.split(separator: " ").map({ Substring($0) }) {
        if ["and", "und", "et", "y"].contains(word) { end(comma: false) } else { words.append(word) }
      }
      end(comma: piece.endIndex < text.endIndex && text.unicodeScalars[piece.endIndex] == ",")
    }
    return parts
  }

  private static func isBracketOrDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == "–" || scalar == "—" || scalar == "["
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ";", ",", "|", "/", "&", "•", "·": true
    default: false
    }
  }

  /// A name without a description of the person that follows it.
  private static func cleaned(_ part: String) -> String {
    let words = (Introduction.removed(from: part) ?? part).split(separator: " ")
    var kept: [Substring] = []
    for (index, word) in words.enumerated() {
      if let bracket = word.unicodeScalars.firstIndex(where: isBracketOrDash) {
        kept.append(word[..<bracket])
        break
      }
      let next = index + 1 < words.count ? words[index + 1].lowercased() : ""
      if NameWords.endsName(word, next) || kept.count > 1 && NameWords.mayFollowName(word, next) { break }
      kept.append(word)
    }
    // A name that is there twice, for instance as the description of a picture.
    if kept.count > 1, kept.count % 2 == 0, kept.prefix(kept.count / 2) == kept.suffix(kept.count / 2) {
      kept.removeLast(kept.count / 2)
    }
    return kept.joined(separator: " ").trimmed(ends)
  }

  /// Characters that are not part of a name at its ends.
  private static let ends = " .,-–—:|()"

  /// `Jane Okoro` for `Jane Okoro The Courier`.
  private static func withoutSite(_ name: String, _ site: String) -> String {
    guard !site.isEmpty, name.utf8.count > site.utf8.count,
      name.lowercased().hasSuffix(" " + site.lowercased())
    else {
      return name
    }
    return name.dropLast(site.count).trimmed(" ")
  }

  /// Whether a text may be the name of a person or an agency: a few words with letters.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    guard let first = words.first, words.count <= 5, text.unicodeScalars.count <= 50,
      text.contains(where: \.isLetter), words.count > 1 || first.unicodeScalars.count > 2
    else { return false }
    let lower = text.lowercased()
    return !NameWords.areInstead(lower) && !NameWords.isAddress(lower)
  }

  /// Whether a text has the form of a person's whole name.
  private static func isFullName(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    var name = name
    return (2...4).contains(words.count) && !NameWords.isDescription(name)
      && name.withUTF8 { hasForm($0) && !hasOtherWord($0) }
  }
}

/// The words before a name: `By`, `Written by`, `Von`, `Photos and text by`.
private enum Introduction {
  /// The text after the words that introduce its names, the whole text if there are none; nil if its names are not those
  /// of authors.
  static func end(of text: String) -> String? {
    var text = removed(from: text) ?? text
    for word in ["Post author", "By", "by", "BY", "Author", "Von", "Par"] where text.hasPrefix(word) {
      // Also if the name follows the word without a blank.
      let rest = text.unicodeScalars.dropFirst(word.unicodeScalars.count)
      if let first = rest.first, let second = rest.dropFirst().first, first.properties.isUppercase,
        second.properties.isLowercase
      {
        text = String(rest)
      }
    }
    text = removed(from: text) ?? text
    let words = text.split(separator: " ")
    guard
      let by = words.prefix(5).indices.first(where: { isBy(words[$0], after: $0 > 0 ? words[$0 - 1] : "") })
    else {
      return text
    }
    let isOthers = words[..<by].contains { others.contains($0.lowercased()) }
    return isOthers ? nil : words[(by + 1)...].joined(separator: " ")
  }

  /// `By` after another word; `von` and the like, which are also parts of names, only after a few.
  private static func isBy(_ word: Substring, after last: Substring) -> Bool {
    switch word.lowercased() {
    case "by", "by:": !last.isEmpty
    case "von", "par", "por": works.contains(last.lowercased())
    default: false
    }
  }

  private static let works: Set<String> = [
    "artikel", "beitrag", "text", "kommentar", "veröffentlicht", "geschrieben", "verfasst", "erstellt",
    "eingestellt",
    "gepostet", "publié", "écrit", "rédigé", "publicado", "escrito",
  ]

  /// Work on a story that is not its author's.
  private static let others: Set<String> = [
    "reviewed", "checked", "edited", "approved", "sponsored", "powered", "translated", "photo", "photos",
    "photography",
    "photographs", "illustration", "illustrations", "images", "video", "updated",
  ]

  /// A text without the word that introduces it; nil if there is none.
  static func removed(from text: String) -> String? {
    var text = text
    return text.withUTF8 { bytes in
      guard let start = bytes.indices.first(where: { ASCII.isLetter(bytes[$0]) || bytes[$0] >= 0x80 }),
        let end = words.end(at: start, in: bytes)
      else { return nil }
      let rest = bytes.dropping(first: end)
      let name = rest.drop { $0 == 0x20 || $0 == 0x0A || $0 == UInt8(ascii: ":") }
      let isApart = name.startIndex > rest.startIndex || bytes[end - 1] == UInt8(ascii: ":")
      return isApart ? String(decoding: name, as: UTF8.self) : nil
    }
  }

  private static let words = PhraseMatcher(
    [
      """
      author|,author by|,post author|,post author by|,written by|,posted by|,by|,von|,par|,por|,di|,door|,af|,av|,
      auteur|,autor|,words by|,story by|,text:,reported by|,published by|,analysis by|,opinion by|,review by|,
      interview by|,authors:,authored by|,contributor:,contributors:,about the author|,автор|,autorin|,autore|,interview:
      """
    ]
  ) { NameWords.endsWord($0) }
}
