import Queries

extension Settings {
  /// Changes one option, as `:set` does: `name=value`.
  /// - Returns: problems, in which case nothing is changed.
  public mutating func set(_ assignment: String, _ context: ConfigurationContext) -> ConfigurationProblem? {
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0.drop { $0 == " " }) }
    return set(parts.first ?? "", parts.count > 1 ? parts[1] : "", context)
  }

  /// Changes one option.
  /// - Returns: problems, in which case nothing is changed.
  public mutating func set(
    _ name: String, _ value: String, _ context: ConfigurationContext
  ) -> ConfigurationProblem? {
    guard let option = ConfigurationOption.named(name) else {
      let names = ConfigurationOption.table.filter(\.canBeSet).map(\.name)
      return ConfigurationProblem(
        .unknownName(name, expected: names, nearest: NearestWord.nearest(to: name, in: names)))
    }
    guard case .value(let type, _, let change) = option.content else {
      return ConfigurationProblem(.onlyInFile, path: option.name)
    }
    guard SettingReader.isOneLine(value), let value = type.value(value, context) else {
      let nearest = type.nearest(to: value, context)
      return ConfigurationProblem(
        .badValue(.text(value), expected: type.expected(context), nearest: nearest), path: option.name)
    }
    change(&self, value)
    return nil
  }
}

extension ConfigurationOption {
  /// Completions of the text typed after `:set`: names of options or, after `=`, values.
  public static func completions(of typed: String, _ context: ConfigurationContext) -> [Word] {
    guard let sign = typed.firstIndex(of: "=") else {
      return table.filter { $0.canBeSet && $0.name.hasPrefix(typed) }.map { Word($0.name, $0.help) }
    }
    let start = typed[typed.index(after: sign)...]
    return named(String(typed[..<sign]))?.words(context).filter { $0.name.hasPrefix(start) } ?? []
  }
}
