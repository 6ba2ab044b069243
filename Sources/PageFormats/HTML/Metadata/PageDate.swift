import Text

/// Finds the publication date of a page's story: first in its machine-readable data, then in its address, then in its
/// visible text, and last in the data of its scripts.
struct PageDate {
  /// The date as written on the page.
  private(set) var text: String?
  /// Its meaning.
  private(set) var age: Age?

  private let head: PageHead
  private let blocks: HTMLBlocks
  private let isMonthFirst: Bool

  /// - Parameters:
  ///   - head: the page's metadata.
  ///   - blocks: its text.
  ///   - heading: the element of its headline.
  ///   - address: the page's address, if known.
  init(_ head: PageHead, _ blocks: HTMLBlocks, heading: Int?, address: String) {
    self.head = head
    self.blocks = blocks
    let language = head.language.lowercased()
    isMonthFirst = ["", "en", "en-us"].contains(language)
    _ =
      addFromData(["datePublished", "dateCreated", "uploadDate"]) || addFromMeta(PageDate.published)
      || addFromTimes(heading, mustBePublished: true) || addFromAddress(address)
      || addFromTimes(heading, mustBePublished: false) || addFromBlocks(heading) || addFromScripts()
      || addFromMeta(PageDate.modified) || addFromData(["dateModified"])
    addZone(of: address)
  }

  /// Dates further down belong to something else.
  private static let mostBlocks = 4_000

  private static let published = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished", "date",
    "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date.created", "publishdate", "publish_date",
    "publish-date", "publication_date", "parsely-pub-date", "sailthru.date", "pubdate",
    "cxenseparse:recs:publishtime", "article.published", "og:published_time", "bt:pubdate",
    "citation_publication_date", "citation_date", "datecreated", "created", "release_date",
    "article_date_original", "originalpublicationdate", "rnews:datepublished", "timestamp",
    "shareaholic:article_published_time", "published_at", "pub_date", "iso-8601-publish-date", "displaydate",
    "mediator_published_time", "article:create", "published", "published-date", "published_date",
    "publisheddate",
    "w-published-date", "publication-date", "dcterms.issued", "dc.issued", "dc.date.published",
  ]

  private static let modified = [
    "article:modified_time", "og:updated_time", "last-modified", "lastmod", "revised", "datemodified",
  ]

  private mutating func add(_ text: String) -> Bool {
    guard let date = WrittenDate.first(in: text, isMonthFirst: isMonthFirst) else { return false }
    self.text = String(decoding: Array(text.utf8)[date.range], as: UTF8.self)
    age = date.age
    return true
  }

  private mutating func addFromData(_ properties: [StaticString]) -> Bool {
    for object in head.data.articles + head.data.likeArticles {
      for property in properties {
        if let text = head.data.string(property, of: object), add(text) { return true }
      }
    }
    return false
  }

  private mutating func addFromMeta(_ names: [String]) -> Bool {
    for name in names {
      for value in head.all(name) where add(value) { return true }
    }
    return false
  }

  /// Dates in an address: `/2019/11/19/`, `/2019/nov/19/`.
  private mutating func addFromAddress(_ address: String) -> Bool {
    guard let date = AddressDate.find(in: address) else { return false }
    (text, age) = (nil, .date(date))
    return true
  }

  /// An address is made of the day at the place of publication. If the time is given in UTC and its day is the one
  /// before or after, it is given in the nearest zone in which it is that day.
  private mutating func addZone(of address: String) {
    guard case .moment(let seconds, zone: 0) = age, let local = AddressDate.find(in: address) else { return }
    let day = CivilDate(ofSeconds: seconds).daysSince1970
    let hours = Int32((seconds - day * CivilDate.secondsPerDay) / 3_600)
    switch local.daysSince1970 - day {
    case -1 where hours < 9: age = .moment(seconds, zone: -3_600 * (hours + 1))
    case 1 where hours >= 10: age = .moment(seconds, zone: 3_600 * (24 - hours))
    default: break
    }
  }

  /// Of several elements, the one nearest to the headline is preferred.
  private mutating func addFromTimes(_ heading: Int?, mustBePublished: Bool) -> Bool {
    let times = mustBePublished ? head.times.filter(saysPublished) + publishedElements() : head.times
    let sorted =
      mustBePublished
      ? times.sorted() : times.sorted { abs($0 - (heading ?? 0)) < abs($1 - (heading ?? 0)) }
    for time in sorted {
      let told = head.nodes.attribute("datetime", of: time) ?? head.nodes.attribute("content", of: time)
      if let told, add(CleanText.attribute(told)) { return true }
      if add(head.nodes.text(of: time, limit: 256)) { return true }
    }
    return false
  }

  private func saysPublished(_ time: Int) -> Bool {
    let nodes = head.nodes
    return nodes.attribute("pubdate", of: time) != nil
      || nodes.attribute("itemprop", of: time)?.firstIndex(of: "datePublished") != nil
      || nodes.attribute("class", of: time)?.firstIndex(of: "published") != nil
  }

  /// Elements other than `<time>` that are marked with schema.org's property name.
  private func publishedElements() -> [Int] {
    var found: [Int] = []
    for (index, node) in head.nodes.list.enumerated()
    where node.tag.rawValue > HTMLTag.rawText.rawValue && node.tag != .time && node.stop - node.start > 8 {
      guard head.nodes.slice(head.nodes.span(index)).firstIndex(of: "datePublished") != nil else { continue }
      if head.nodes.attribute("itemprop", of: index)?.firstIndex(of: "datePublished") != nil {
        found.append(index)
      }
      if found.count == 32 { break }
    }
    return found
  }

  /// Examines short texts with a date, and longer ones near the headline that begin with one. Those near the headline
  /// are preferred, and even more those that state what the date refers to.
  private mutating func addFromBlocks(_ heading: Int?) -> Bool {
    let first = blocks.list.firstIndex { $0.element >= heading ?? .max } ?? 0
    var best: (rank: Int, text: String)?
    for (index, block) in blocks.list.prefix(PageDate.mostBlocks).enumerated()
    where block.characterCount < 200 || PageDate.near.contains(index - first) {
      let beginning = block.range.prefix(
        block.characterCount < 200 ? block.range.count : PageDate.longestBeginning)
      let text = String(decoding: blocks.text[beginning], as: UTF8.self)
      let words = DateWords.found(in: blocks.text, beginning)
      guard block.characterCount < 90 || block.characterCount >= 200 || words.isPublished || words.isUpdated
      else { continue }
      var rank = abs(index - first) + (PageDate.near.contains(index - first) ? 0 : 30)
      if words.isPublished { rank -= 10 }
      if words.isUpdated { rank += 10 }
      guard rank < best?.rank ?? .max, WrittenDate.first(in: text, isMonthFirst: isMonthFirst) != nil else {
        continue
      }
      best = (rank, text)
    }
    return best.map { add($0.text) } ?? false
  }

  /// The blocks next to the headline, counted from it.
  private static let near = -3...8
  /// A paragraph begins with a date if it is in its first bytes: `Eastmere, 19 November 2019 - The harbour …`.
  private static let longestBeginning = 40

  /// Names that scripts use for the time of publication; what follows them is that time.
  private static let scriptNames: [StaticString] = [
    "datePublished", "publishedAt", "published_at", "publishDate", "publishedDate", "published_date",
  ]
  /// The number of bytes between such a name and the end of its date: `&quot;:&quot;2019-11-19T10:02:00-05:00`.
  private static let longestScriptDate = 48

  private mutating func addFromScripts() -> Bool {
    let page = head.nodes.bytes
    for name in PageDate.scriptNames {
      guard let start = page.firstIndex(of: name) else { continue }
      let rest = page.dropping(first: start + name.utf8CodeUnitCount).prefix(PageDate.longestScriptDate)
      guard let date = WrittenDate.first(in: UnsafeBufferPointer(rebasing: rest), isMonthFirst: isMonthFirst),
        date.range.lowerBound < 16
      else { continue }
      if add(String(decoding: rest[rest.startIndex + date.range.lowerBound..<rest.endIndex], as: UTF8.self)) {
        return true
      }
    }
    return false
  }
}

