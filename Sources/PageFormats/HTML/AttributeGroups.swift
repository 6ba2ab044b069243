/// What the class and id names of elements tell about the content, in groups of words.
///
/// The groups were collected by hand from pages of many sites; their weights were learned (``StoryModel``).
enum AttributeGroup: Int, CaseIterable {
  case comments, related, sharing, promotion, signUp, navigation, footer, sidebar, author, media, details,
    dialog
  case hidden, header, summary, quote, storyBody, article, boxes

  /// The groups whose words occur in an element's names, one bit for each. The names are in lower case, with a dash
  /// before each former capital letter.
  static func found(in names: UnsafeBufferPointer<UInt8>) -> UInt32 { matcher.groups(in: names) }

  private static let matcher = PhraseMatcher(allCases.map(\.words)) { byte in
    byte == nil || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: " ")
  }

  /// In the syntax of ``PhraseMatcher``.
  private var words: String {
    switch self {
    case .comments: "comment,disqus,respond,reply,replies,livefyre,forum,discuss"
    case .related:
      """
      relat,recommend,|rec|,|recs|,read-?more,read-?next,read-?also,more-?stories,more-?news,more-?from,more-?on,
      more-?articles,more-?posts,more-?like,also-?like,you-?may,suggest,similar,popular,trending,most-?read,
      most-?viewed,latest,outbrain,taboola,up-?next,next-?post,next-?article,next-?story,prev-?post,prev-?article,
      previous-?post,previous-?article,teaser,carousel,slider,card-?list,see-?also,further,in-?other
      """
    case .sharing:
      """
      share,sharing,social,sns,follow,facebook,twitter,addthis,whatsapp,tweet-?this,tweet-?button,like-?button,print
      """
    case .promotion:
      """
      promo,|ad|,|ads|,advert,sponsor,banner,|dfp,commercial,affiliate,donat,paywall,offer,shop,store,product,buy,
      price,coupon,deal
      """
    case .signUp:
      """
      newsletter,subscri,sign-?up,sign-?in,log-?in,register,mailing,email,opt-?in,cta,call-?to
      """
    case .navigation:
      """
      nav|,navigation|,navbar|,menu,breadcrumb,pagination,pager,paging,skip,toolbar,tab|,tabs|,toc|,
      table-of-contents,search
      """
    case .footer: "foot!note,copyright,colophon,legal,disclaim,rights"
    case .sidebar:
      """
      side-?bar,|side|,aside,widget,rail,right-?col,left-?col,column-?right,column-?left,secondary,tertiary,
      complementary
      """
    case .author:
      "author,byline,|bio,contributor,writer,reporter,profile,avatar,about-?the,columnist"
    case .media:
      """
      caption,credit,gallery,photo,image,picture,video,player,media,thumb,figure,slideshow,embed,legend
      """
    case .details:
      """
      meta,date,time|,timestamp|,publish,posted,category,categories,|tag|,|tags|,tag-?list,tagged,taxonomy,topic,
      keyword,label,kicker,eyebrow,dateline,reading-?time,info|
      """
    case .dialog:
      """
      cookie,consent,gdpr,modal,popup,pop-up,overlay,lightbox,dialog,tooltip,dropdown,alert,notice,notification,
      message,loading,error,toast,flyout,off-?canvas,drawer
      """
    case .hidden:
      """
      hidden,sr-only,screen-reader,visually,|hide,invisible,no-?print,d-none,offscreen,accessib
      """
    case .header: "header,masthead,top-?bar,logo,branding,hero"
    case .summary:
      """
      summary,excerpt,standfirst,subtitle,sub-?head,|dek,deck,intro,lead,lede,abstract,teaser-?text,description,
      highlights,key-?points,key-?takeaways
      """
    case .quote: "pull-?quote,quote"
    case .storyBody:
      """
      article[-_]?body,article[-_]?text,article[-_]?content,article[-_]?copy,article--body,article--content,
      story[-_]?body,story[-_]?text,story[-_]?content,story[-_]?copy,story--body,story--content,entry-?content,
      entry-?body,entry-?text,post[-_]?content,post[-_]?body,post[-_]?text,post[-_]?entry,post--content,body-?copy,
      body-?text,body-?content,content-?body,content-?text,content-?article,page-?content,news-?text,news-?body,
      news-?content,main-?text,main-?content,main-?body,text-?body,text-?content,rich-?text,wysiwyg,prose,
      paragraph,the-?content,field-name-body,field--name-body,c-content,artikel,texto,cuerpo,corps
      """
    case .article:
      """
      article,story,post!nav!meta!tag!share!foot!author!related,entry,content,blog,news,main,text,body
      """
    case .boxes:
      """
      infobox,fact-?box,box|,sidebar-?box,callout,note|,inset,pull,correction,editor,timeline,poll,quiz,survey,rating,
      review,stock,ticker,weather,scoreboard
      """
    }
  }
}
