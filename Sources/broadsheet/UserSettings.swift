import Configuration
import Reader
import Themes

/// The user's settings, and what they are checked against.
extension Settings {
  /// Reads the user's file for a command that prints. Mistakes are reported on standard error; the rest counts.
  static func ofUser(_ user: UserFolders = UserFolders()) -> Settings {
    let reading = ConfigurationReading(file: user.configurationFile, ConfigurationContext(user))
    reading.complain(about: user.configurationFile)
    return reading.settings ?? Settings()
  }
}

extension ConfigurationReading {
  /// Reports on standard error what is wrong.
  func complain(about file: String) {
    for problem in problems { Output.complain(ErrorMessages.message(problem, in: file)) }
  }
}

extension ConfigurationContext {
  /// The words of this program and of one user.
  /// - Parameters:
  ///   - user: whose home, and whose themes.
  ///   - store: the themes, if they are known already; otherwise they are looked for when one is named.
  init(_ user: UserFolders, _ store: ThemeStore? = nil) {
    self.init(home: user.home, themes: { (store ?? ThemeStore(user)).names.map { Word($0) } })
  }
}

extension ThemeStore {
  /// The themes that come with the program, and the user's own.
  init(_ user: UserFolders) {
    self.init(folders: [SharedFiles().themes, user.themes])
  }
}
