import Configuration
import Reader
import Themes

/// The user's settings, and the context in which they are checked.
extension Settings {
  /// Reads the user's file for a command that prints. Errors are reported on standard error; all valid settings are
  /// used.
  static func ofUser(_ user: UserFolders = UserFolders()) -> Settings {
    let reading = ConfigurationReading(file: user.configurationFile, ConfigurationContext(user))
    reading.complain(about: user.configurationFile)
    return reading.settings ?? Settings()
  }
}

extension ConfigurationReading {
  /// Reports problems on standard error.
  func complain(about file: String) {
    for problem in problems { Output.complain(ErrorMessages.message(problem, in: file)) }
  }
}

extension ConfigurationContext {
  /// The context of this program and one user.
  /// - Parameters:
  ///   - user: the user's home and themes.
  ///   - store: the themes, if they are already known; otherwise they are read when a theme is named.
  init(_ user: UserFolders, _ store: ThemeStore? = nil) {
    self.init(home: user.home, themes: { (store ?? ThemeStore(user)).names.map { Word($0) } })
  }
}

extension ThemeStore {
  /// The program's themes and the user's own.
  init(_ user: UserFolders) {
    self.init(folders: [SharedFiles().themes, user.themes])
  }
}
