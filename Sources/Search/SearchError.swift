/// Why an index of words cannot be used. Nothing is lost: texts are searched instead.
public enum SearchError: Error, Hashable {
  /// It cannot be opened, read or written, in SQLite's words.
  case index(path: String, reason: String)
  /// It is damaged.
  case damaged(path: String)
  /// Another program is making it.
  case inUse(path: String)
}
