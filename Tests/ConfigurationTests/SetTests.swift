import Configuration
import Queries
import Testing

@Suite("Options on the command line")
struct SetTests {
  @Test(
    arguments: [
      ("layout", "single", .with { $0.layout = .single }), ("line-width", "66", .with { $0.lineWidth = 66 }),
      ("measure", "66", .with { $0.lineWidth = 66 }),
      ("theme", "foghorn", .with { $0.theme = "foghorn" }), ("mouse", "off", .with { $0.mouse = false }),
      ("read", "5s", .with { $0.read = .after(seconds: 5) }),
      ("sort", "-length", .with { $0.sort = StorySort(.length, isReversed: true) }),
      ("group", "topic", .with { $0.group = .topic }),
      ("save-folder", "~/news", .with { $0.saveFolder = "/home/ada/news" }),
    ] as [(String, String, Settings)])
  func good(name: String, value: String, expected: Settings) {
    var settings = Settings()
    let problem = settings.set(name, value, .small)
    #expect(problem == nil)
    #expect(settings == expected)
  }

  @Test func bad() {
    var settings = Settings()
    let layouts = ExpectedValue.words(["auto", "columns", "stacked", "single"])
    let problem = settings.set("layout", "colums", .small)
    #expect(problem?.fault == .badValue(.text("colums"), expected: layouts, nearest: "columns"))
    #expect(problem?.path == "layout")
    #expect(problem?.line == nil)
    let several = settings.set("keys", "x", .small)
    #expect(several?.fault == .onlyInFile)
    let unknown = settings.set("line-widht", "60", .small)
    if case .unknownName("line-widht", let expected, "line-width") = unknown?.fault {
      #expect(expected.contains("line-width") && !expected.contains("keys"))
    } else {
      Issue.record("an unknown option was taken")
    }
    let others = [settings.set("save-folder", "a\u{1B}[2J", .small), settings.set("line-width", "", .small)]
    #expect(!others.contains(nil))
    #expect(settings == Settings())
  }

  @Test(
    arguments: [
      ("la", ["layout"]), ("m", ["mouse"]), ("l", ["layout", "line-width"]), ("keys", []),
      ("layout=", ["auto", "columns", "stacked", "single"]),
      ("layout=s", ["stacked", "single"]), ("theme=f", ["foghorn"]), ("line-width=", []), ("nothing=", []),
      ("mouse=", ["true", "false"]),
    ])
  func completion(typed: String, words: [String]) {
    #expect(ConfigurationOption.completions(of: typed, .small).map(\.name) == words)
  }

  @Test func completionHasHelp() {
    for word in ConfigurationOption.completions(of: "", .small)
      + ConfigurationOption.completions(of: "read=", .small)
    {
      #expect(!word.help.isEmpty, "\(word.name)")
    }
  }
}
