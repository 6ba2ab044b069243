/// The file that `broadsheet config --defaults` prints: every option with its default, its help and possible values.
/// Reading it results in the defaults.
public struct CommentedFile: Sendable {
  private let context: ConfigurationContext
  private let defaults = Settings()

  /// The maximum length of a line, in characters, for terminals of 80 columns.
  private static let width = 78

  /// The file for a program with these commands, keys and themes.
  public init(_ context: ConfigurationContext) {
    self.context = context
  }

  /// The whole text.
  public var text: String {
    let head = """
      All options of Broadsheet, at their defaults. Keep the lines you change and delete the others. Save the file as \
      config.yaml in $XDG_CONFIG_HOME/broadsheet (usually ~/.config/broadsheet); changes take effect while you read.
      """
    let parts = [comment(head)] + ConfigurationOption.table.map { lines(of: $0) }
    return parts.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private func lines(of option: ConfigurationOption) -> [String] {
    let help = comment(option.help + ".")
    switch option.content {
    case .value(let type, let get, _):
      return help + choices(of: type) + ["\(option.name): \(CommentedFile.scalar(get(defaults)))"]
    case .several(let example, _):
      return help + ["\(option.name):"] + example(context).map { "#  \($0)" }
    }
  }

  /// Words with help, one per line; words without help, and ranges of numbers, as a sentence.
  private func choices(of type: ValueType) -> [String] {
    if case .number(let range, let unit) = type {
      return comment("From \(range.lowerBound) to \(range.upperBound) \(unit).")
    }
    let words = type.words(context)
    let explained = words.filter { !$0.help.isEmpty }
    let width = explained.map(\.name.count).max() ?? 0
    let others = words.filter(\.help.isEmpty).map(\.name).joined(separator: ", ")
    return explained.map { "#   \($0.name.padded(to: width))  \($0.help)" } + comment(others, "#   ")
  }

  /// Text wrapped into comment lines.
  private func comment(_ text: String, _ start: String = "# ") -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= CommentedFile.width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(start + word)
      }
    }
    return lines
  }

  /// A text as a YAML scalar, in quotes if it might otherwise mean something else.
  static func scalar(_ text: String) -> String {
    let isPlain =
      text != "null" && !["-", " "].contains(text.first ?? " ") && text.last != " "
      && text.utf8.allSatisfy(isPlainInside)
    return isPlain ? text : "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  private static func isPlainInside(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "^"),
      UInt8(ascii: "-"), UInt8(ascii: " "):
      true
    default: false
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}

extension ConfigurationContext {
  /// The default keys, as lines below `keys`.
  var keyLines: [String] {
    let help = Dictionary(commands.map { ($0.name, $0.help) }) { first, _ in first }
    return KeyPane.allCases.flatMap { pane -> [String] in
      let own = keys.filter { $0.pane == pane }
      let lines = own.map { "  \(CommentedFile.scalar($0.keys.description)): \($0.command ?? "none")" }
      let width = lines.map(\.count).max() ?? 0
      let helped = zip(own, lines).map { binding, line in
        "\(line.padded(to: width))  # \(help[binding.command ?? ""] ?? "")"
      }
      return own.isEmpty ? [] : ["\(pane.rawValue):"] + helped
    }
  }
}
