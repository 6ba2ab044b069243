import Configuration
import Manual
import Queries
import Reader
import Testing

/// The manual page, as its source and as its formatter's words.
struct ManualTests {
  private let source: String
  /// The entries of each section, by its heading.
  private let entries: [String: [String]]

  init() throws {
    source = try ManualPage(
      InventedProgram.outline, version: "1.2.3", keys: CommandRow.table, themes: ["paper-white"]
    ).text
    entries = ManualSource.entries(of: source)
  }

  @Test func itBeginsAsManualsDo() {
    #expect(source.hasPrefix(".TH \"BROADSHEET\" 1 \"\" \"broadsheet 1.2.3\" \"User Commands\"\n"))
    let headings = source.split(separator: "\n").filter { $0.hasPrefix(".SH ") }.map(String.init)
    #expect(headings.prefix(3) == [".SH \"NAME\"", ".SH \"SYNOPSIS\"", ".SH \"DESCRIPTION\""])
    #expect(Set(headings).count == headings.count)
  }

  @Test func itHasTheKeysOfTheTableAndNoOther() {
    let expected = KeyGroup.all(of: CommandRow.table).flatMap(\.entries).map {
      $0.keys.joined(separator: "  ")
    }
    #expect(entries["KEYS"] == expected)
    for row in CommandRow.table { #expect(source.contains("\\fB\(ManualSource.typed(row.name))\\fR")) }
  }

  @Test func itHasTheWordsOfQueriesAndTheirHelp() throws {
    let terms = try #require(entries["QUERIES"])
    let words = QueryKeyword.allCases.map(\.rawValue) + QueryKey.allCases.map { $0.rawValue + ":value" }
    #expect(terms.prefix(words.count) == words[...])
    for help in QueryKeyword.allCases.map(\.help) + QueryKey.allCases.map(\.help) {
      #expect(ManualSource.plain(source).contains(help))
    }
  }

  @Test func itHasTheCommandLineAsItIsShown() throws {
    let terms = try #require(entries["COMMANDS"])
    #expect(terms == ["paths", "--theme theme", "--plain", "-h, --help"])
    #expect(!source.contains("secret"))
    #expect(!source.contains("describe"))
  }

  @Test func itHasTheOptionsOfTheConfigurationAndNoOther() throws {
    let terms = try #require(entries["CONFIGURATION"])
    let names = terms.compactMap { $0.firstMatch(of: #/^([a-z-]+):/#).map { String($0.1) } }
    #expect(names == ConfigurationOption.table.map(\.name))
    let text = ManualSource.plain(source)
    for option in ConfigurationOption.table {
      #expect(text.contains(option.help + "."))
      if let value = option.value(in: Settings()) { #expect(terms.contains("\(option.name): \(value)")) }
    }
    for word in ["columns", "terminal", "-date", "paper-white", "From 20 to 120 columns."] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test func nothingInItIsTakenForACommandOfTheFormatter() {
    for line in source.split(separator: "\n") {
      let isMacro = line.wholeMatch(of: /\.(TH|SH|SS|PP|TP|RS|RE|nf|fi|nh|ad)( .*)?/) != nil
      #expect(isMacro || !(line.hasPrefix(".") || line.hasPrefix("'")), "\(line)")
      #expect(line.utf8.allSatisfy { $0 < 128 })
    }
  }

  @Test func theSameProgramHasTheSamePage() throws {
    let again = try ManualPage(
      InventedProgram.outline, version: "1.2.3", keys: CommandRow.table, themes: ["paper-white"]
    ).text
    #expect(again == source)
  }
}

/// Reads the source of a manual page.
enum ManualSource {
  /// The terms of the entries, by the heading above them.
  static func entries(of source: String) -> [String: [String]] {
    var (heading, isTerm) = ("", false)
    var entries: [String: [String]] = [:]
    for line in source.split(separator: "\n").map(String.init) {
      if line.hasPrefix(".SH ") { heading = line.dropFirst(4).filter { $0 != "\"" } }
      if isTerm { entries[heading, default: []].append(plain(line)) }
      isTerm = line == ".TP"
    }
    return entries
  }

  /// A text without its escapes.
  static func plain(_ text: String) -> String {
    var plain = text.replacing(/\\f[BIR]/, with: "").replacing("\\&", with: "").replacing("\\-", with: "-")
    for (escape, sign) in [
      ("\\(rs", "\\"), ("\\(aq", "'"), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"), ("\\(dq", "\""),
    ] { plain = plain.replacing(escape, with: sign) }
    return plain.replacing(/\\\[u([0-9A-F]+)\]/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }

  /// How what is typed stands in a source.
  static func typed(_ text: String) -> String { text.replacing("-", with: "\\-") }
}
