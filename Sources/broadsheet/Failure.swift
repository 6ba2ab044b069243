/// Ends the program with messages on standard error.
struct Failure: Error {
  enum Kind: Int32 {
    case input = 1
    case usage = 2
  }

  var kind: Kind
  var messages: [String]

  var code: Int32 { kind.rawValue }

  /// A problem with the input.
  static func input(_ messages: String...) -> Failure { Failure(kind: .input, messages: messages) }
  /// Wrong usage.
  static func usage(_ message: String) -> Failure { Failure(kind: .usage, messages: [message]) }
}
