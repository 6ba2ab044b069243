import Text

/// Line beginnings that are typical of text interrupting a story, below a story, or above a headline.
struct LineOpening: OptionSet {
  let rawValue: UInt32
  /// In the middle of a story: links to other stories, pictures, appeals.
  static let between = LineOpening(rawValue: 1)
  /// Below a story.
  private static let after = LineOpening(rawValue: 2)
  private static let comments = LineOpening(rawValue: 4)
  private static let leadsToComments = LineOpening(rawValue: 8)
  /// Above headlines, but not itself a headline.
  static let aboveHeadlines = LineOpening(rawValue: 16)

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The kind of beginning that these bytes have, ignoring case.
  init(of line: UnsafeBufferPointer<UInt8>) {
    rawValue = LineOpening.matcher.groups(at: 0, in: line)
  }

  /// Whether a line with this beginning is furniture below a story: `12 Comments`, `Leave a reply`, `Most read`.
  func isAfterStory(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if contains(.after) { return true }
    var (opening, rest) = (self, line)
    while !rest.isEmpty {
      if opening.contains(.comments) { return true }
      if ASCII.isDigit(rest[0]) {
        let digits = rest.prefix { ASCII.isDigit($0) }.count
        let next = rest.firstWord(from: digits)
        guard next > digits else { return false }
        rest = rest.dropping(first: next)
      } else if opening.contains(.leadsToComments), let blank = rest.firstIndex(of: 0x20) {
        rest = rest.dropping(first: blank + 1)
        if rest.hasPrefixIgnoringCase("a ") { rest = rest.dropping(first: 2) }
        if rest.hasPrefixIgnoringCase("the ") { rest = rest.dropping(first: 4) }
      } else {
        return false
      }
      opening = LineOpening(of: rest)
    }
    return false
  }

  /// In the order of the options.
  private static let matcher = PhraseMatcher(
    [
      """
      related,recommended,read next,read more,read also,also read,also on,also in,also see,see also,don't miss,
      don’t miss,more from,more on,more in,more stories,more news,more about,more like,more :,advertis,sponsored,
      promoted,story continues,continue reading,article continues,sign up,subscribe,newsletter,photo,loading,trending,
      you may,you might,what to read,editor's pick,editors' pick,editors pick,editor’s pick,editors’ pick,follow,
      mehr zum,mehr von,mehr zu,auch interessant,lesen sie,anzeige,teilen,à lire,lire aussi,publicit,partager,
      relacionad,te puede,lea ,compartir,leggi,condividi,leia,lees,czytaj,zobacz,reklama,читайте,реклама,по теме,
      διαβάστε,σχετικ,相关,相關,関連,分享,watch|,share|,tweet|,image|,play|,video|
      """,
      """
      most read,most popular,most viewed,most shared,most recent,most commented,popular,latest,top stories,up next,
      about author,about us,about the author,about the us,filed under,in this article,copyright,©,(c),all rights,
      posted in,posted by,posted on,email,e-mail,log in,sign in,categor,contact,privacy,terms,kommentar,
      schlagw,themen,meistgelesen,commentaire,sur le mem,sur le mêm,mots,comentario,etiquetas,commenti,
      reacties,komentarz,tagi,комментари,теги,самые,σχόλια,ετικέτες,评论,評論,上一篇,下一篇,责任编辑,コメント,
      tag|,tags|,topic|,topics|,next|,previous|,print|
      """,
      "comment|,comments|,reply|,replies|,conversation|,discussion|,response|,responses|",
      "no ,view ,show ,all ,leave a ,add ,add a ,post a ,join the ",
      "by ,share,published,updated,posted,you are here,skip to,subscribe,sign,home|",
    ].map(PhraseMatcher.inAnyCase), endsWord: PhraseMatcher.endsWordOfText)
}
