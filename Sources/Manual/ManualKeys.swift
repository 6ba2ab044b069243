import Queries
import Reader

/// The keys and the language of queries, in the manual.
extension ManualPage {
  func writeKeys(to page: inout RoffPage) {
    page.heading("KEYS")
    ManualProse.keys.forEach { page.paragraph($0) }
    for group in KeyGroup.all(of: keys) {
      page.subheading(group.heading)
      for entry in group.entries {
        let names = entry.names.map { "`\($0)`" }.joined(separator: ", ")
        page.entry(RoffText.bold(entry.keys.joined(separator: "  ")), "\(entry.help) (\(names))")
      }
    }
  }

  func writeQueries(to page: inout RoffPage) {
    page.heading("QUERIES")
    ManualProse.queries.forEach { page.paragraph($0) }
    for keyword in QueryKeyword.allCases { page.entry(RoffText.bold(keyword.rawValue), keyword.help) }
    for key in QueryKey.allCases {
      page.entry(RoffText.bold(key.rawValue + ":") + RoffText.italic("value"), key.help)
    }
    ManualProse.queryOperators.forEach { page.entry(RoffText.bold($0.term), $0.text) }
    ManualProse.words.forEach { page.paragraph($0) }
  }
}
