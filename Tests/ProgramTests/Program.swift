import Foundation
import Glibc

/// The built program, laid out as an installation: `bin/broadsheet` and `share/broadsheet`, in a folder of its own.
///
/// So it finds its themes and sample pages wherever the build folder is.
struct Program {
  let path: String

  /// The checkout that these tests are part of.
  static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  private static var folder: String { temporary + "/broadsheet-terminal-program-\(getpid())" }
  static let temporary = FileManager.default.temporaryDirectory.path

  static var samples: String { checkout + "/Sources/broadsheet/Samples" }

  /// Made once a test run, and removed at its end.
  static let installed = Result { try Program() }

  private init() throws {
    let built = try Program.built()
    let root = Program.folder
    let (bin, share) = (root + "/bin", root + "/share/broadsheet")
    let files = FileManager.default
    try? files.removeItem(atPath: root)
    for folder in [bin, share] {
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try files.copyItem(atPath: built, toPath: bin + "/broadsheet")
    try files.createSymbolicLink(atPath: share + "/samples", withDestinationPath: Program.samples)
    try files.createSymbolicLink(atPath: share + "/themes", withDestinationPath: Program.checkout + "/Themes")
    path = bin + "/broadsheet"
    atexit { try? FileManager.default.removeItem(atPath: Program.folder) }
  }

  /// The program is built beside the tests.
  private static func built() throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let candidates = [tests, CommandLine.arguments[0], Bundle.main.bundlePath].map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().path + "/broadsheet"
    }
    guard let found = candidates.first(where: { access($0, X_OK) == 0 }) else {
      throw Trouble("the built program is at none of \(candidates.joined(separator: ", "))")
    }
    return found
  }

  /// Where a program of the system is.
  static func system(_ name: String) throws -> String {
    let folders = searchPath.split(separator: ":")
    guard let folder = folders.first(where: { access("\($0)/\(name)", X_OK) == 0 }) else {
      throw Trouble(
        "\(name) is not installed, and these tests need it (Debian, Ubuntu: apt-get install \(name))")
    }
    return "\(folder)/\(name)"
  }

  static let searchPath = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"

  /// Runs it without a terminal and waits for its end. `environment` has the variables that differ from those of
  /// the desk; nil takes one away.
  static func run(
    _ arguments: [String], on desk: ReaderDriver, environment changes: [String: String?] = [:]
  ) async throws -> Finished {
    let environment = desk.environment.merging(changes.compactMapValues { $0 }) { $1 }
      .filter { changes[$0.key] != .some(nil) }
    return try await ChildProcess.run(installed.get().path, arguments, environment: environment)
  }
}
