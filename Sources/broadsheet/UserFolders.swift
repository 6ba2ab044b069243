import Foundation

/// The folders of a user's files, by the XDG Base Directory Specification 0.8: a variable that is not an absolute path
/// is ignored.
struct UserFolders {
  let home: String
  let config: String
  let state: String
  /// For files that can be deleted at any time.
  let cache: String

  init(environment: [String: String] = ProcessEnvironment.variables) {
    let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? NSHomeDirectory()
    self.home = home
    func folder(_ variable: String, _ fallback: String) -> String {
      let base = environment[variable].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + fallback
      return base + "/broadsheet"
    }
    config = folder("XDG_CONFIG_HOME", "/.config")
    state = folder("XDG_STATE_HOME", "/.local/state")
    cache = folder("XDG_CACHE_HOME", "/.cache")
  }

  var configurationFile: String { config + "/config.yaml" }
  var themes: String { config + "/themes" }
  var marks: String { state + "/marks.sqlite" }
  /// The file with the theme that was last chosen.
  var chosenTheme: String { state + "/theme" }
}
