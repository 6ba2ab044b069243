import Display
import Foundation
import SmallFiles
import Themes

/// The theme in use: the requested one, otherwise the configured one, the one chosen last, or the default.
final class ThemeChoice {
  private(set) var name: String
  private let store: ThemeStore
  private let user: UserFolders

  init(user: UserFolders, store: ThemeStore, configured: String?) {
    (self.user, self.store) = (user, store)
    name = configured.flatMap { store.names.contains($0) ? $0 : nil } ?? ThemeChoice.automatic(user, store)
  }

  /// The theme that was last chosen, otherwise one that suits the terminal.
  var automatic: String { ThemeChoice.automatic(user, store) }

  private static func automatic(_ user: UserFolders, _ store: ThemeStore) -> String {
    let remembered = (try? SmallFile.text(of: user.chosenTheme, limit: sizeLimit))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
    return remembered.flatMap { store.names.contains($0) ? $0 : nil } ?? standard
  }

  /// The maximum size of the file with the theme's name, in bytes.
  private static let sizeLimit = 1_024

  /// Light if the terminal reports a light background (`COLORFGBG`, set by rxvt and others), otherwise dark.
  private static var standard: String {
    let background = ProcessEnvironment.variables["COLORFGBG"]?.split(separator: ";").last
    return background == "7" || background == "15" ? "broadsheet-light" : "broadsheet-dark"
  }

  /// The names of all themes.
  var names: [String] { store.names.map { Output.harmless($0) } }

  /// Uses a theme, also in later runs.
  /// - Throws: a message with the names of all themes.
  func choose(_ name: String) throws(Failure) {
    try use(name)
    remember()
  }

  /// Uses a theme in this run.
  /// - Throws: a message with the names of all themes.
  func use(_ name: String) throws(Failure) {
    guard store.names.contains(name) else {
      throw .usage(
        "\(Output.harmless(name)): no such theme; the themes are "
          + names.joined(separator: ", "))
    }
    _ = try load(name)
    self.name = name
  }

  private func load(_ name: String) throws(Failure) -> Palette? {
    do throws(ThemeStore.Fault) {
      return try store.scheme(named: name)?.palette
    } catch {
      throw .usage(ErrorMessages.message(error))
    }
  }

  /// The colours; monochrome if the scheme's file has become unusable since it was chosen.
  var palette: Palette { (try? load(name)) ?? .monochrome }

  /// Uses a theme until another one is chosen; has no effect if it cannot be read.
  func preview(_ name: String) { try? use(name) }

  /// Saves the choice; errors are ignored.
  private func remember() {
    try? FileManager.default.createDirectory(
      atPath: user.state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? Data((name + "\n").utf8).write(to: URL(fileURLWithPath: user.chosenTheme), options: .atomic)
  }
}
