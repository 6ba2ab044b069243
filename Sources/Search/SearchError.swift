/// Why a word index cannot be used. Texts are searched instead.
public enum SearchError: Error, Hashable {
  /// It cannot be opened, read or written; the reason is SQLite's.
  case index(path: String, reason: String)
  /// It is damaged.
  case damaged(path: String)
  /// Another program is building it.
  case inUse(path: String)
}
