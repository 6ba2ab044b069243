/// The keywords of queries.
public enum QueryKeyword: String, CaseIterable, Sendable {
  case unread, read, started, starred, noted, archived, page, related, copies, new

  /// Its meaning, for help.
  public var help: String {
    switch self {
    case .unread: "not read yet"
    case .read: "read"
    case .started: "started but not finished"
    case .starred: "with a star"
    case .noted: "with a note"
    case .archived: "archived; otherwise left out"
    case .page: "with a saved page of its own"
    case .related: "only listed on other pages"
    case .copies: "with a copy under another headline or from another source"
    case .new: "unread, and no copy of a story that was read; before another word (new york) a word like that"
    }
  }
}

/// The keys of queries, which are followed by a colon and a value.
public enum QueryKey: String, CaseIterable, Sendable {
  case source, author, topic, label, since, before, site, url, lang, format, thread

  /// Its meaning, for help.
  public var help: String {
    switch self {
    case .source: "with this in the name of the source"
    case .label: "with this label"
    case .author: "with this in the name of the author"
    case .site: "with this in the name of the site"
    case .url: "with this in the web address"
    case .lang: "in this language: en, pt-BR"
    case .thread: "in the thread of the story with this ID, as list prints it"
    case .format: "saved as text, html or markdown"
    case .topic: "with this in the name of a topic"
    case .since: "since a day (2025-06-01, 2025-06, 2025) or an age (3h, 3d, 2w, 6m, 1y)"
    case .before: "before a day (2025-06-01, 2025-06, 2025) or older than an age (3h, 3d, 2w, 6m, 1y)"
    }
  }
}
