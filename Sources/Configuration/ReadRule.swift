/// When a story counts as read.
public enum ReadRule: Hashable, Sendable {
  /// As soon as it is opened.
  case open
  /// When its last line has been seen.
  case end
  /// When it has been open for a number of seconds.
  case after(seconds: Int)
  /// Only when the reader marks it.
  case manual

  /// The times that can be set, in seconds.
  static let seconds = 1...3_600

  static let words = [
    Word("open", "when it is opened"), Word("end", "when its last line has been seen"),
    Word("manual", "only when you mark it"),
    Word("5 s", "when it has been open for 5 seconds, or any other number"),
  ]

  /// Reads one of the words, or a time: `5 s`, `5s` or `5`.
  init?(_ text: String) {
    switch text {
    case "open": self = .open
    case "end": self = .end
    // “hand” is the earlier name.
    case "manual", "hand": self = .manual
    default:
      let number = text.hasSuffix(" s") ? text.dropLast(2) : text.hasSuffix("s") ? text.dropLast() : text[...]
      guard let seconds = Int(number), ReadRule.seconds.contains(seconds) else { return nil }
      self = .after(seconds: seconds)
    }
  }
}

extension ReadRule: CustomStringConvertible {
  /// As written in the file.
  public var description: String {
    switch self {
    case .open: "open"
    case .end: "end"
    case .manual: "manual"
    case .after(let seconds): "\(seconds) s"
    }
  }
}