/// Words that tell what a date refers to.
enum DateWords {
  /// The words found in a text.
  static func found(in text: [UInt8], _ range: ByteRange) -> (isPublished: Bool, isUpdated: Bool) {
    let groups = text.withUnsafeBufferPointer { matcher.groups(in: UnsafeBufferPointer(rebasing: $0[range])) }
    return (groups & 1 != 0, groups & 2 != 0)
  }

  private static let matcher = PhraseMatcher(
    [
      "publish,posted,veröffentlicht,publié,publicado,pubblicato,am|",
      "updated,modified,©,copyright,actualizado,aggiornato,aktualisiert",
    ]
  ) { $0.map { !ASCII.isLetter($0) && $0 < 0x80 } ?? true }
}

/// A date in a web address.
enum AddressDate {
  /// The first date that is followed by the end of a part of the path.
  static func find(in address: String) -> CivilDate? {
    let bytes = Array(address.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    return bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while let slash = bytes.firstIndex(ofByte: UInt8(ascii: "/"), from: position) {
        if let date = date(bytes.dropping(first: slash + 1)) { return date }
        position = slash + 1
      }
      return nil
    }
  }

  private static func date(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard let year = number(bytes, 0, 4), years.contains(year) else { return dayFirst(bytes) }
    let start = isSeparator(bytes, 4) ? 5 : 4
    var next: Int
    var month: Int
    if let two = number(bytes, start, 2), (1...12).contains(two) {
      (month, next) = (two, start + 2)
    } else if let one = number(bytes, start, 1), one > 0, isSeparator(bytes, start + 1) {
      (month, next) = (one, start + 1)
    } else {
      let name = bytes.dropping(first: start).prefix(12).prefix { ASCII.isLetter($0) }
      guard let named = MonthNames.month(String(decoding: name, as: UTF8.self).lowercased()) else {
        return nil
      }
      (month, next) = (named, start + name.count)
    }
    if isSeparator(bytes, next) { next += 1 }
    for length in [2, 1] {
      guard let day = number(bytes, next, length), endsDate(bytes, next + length) else { continue }
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }

  /// `29-10-2021`, if its order is certain.
  private static func dayFirst(_ bytes: UnsafeBufferPointer<UInt8>) -> CivilDate? {
    guard let day = number(bytes, 0, 2), day > 12, isSeparator(bytes, 2), let month = number(bytes, 3, 2),
      isSeparator(bytes, 5), let year = number(bytes, 6, 4), years.contains(year), endsDate(bytes, 10)
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  private static let years = 1990...2035

  private static func endsDate(_ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    end == bytes.count || isSeparator(bytes, end) || bytes[end] == UInt8(ascii: ".")
  }

  private static func isSeparator(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    position < bytes.count && (bytes[position] == UInt8(ascii: "/") || bytes[position] == UInt8(ascii: "-"))
  }

  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ length: Int) -> Int? {
    guard start + length <= bytes.count, bytes[start..<start + length].allSatisfy(ASCII.isDigit) else {
      return nil
    }
    return bytes[start..<start + length].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
