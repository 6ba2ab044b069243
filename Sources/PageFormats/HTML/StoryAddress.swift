import Text

/// Tells whether an address may be that of a story.
enum StoryAddress {
  /// Judged by its path and query: they must be long enough for a story, and not typical of lists, accounts and the
  /// like.
  static func isStory(_ address: WebAddress) -> Bool {
    address.path.withUnsafeBufferPointer { path in
      (isStory(path: path) || isStory(query: address.query)) && !others.isFound(in: path)
    }
  }

  /// Judged by its path alone: a last part with several words or a long name, a long number, a year.
  static func isStory(path: UnsafeBufferPointer<UInt8>) -> Bool {
    let shape = PathShape(path)
    if shape.hasLongNumber { return true }
    let name = shape.nameLength(in: path)
    if name.dashes >= 2 || name.length >= 20 { return true }
    return shape.partCount >= 3 && (shape.hasYear || name.dashes >= 1 && name.length >= 10)
  }

  /// Judged by its query: `?id=1234`.
  static func isStory(query: ArraySlice<UInt8>) -> Bool {
    if query.isEmpty { return false }
    return query.split(separator: UInt8(ascii: "&")).contains { parameter in
      let name = parameter.prefix { $0 != UInt8(ascii: "=") }
      let isNumber = parameter[name.endIndex...].dropFirst().prefix { ASCII.isDigit($0) }.count >= 2
      return isNumber && numbered.contains { name.elementsEqual($0.utf8) }
    }
  }

  private static let numbered = ["id", "p", "story", "article", "aid", "newsid"]

  private static let others = PhraseMatcher(
    [
      """
      /tag|,/tags|,/topic|,/topics|,/category|,/categories|,/author|,/authors|,/people|,/profile|,/profiles|,/user|,
      /users|,/member|,/members|,/search|,/login|,/log-in|,/signin|,/sign-in|,/signup|,/sign-up|,/register|,/account|,
      /accounts|,/about|,/about-us|,/contact|,/contact-us|,/help|,/faq|,/jobs|,/careers|,/shop|,/store|,/cart|,
      /newsletter|,/newsletters|,/legal|,/section|,/sections|,/columnist|,/columnists|,/staff|,/contributor|,
      /contributors|,/archive|,/archives|,/rss|,/feed|,/thema|,/themen|,/tema|,/kategorie|,/etiqueta|,/autor|,
      /autoren|,/subscri,/advert,/privacy,/terms,/cookie
      """
    ]
  ) { $0 == nil || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
}

/// Properties of a path, found in one pass.
private struct PathShape {
  private(set) var partCount = 0
  /// One of its parts is a year.
  private(set) var hasYear = false
  /// It has five consecutive digits.
  private(set) var hasLongNumber = false
  private var last = 0..<0

  init(_ path: UnsafeBufferPointer<UInt8>) {
    var (start, digits) = (0, 0)
    for position in 0...path.count {
      if position == path.count || path[position] == UInt8(ascii: "/") {
        endPart(start..<position, digits, path)
        (start, digits) = (position + 1, 0)
      } else {
        digits = ASCII.isDigit(path[position]) ? digits + 1 : 0
        if digits == 5 { hasLongNumber = true }
      }
    }
  }

  private mutating func endPart(_ part: Range<Int>, _ digits: Int, _ path: UnsafeBufferPointer<UInt8>) {
    if part.isEmpty { return }
    partCount += 1
    last = part
    guard part.count == 4, digits == 4 else { return }
    let (first, second) = (path[part.lowerBound], path[part.lowerBound + 1])
    if first == UInt8(ascii: "1") && second == UInt8(ascii: "9")
      || first == UInt8(ascii: "2") && second == UInt8(ascii: "0")
    {
      hasYear = true
    }
  }

  /// The length of the last part without `.html` and the like, and the number of dashes in it.
  func nameLength(in path: UnsafeBufferPointer<UInt8>) -> (length: Int, dashes: Int) {
    var (end, dashes) = (last.upperBound, 0)
    if let dot = path[last].lastIndex(of: UInt8(ascii: ".")), (3...6).contains(end - dot) { end = dot }
    for position in last.lowerBound..<end {
      switch path[position] {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "%"): dashes += 1
      default: break
      }
    }
    return (end - last.lowerBound, dashes)
  }
}

/// Link texts that are not headlines: `Read more about this`, `Sign up for our newsletter`.
enum GenericLinkText {
  /// Whether a text begins like one of them.
  static func begins(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = text.indices.first { ASCII.isLetter(text[$0]) || text[$0] >= 0x80 }
    return start.map { beginnings.end(at: $0, in: text) != nil } ?? true
  }

  private static let beginnings = PhraseMatcher(
    [
      """
      read more,read full,read the,read on,more|,continue,learn more,click,see more,see all,view,watch now,share,next,
      previous,prev,subscribe,sign up,sign in,log in,follow,comment|,comments|,leave a,download,add to,shop,buy,get ,
      join,contact,about,terms,privacy,cookie,go to,back to,skip to,all rights,powered by,advertise,manage,
      your privacy,your account,your ad,do not sell
      """
    ]
  ) { $0.map { !ASCII.isLetter($0) && !ASCII.isDigit($0) } ?? true }
}
