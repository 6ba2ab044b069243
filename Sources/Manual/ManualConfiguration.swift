import Configuration
import Display

/// The configuration in the manual, from the table of options.
extension ManualPage {
  func writeConfiguration(to page: inout RoffPage) {
    page.heading("CONFIGURATION")
    ManualProse.configuration.forEach { page.paragraph($0) }
    ConfigurationOption.table.forEach { write($0, to: &page) }
  }

  private func write(_ option: ConfigurationOption, to page: inout RoffPage) {
    let value = option.value(in: Settings())
    let term = RoffText.bold(option.name + ":") + (value.map { " " + RoffText.escaped($0) } ?? "")
    page.entry(term, option.help + "." + range(of: option))
    let words = option.words(context)
    page.indented { page in
      for word in words where !word.help.isEmpty { page.entry(RoffText.bold(word.name), word.help) }
      let others = words.filter(\.help.isEmpty).map { "`\($0.name)`" }
      if !others.isEmpty { page.paragraph(others.joined(separator: ", ")) }
      let example = option.example(context)
      if !example.isEmpty { page.example([option.name + ":"] + example.map { "  " + $0 }) }
    }
  }

  private func range(of option: ConfigurationOption) -> String {
    guard case .number(let range, let unit) = option.expected(context) else { return "" }
    return " From \(range.lowerBound) to \(range.upperBound) \(unit)."
  }

  /// For examples: only a few keys, because keys have a section of their own.
  private var context: ConfigurationContext {
    ConfigurationContext(
      home: "~", commands: keys.map { Word($0.name, $0.help) },
      keys: [
        KeyBinding(.everywhere, ["g", "g"], "top"), KeyBinding(.everywhere, ["Q"], nil),
        KeyBinding(.list, ["x"], "toggle-read"),
      ],
      themes: { [themes] in themes.map { Word($0) } })
  }
}
