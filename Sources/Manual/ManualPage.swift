public import Reader

/// The manual page, `broadsheet(1)`: generated from the program's tables if there are any, otherwise from prose.
public struct ManualPage: Sendable {
  let outline: CommandLineOutline
  let version: String
  let keys: [CommandRow]
  let themes: [String]

  /// The page of a program with these commands and keys, and the themes that come with it.
  public init(_ outline: CommandLineOutline, version: String, keys: [CommandRow], themes: [String]) {
    (self.outline, self.version, self.keys, self.themes) = (outline, version, keys, themes)
  }

  /// The page, for `man`.
  public var text: String {
    let name = outline.program.name
    var page = RoffPage(title: name.uppercased(), version: "\(name) \(version)")
    page.heading("NAME")
    page.paragraph("\(name) - \(ManualPage.phrase(outline.program.abstract))")
    writeSynopsis(to: &page)
    page.heading("DESCRIPTION")
    ManualProse.description.forEach { page.paragraph($0) }
    writeCommands(to: &page)
    writeKeys(to: &page)
    writeQueries(to: &page)
    writeSections(ManualProse.reading, to: &page)
    writeConfiguration(to: &page)
    writeSections(ManualProse.surroundings, to: &page)
    page.heading("EXAMPLES")
    for example in ManualProse.examples {
      page.paragraph(example.text)
      page.example(example.lines)
    }
    return page.text
  }

  private func writeSections(_ sections: [ManualProse.Section], to page: inout RoffPage) {
    for section in sections {
      page.heading(section.heading)
      section.paragraphs.forEach { page.paragraph($0) }
      section.entries.forEach { page.entry(RoffText.bold($0.term), $0.text) }
      if !section.example.isEmpty { page.example(section.example) }
    }
  }

  /// A sentence, in lower case and without its full stop.
  private static func phrase(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
