import Text

/// Whether an address may be that of a story.
enum StoryAddress {
  /// By its path: not one of those that lead to lists, accounts and the like, and as long as those of stories are.
  static func isStory(_ address: WebAddress) -> Bool {
    let parts = address.path.split(separator: UInt8(ascii: "/"))
    guard let last = parts.last else { return isStory(query: address.query) }
    let name = withoutEnding(last)
    let dashes = name.reduce(0) { $0 + (joinsWords($1) ? 1 : 0) }
    let isLikely =
      dashes >= 2 || name.count >= 20 || hasLongNumber(address.path) || isStory(query: address.query)
      || parts.count >= 3 && (parts.contains(where: isYear) || dashes >= 1 && name.count >= 10)
    return isLikely && !leadsElsewhere(address.path)
  }

  /// By its query: `?id=1234`.
  static func isStory(query: ArraySlice<UInt8>) -> Bool {
    if query.isEmpty { return false }
    return query.split(separator: UInt8(ascii: "&")).contains { parameter in
      let name = parameter.prefix { $0 != UInt8(ascii: "=") }
      let isNumber = parameter[name.endIndex...].dropFirst().prefix { HTMLByte.isDigit($0) }.count >= 2
      return isNumber && numbered.contains { name.elementsEqual($0.utf8) }
    }
  }

  private static func joinsWords(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "%"): true
    default: false
    }
  }

  private static let numbered = ["id", "p", "story", "article", "aid", "newsid"]

  private static func withoutEnding(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), (3...6).contains(name.endIndex - dot) else {
      return name
    }
    return name[..<dot]
  }

  private static func hasLongNumber(_ path: ArraySlice<UInt8>) -> Bool {
    var digits = 0
    for byte in path {
      digits = HTMLByte.isDigit(byte) ? digits + 1 : 0
      if digits == 5 { return true }
    }
    return false
  }

  private static func isYear(_ part: ArraySlice<UInt8>) -> Bool {
    part.count == 4 && (part.starts(with: "19".utf8) || part.starts(with: "20".utf8))
      && part.allSatisfy(HTMLByte.isDigit)
  }

  private static func leadsElsewhere(_ path: ArraySlice<UInt8>) -> Bool {
    path.withUnsafeBufferPointer { others.isFound(in: $0) }
  }

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

/// Texts of links that are no headlines: `Read more about this`, `Sign up for our newsletter`.
enum GenericLinkText {
  /// Whether a text begins so.
  static func begins(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = text.indices.first { HTMLByte.isLetter(text[$0]) || text[$0] >= 0x80 }
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
  ) { $0.map { !HTMLByte.isLetter($0) && !HTMLByte.isDigit($0) } ?? true }
}
