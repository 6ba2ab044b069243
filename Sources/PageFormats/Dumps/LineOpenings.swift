import Text

/// What lines begin with that interrupt a story, follow one, or stand above one.
struct LineOpenings: Sendable {
  private struct Opening: Sendable {
    /// In lower case.
    var text: [UInt8]
    /// The word has to end there.
    var isWhole: Bool
  }

  /// By the first byte, in lower case.
  private var openings = [[Opening]](repeating: [], count: 256)

  /// - Parameters:
  ///   - words: beginnings of lines, apart by `|`.
  ///   - wholeWords: the same, for words that have to end there.
  private init(_ words: String, wholeWords: String = "") {
    for (list, isWhole) in [(words, false), (wholeWords, true)] {
      for text in list.split(separator: "|").map({ Array($0.utf8) }) {
        openings[Int(text[0])].append(Opening(text: text, isWhole: isWhole))
      }
    }
  }

  /// Whether a line begins with one of these.
  func matches(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    let lower = first < 0x80 ? ASCII.lowercased(first) : firstLowercased(line)
    return openings[Int(lower)].contains {
      line.startsIgnoringCase(with: $0.text) && !($0.isWhole && line.isWord(at: $0.text.count))
    }
  }

  private func firstLowercased(_ line: UnsafeBufferPointer<UInt8>) -> UInt8 {
    let lower = Letters.lowercased(line.scalar(at: 0).scalar.value)
    return Unicode.Scalar(lower).flatMap { String(Character($0)).utf8.first } ?? line[0]
  }

  /// In the middle of a story: other stories, pictures, appeals.
  static let between = LineOpenings(
    """
    related|recommended|read next|read more|read also|also read|also on|also in|also see|see also|don't miss|\
    don’t miss|more from|more on|more in|more stories|more news|more about|more like|more :|advertis|sponsored|\
    promoted|story continues|continue reading|article continues|sign up|subscribe|newsletter|photo|loading|trending|\
    you may|you might|what to read|editor's pick|editors' pick|editors pick|editor’s pick|editors’ pick|follow|\
    mehr zum|mehr von|mehr zu|auch interessant|lesen sie|anzeige|teilen|à lire|lire aussi|publicit|partager|\
    relacionad|te puede|lea |compartir|leggi|condividi|leia|lees|czytaj|zobacz|reklama|читайте|реклама|по теме|\
    διαβάστε|σχετικ|相关|相關|関連|分享
    """, wholeWords: "watch|share|tweet|image|play|video")

  /// Below a story.
  private static let after = LineOpenings(
    """
    most read|most popular|most viewed|most shared|most recent|most commented|popular|latest|top stories|up next|\
    about author|about us|about the author|about the us|filed under|in this article|copyright|©|(c)|all rights|\
    posted in|posted by|posted on|email|e-mail|log in|sign in|categor|contact|privacy|terms|kommentar|\
    schlagw|themen|meistgelesen|commentaire|sur le mem|sur le mêm|mots|comentario|etiquetas|commenti|\
    reacties|komentarz|tagi|комментари|теги|самые|σχόλια|ετικέτες|评论|評論|上一篇|下一篇|责任编辑|コメント
    """, wholeWords: "tag|tags|topic|topics|next|previous|print")
  private static let leadsToComments = LineOpenings(
    "no |view |show |all |leave a |add |add a |post a |join the ")
  private static let comments = LineOpenings(
    "",
    wholeWords: """
      comment|comments|reply|replies|conversation|discussion|response|responses
      """)

  /// What stands above headlines and is none.
  static let aboveHeadlines = LineOpenings(
    "by |share|published|updated|posted|you are here|skip to|subscribe|sign", wholeWords: "home")

  /// Whether a line is furniture below a story: `12 Comments`, `Leave a reply`, `Most read`.
  static func isAfterStory(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    if after.matches(line) { return true }
    var rest = line
    while !rest.isEmpty {
      if comments.matches(rest) { return true }
      if ASCII.isDigit(rest[0]) {
        let digits = rest.prefix { ASCII.isDigit($0) }.count
        let next = rest.firstWord(from: digits)
        guard next > digits else { return false }
        rest = rest.dropping(first: next)
      } else if leadsToComments.matches(rest), let blank = rest.firstIndex(of: 0x20) {
        rest = rest.dropping(first: blank + 1)
        if rest.startsIgnoringCase(with: Array("a ".utf8)) { rest = rest.dropping(first: 2) }
        if rest.startsIgnoringCase(with: Array("the ".utf8)) { rest = rest.dropping(first: 4) }
      } else {
        return false
      }
    }
    return false
  }
}
