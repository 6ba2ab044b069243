/// The words that stand by themselves in a query, and what they ask of a story.
public enum QueryKeyword: String, CaseIterable, Sendable {
  case unread, read, started, starred, noted, archived, page, related, copies, new

  /// A line of help.
  public var help: String {
    switch self {
    case .unread: "not read yet"
    case .read: "read"
    case .started: "begun, and not read to the end"
    case .starred: "with a star"
    case .noted: "with a note"
    case .archived: "archived; otherwise left out"
    case .page: "saved with a page of its own"
    case .related: "known only from the pages that list it"
    case .copies: "with a copy under another headline or from another source"
    case .new: "unread, and no copy of a story that was read; before another word (new york) a word like that"
    }
  }
}

/// The words that stand before a colon in a query, and what they ask of a story.
public enum QueryKey: String, CaseIterable, Sendable {
  case source, author, topic, label, since, before, site, url, lang, format, thread

  /// A line of help.
  public var help: String {
    switch self {
    case .source: "published by somebody with this in the name"
    case .label: "with this label of yours"
    case .author: "written by somebody with this in the name"
    case .site: "saved from a site with this in its name"
    case .url: "with this in the web address"
    case .lang: "in this language: en, pt-BR"
    case .thread: "in the thread of the story with this ID, as list prints it"
    case .format: "saved as text, html or markdown"
    case .topic: "about something with this in the name"
    case .since: "from a day on (2025-06-01, 2025-06, 2025) or not older than this (3h, 3d, 2w, 6m, 1y)"
    case .before: "before a day (2025-06-01, 2025-06, 2025) or older than this (3h, 3d, 2w, 6m, 1y)"
    }
  }
}
