/// What is wrong with a query, and what was expected instead.
public enum QueryError: Error, Hashable, Sendable {
  /// No such word before a colon.
  case unknownKey(String, nearest: QueryKey?)
  /// Nothing behind the colon.
  case missingValue(QueryKey)
  /// No date and no age.
  case badTime(String, key: QueryKey, nearest: String?)
  /// No format that pages are saved in.
  case badFormat(String, nearest: String?)
  /// No ID of a story.
  case badID(String)
  /// No story has such a source or topic.
  case unknownName(String, key: QueryKey, nearest: String?)
  /// A quotation mark without its other half.
  case unclosedQuote
  /// A parenthesis without its other half.
  case unclosedParenthesis, unopenedParenthesis
  /// Nothing in parentheses.
  case emptyParentheses
  /// Nothing on one side of an OR.
  case missingTerm
  /// Nothing behind a NOT.
  case missingNegated
  /// The rest of the query is left out: it is longer or has more parentheses in each other than any query needs.
  case tooLong
}

/// A place in a query where something is wrong. The rest of the query is good all the same.
public struct QueryProblem: Hashable, Sendable {
  /// Where, in bytes of UTF-8.
  public var range: Range<Int>
  /// What.
  public var error: QueryError
  /// It may come right when more is typed at the end.
  public var isUnfinished: Bool

  /// A problem at a place.
  public init(_ error: QueryError, at range: Range<Int>, isUnfinished: Bool = false) {
    (self.error, self.range, self.isUnfinished) = (error, range, isUnfinished)
  }
}
