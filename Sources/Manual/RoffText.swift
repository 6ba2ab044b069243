/// Text as a manual page can have it: nothing in it is taken for a command of the formatter.
enum RoffText {
  /// A text of one line, to stand anywhere.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += escaped(scalar) }
    // At a line's beginning these two would be commands.
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }

  /// An argument of a macro, which can have blanks in it.
  static func argument(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// As it is typed.
  static func bold(_ text: String) -> String { "\\fB" + escaped(text) + "\\fR" }

  /// What stands for something else.
  static func italic(_ text: String) -> String { "\\fI" + escaped(text) + "\\fR" }

  /// A text in which what stands between `` ` `` is as it is typed.
  static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    let pieces = parts.enumerated().map { $0.isMultiple(of: 2) ? escaped($1) : bold($1) }
    return pieces.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": "\\(rs"
    // As they are typed: plain ones are printed as a hyphen, quotation marks and accents.
    case "-": "\\-"
    case "'": "\\(aq"
    case "`": "\\(ga"
    case "^": "\\(ha"
    case "~": "\\(ti"
    case "\"": "\\(dq"
    case "\n": " "
    case _ where scalar.isASCII: String(scalar)
    default: "\\[u" + hexadecimal(scalar) + "]"
    }
  }

  /// At least four digits.
  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
