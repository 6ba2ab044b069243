import PageFormats

/// The site's own lines in one language, for pages made in tests.
struct Chrome {
  var promotion = "Try Our AI Features"
  var explore = "Explore what Daily8 AI can do for you:"
  var comments = "Comments"
  var noComments = "No comments yet..."
  var related = "Related Articles"
  var hashtags = "Hashtags"

  static let english = Chrome()
  static let arabic = Chrome(
    promotion: "جرب ميزات الذكاء الاصطناعي لدينا", explore: "اكتشف ما يمكن أن يفعله Daily8 AI من أجلك:",
    comments: "التعليقات", noComments: "لا يوجد تعليقات بعد...", related: "أخبار ذات صلة", hashtags: "هاشتاغز"
  )
}

/// A related story as a page lists it.
struct Listed {
  var title = "Tin index slips"
  var source = "North Wire"
  var when = "23 minutes ago"
  var categories: [String] = []
  var body = "The tin index slipped by two points."

  var styleA: String {
    let bullets = (categories + [source]).map { "  • \($0)\n" }.joined()
    let text = body.isEmpty ? "" : "\(body)\n\n"
    return "\(title)\n\(title)\n\n\(source)\n\ntime\(when)\n\n\(bullets)\n\(title)\n\n\(text)"
  }

  var styleB: String {
    "\(source)\n\(when)\n- \(source)\n\(title)\n" + (body.isEmpty ? "" : "\(body)\n")
  }
}

/// A page of style A: `logo`, the title twice, source and age glued together.
struct StyleA {
  var title = "Fog closes the harbour"
  var byline: String? = "The Meridian16 hours ago"
  var body = ["The fog came at six.", "Boats stayed in the harbour."]
  var chrome = Chrome.english
  var comments: [String] = []
  var commentsHeading: String?
  var related = [Listed()]
  var hasPromotion = false

  var text: String {
    let top = "logo\n\(title)\n\n\(title)\n\n" + (byline.map { "\($0)\n" } ?? "")
    let said = comments.isEmpty ? [chrome.noComments] : comments
    let furniture =
      ["Orange background", chrome.promotion, chrome.explore, commentsHeading ?? chrome.comments] + said
      + [chrome.related]
    return top + body.map { "\($0)\n" }.joined() + furniture.map { "\($0)\n\n" }.joined()
      + related.map(\.styleA).joined() + (hasPromotion ? promotion : "")
  }

  var promotion: String {
    "DOWNLOAD THE APP\n\nGet Started Now: Download the App\n\n"
      + "Ready to dive into a world of global content with local flavor? "
      + "Download Daily8 app today from your preferred app store and start exploring.\napp-storeplay-store"
  }
}

/// A page of style B: everything once, without blank lines between the furniture.
struct StyleB {
  var title = "Fog closes the harbour"
  var body = ["The fog came at six.", "Boats stayed in the harbour."]
  /// Nil: a page without the label.
  var tags: [String]? = []
  var chrome = Chrome.english
  var related = [Listed()]
  /// Blank lines before a related story.
  var gap = 2
  var startsBlank = true

  var text: String {
    let story = ([title] + body + (tags.map { [chrome.hashtags] + $0 } ?? [])).map { "\($0)\n" }.joined()
    let furniture = [chrome.promotion, chrome.explore, chrome.comments, chrome.noComments, chrome.related]
    let stories = related.map { String(repeating: "\n", count: gap) + $0.styleB }.joined()
    return (startsBlank ? "\n" : "") + story + "\n" + furniture.map { "\($0)\n" }.joined() + stories
  }
}

/// A page with the latest stories of one topic.
struct TopicPage {
  var heading = "Latest news with #Foghorn"
  var stories = [Listed(categories: ["Business"])]

  var text: String { "logo\n#\n\n\(heading)\n\n" + stories.map(\.styleA).joined() }
}

extension PageParser {
  static func page(_ text: String, savedAt saved: Int64? = nil) -> Page {
    page(Array(text.utf8), savedAt: saved)
  }
}
