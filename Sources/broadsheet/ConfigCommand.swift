import ArgumentParser
import Configuration
import Folders
import Foundation

struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check the configuration and show where it is.",
    discussion: "Exits with 1 if anything is wrong. Start your own file from broadsheet config --defaults.")

  /// What to print instead of the check.
  enum Wanted: String, EnumerableFlag {
    case defaults, path

    static func help(for wanted: Wanted) -> ArgumentHelp? {
      switch wanted {
      case .defaults: "Print a complete file, with every option explained and at its default."
      case .path: "Only print the path of the file."
      }
    }
  }

  @Flag var wanted: Wanted?

  func run() throws {
    let user = UserFolders()
    switch wanted {
    case .path: Output.line(Output.harmless(user.configurationFile))
    case .defaults:
      Output.lines([CommentedFile(ConfigurationContext(user)).text.dropLast()].map { String($0) })
    case nil: try check(user)
    }
  }

  private func check(_ user: UserFolders) throws {
    let file = user.configurationFile
    let reading = ConfigurationReading(file: file, ConfigurationContext(user))
    let exists = FileManager.default.fileExists(atPath: file) || !reading.problems.isEmpty
    Output.line(
      Output.harmless(file) + (exists ? "" : " (does not exist: all options are at their defaults)"))
    Output.lines(reading.problems.map { ErrorMessages.message($0, in: (file as NSString).lastPathComponent) })
    let missing = (reading.settings?.folders ?? []).filter { !FilePath.exists($0) }
    Output.lines(missing.map { "\(Output.harmless($0)): no such file or folder (folders)" })
    if !reading.problems.isEmpty || !missing.isEmpty { throw Failure(kind: .input, messages: []) }
  }
}
