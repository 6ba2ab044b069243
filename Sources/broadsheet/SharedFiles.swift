import Foundation

/// The files that come with the program: themes and sample pages. If installed, they are in `../share/broadsheet`
/// relative to the program's folder; in a checkout, in the sources.
struct SharedFiles {
  let themes: String
  let samples: String

  /// Finds them relative to the program.
  init(program: String = SharedFiles.runningProgram) {
    var folder = (program as NSString).deletingLastPathComponent
    let installed = (folder as NSString).deletingLastPathComponent + "/share/broadsheet"
    guard !FileManager.default.fileExists(atPath: installed + "/samples") else {
      themes = installed + "/themes"
      samples = installed + "/samples"
      return
    }
    while folder != "/", !folder.isEmpty, !SharedFiles.isCheckout(folder) {
      folder = (folder as NSString).deletingLastPathComponent
    }
    themes = folder + "/Themes"
    samples = folder + "/Sources/broadsheet/Samples"
  }

  private static func isCheckout(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/Sources/broadsheet/Samples")
  }

  static var runningProgram: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
  }
}
