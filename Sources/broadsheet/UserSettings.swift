import Configuration
import Reader
import Themes

/// What the user has set, and what it is checked against.
extension Settings {
  /// Reads the user's file for one of the commands that print. Mistakes are told on standard error; the rest counts.
  static func ofUser(_ user: UserFolders = UserFolders()) -> Settings {
    let reading = ConfigurationReading(file: user.configurationFile, ConfigurationContext(user))
    reading.complain(about: user.configurationFile)
    return reading.settings ?? Settings()
  }
}

extension ConfigurationReading {
  /// Says on standard error what is wrong.
  func complain(about file: String) {
    for problem in problems { Output.complain(ErrorMessages.prose(problem, in: file)) }
  }
}

extension ConfigurationContext {
  /// The words of this program and of one user.
  /// - Parameters:
  ///   - user: whose home, and whose themes.
  ///   - shelf: the themes, where they are known already. Else they are looked for when somebody names one.
  init(_ user: UserFolders, _ shelf: ThemeStore? = nil) {
    self.init(home: user.home, themes: { (shelf ?? ThemeStore(user)).names.map { Word($0) } })
  }
}

extension ThemeStore {
  /// The themes that come with the program, and the user's own.
  init(_ user: UserFolders) {
    self.init(folders: [SharedFiles().themes, user.themes])
  }
}
