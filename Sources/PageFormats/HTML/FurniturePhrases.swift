import Text

/// Phrases that occur around stories. They were collected by hand from pages in twelve languages; their weights were
/// learned (``StoryModel``).
enum FurniturePhrases {
  /// Whether a text begins like furniture: `Read more`, `Share`, `Photo:`, `12 comments`.
  static func begin(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < text.count {
      let (scalar, length) = text.scalar(at: position)
      if WordScalar.isWord(scalar) {
        return beginnings.end(at: position, in: text) != nil || isCount(text.dropping(first: position))
      }
      if scalar == "©" { return true }
      position += length
    }
    return false
  }

  /// Whether a text contains what stories seldom contain: `All rights reserved`, `Subscribe`, an address, a handle.
  static func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool { anywhere.isFound(in: text) }

  /// A count of comments or shares: `12 comments`, `3 shares`.
  private static func isCount(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = text.prefix { ASCII.isDigit($0) }.count
    guard digits > 0, digits < text.count, text[digits] == 0x20 else { return false }
    let rest = text.dropping(first: digits + 1)
    return rest.hasPrefixIgnoringCase("comment") || rest.hasPrefixIgnoringCase("share")
  }

  @Sendable
  private static func endsWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return !ASCII.isLetter(byte) && !ASCII.isDigit(byte) && byte != UInt8(ascii: "_") && byte < 0x80
  }

  private static let anywhere = PhraseMatcher(
    [
      """
      ©,copyright,all rights reserved,reproduced without,terms of use,terms of service,privacy policy,cookie|,
      cookies|,newsletter,subscribe,sign up,log in,click here,follow us,follow me,follow him,follow her,follow @,
      follow on,on twitter,on facebook,@+,email|,e-mail|,http://,https://,www.,getty images,|afp|,reuters/,
      |ap photo,material may not,may earn,commission,associated press
      """
    ], endsWord: endsWord)

  private static let beginnings = PhraseMatcher([english, otherLanguages], endsWord: endsWord)

  private static let english = """
    by|,from|,share|,follow|,read more,read also,read next,also read,see also,related,more:,more on,more from,
    click here,click to,sign up,subscribe,advert,photo:,photos:,image:,credit,source:,sources,copyright,all rights,
    update|,updated|,published,posted,last updated,last modified,comment|,comments|,tag:,tags:,filed under,tagged,
    topic:,topics:,watch,listen,video,recommended,popular,trending,newsletter,get the,get our,download,print,email,
    skip,loading,leave a comment,leave a reply,continue reading,story continues,sponsored,don't miss,don’t miss,
    view all,view more,load more,show more,editor's note,editor’s note,follow us,contact,have a tip,have a story,
    join,this article was,this article is,this article first,this article originally,this story was,this story is,
    this story first,this story originally,this post was,this post is,this post first,this post originally,
    originally published,you may like,you may be,you may also like,you may also be,you might like,you might be,
    you might also like,you might also be,up next,what to read,keep reading,most read,most popular,most viewed,
    most shared,latest news,latest stories,latest posts,latest articles,top stories,reporting by,edited by,
    writing by,additional reporting,to comment,to report,write to,the author is,the writer is,about the author,
    thank
    """

  private static let otherLanguages = """
    lesen sie,mehr zum thema,auch interessant,weiterlesen,kommentar,teilen,quelle:,foto:,lees ook,lire aussi,
    à lire,À lire,voir aussi,leggi anche,leggi altro,leggi tutto,articoli correlati,leia também,leia mais,
    veja também,veja mais,você pode gostar,artigos relacionados,te puede interesar,lee también,lea también,
    ver también,más noticias,más información,más sobre,más en,artículos relacionados,articulos relacionados,
    читайте также,Читайте также,по теме,По теме,関連記事,おすすめ,相关,اقرأ أيضا
    """
}
