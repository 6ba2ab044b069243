import ArgumentParser
import Export
import StoryLibrary

struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Print what saved pages contain, as one JSON object per line.")

  @Argument(help: ArgumentHelp("The pages.", valueName: "file"), completion: .file())
  var files: [String]

  func run() throws {
    var failures: [String] = []
    for file in files {
      do {
        var failure: (any Error)?
        try SavedPage.read(file) { page in
          do {
            Output.line(try JSONLine().string(PageJSON(file: Output.harmless(file), page: page)))
          } catch {
            failure = error
          }
        }
        if let failure { throw failure }
      } catch let error as PageFileError {
        failures.append(ErrorMessages.message(error.problem))
      }
    }
    if !failures.isEmpty { throw Failure(kind: .input, messages: failures) }
  }
}
