/// An error in a query, with what was expected instead.
public enum QueryError: Error, Hashable, Sendable {
  /// The word before a colon is not a key.
  case unknownKey(String, nearest: QueryKey?)
  /// There is nothing after the colon.
  case missingValue(QueryKey)
  /// Neither a date nor an age.
  case badTime(String, key: QueryKey, nearest: String?)
  /// Not a format of pages.
  case badFormat(String, nearest: String?)
  /// Not an ID of a story.
  case badID(String)
  /// No story has such a source or topic.
  case unknownName(String, key: QueryKey, nearest: String?)
  /// A quotation mark without a closing one.
  case unclosedQuote
  /// A parenthesis without its counterpart.
  case unclosedParenthesis, unopenedParenthesis
  /// Nothing in parentheses.
  case emptyParentheses
  /// Nothing on one side of an OR.
  case missingTerm
  /// Nothing after a NOT.
  case missingNegated
  /// The query is too long, or its parentheses are too deeply nested; the rest is ignored.
  case tooLong
}

/// An error at a position in a query. The rest of the query is used.
public struct QueryProblem: Hashable, Sendable {
  /// The range of the error, in bytes of UTF-8.
  public var range: Range<Int>
  /// The error.
  public var error: QueryError
  /// Whether typing more at the end may correct it.
  public var isUnfinished: Bool

  /// A problem at a position.
  public init(_ error: QueryError, at range: Range<Int>, isUnfinished: Bool = false) {
    (self.error, self.range, self.isUnfinished) = (error, range, isUnfinished)
  }
}
