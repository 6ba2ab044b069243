import Configuration
import Foundation
import Queries

extension ConfigurationContext {
  /// What a small reader knows.
  static let small = ConfigurationContext(
    home: "/home/ada",
    commands: [
      Word("down", "a line down"), Word("top", "to the top"), Word("open", "open the story"),
      Word("follow-1", "follow related story 1"), Word("help"),
    ],
    keys: [
      KeyBinding(.everywhere, ["g"], "top"), KeyBinding(.everywhere, [.function(1)], "help"),
      KeyBinding(.everywhere, ["?"], "help"), KeyBinding(.everywhere, ["\""], "help"),
      KeyBinding(.everywhere, ["\\"], "help"), KeyBinding(.everywhere, [.control("W"), "j"], "down"),
      KeyBinding(.list, [.enter], "open"), KeyBinding(.story, [" "], "down"),
      KeyBinding(.related, ["1"], "follow-1"),
    ],
    themes: { [Word("harbour-night"), Word("foghorn")] })
}

/// What becomes of the text of a file.
func read(_ yaml: String) -> ConfigurationReading { ConfigurationReading(yaml: yaml, .small) }

extension ConfigurationReading {
  /// Fails where the file was refused.
  var used: Settings { get throws { try settings ?? { throw Refused(problems: problems) }() } }

  var faults: [ConfigurationFault] { problems.map(\.fault) }
  var lines: [Int?] { problems.map(\.line) }
}

struct Refused: Error {
  var problems: [ConfigurationProblem]
}

extension Settings {
  /// Defaults with some changes.
  static func with(_ change: (inout Settings) -> Void) -> Settings {
    var settings = Settings()
    change(&settings)
    return settings
  }
}

/// A folder that goes away with its user.
final class TemporaryFolder: Sendable {
  let path =
    FileManager.default.temporaryDirectory.path + "/broadsheet-configuration-\(UUID().uuidString.prefix(8))"

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String { path + "/" + name }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try data.write(to: URL(fileURLWithPath: path(name)))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }
}
