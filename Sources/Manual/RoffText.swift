/// Escapes text for a manual page, so that the formatter treats none of it as a command.
enum RoffText {
  /// One line of text.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars { result += escaped(scalar) }
    // At the start of a line these two start commands.
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }

  /// An argument of a macro.
  static func argument(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// Bold, for literal text.
  static func bold(_ text: String) -> String { "\\fB" + escaped(text) + "\\fR" }

  /// Italic, for placeholders.
  static func italic(_ text: String) -> String { "\\fI" + escaped(text) + "\\fR" }

  /// Text in which parts between `` ` `` are set bold.
  static func prose(_ text: String) -> String {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    let pieces = parts.enumerated().map { $0.isMultiple(of: 2) ? escaped($1) : bold($1) }
    return pieces.joined()
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": "\\(rs"
    // Otherwise these are printed as typographic characters.
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
