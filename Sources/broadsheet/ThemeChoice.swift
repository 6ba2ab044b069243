import Display
import Foundation
import SmallFiles
import Themes

/// Which colour scheme is used: the one asked for, else the configured one, else the one chosen last, else
/// the default.
final class ThemeChoice {
  private(set) var name: String
  private let shelf: ThemeStore
  private let user: UserFolders

  init(user: UserFolders, shelf: ThemeStore, configured: String?) {
    self.user = user
    self.shelf = shelf
    let remembered = (try? SmallFile.text(of: user.chosenTheme, limit: ThemeChoice.sizeLimit))?
      .trimmingCharacters(in: .whitespacesAndNewlines)
    let known = [configured, remembered].compactMap { $0 }.first { [names = shelf.names] in names.contains($0)
    }
    name = known ?? ThemeChoice.standard
  }

  /// The longest name of a theme, in bytes.
  private static let sizeLimit = 1_024

  /// Terminals that tell that their background is light (`COLORFGBG`, as rxvt and others set it) get a light
  /// page.
  private static var standard: String {
    let background = ProcessInfo.processInfo.environment["COLORFGBG"]?.split(separator: ";").last
    return background == "7" || background == "15" ? "broadsheet-light" : "broadsheet-dark"
  }

  /// All themes there are.
  var names: [String] { shelf.names.map { Output.harmless($0) } }

  /// Uses a theme, in the next run too.
  /// - Throws: a message with the names there are.
  func choose(_ name: String) throws(Failure) {
    try use(name)
    remember()
  }

  /// Uses a theme in this run.
  /// - Throws: a message with the names there are.
  func use(_ name: String) throws(Failure) {
    guard shelf.names.contains(name) else {
      throw .usage(
        "\(Output.harmless(name)): no such theme; there are "
          + names.joined(separator: ", "))
    }
    _ = try load(name)
    self.name = name
  }

  private func load(_ name: String) throws(Failure) -> Palette? {
    do throws(ThemeStore.Fault) {
      return try shelf.scheme(named: name)?.palette
    } catch {
      throw .usage(ErrorMessages.prose(error))
    }
  }

  /// The colours; none if the scheme's file has been spoilt since it was chosen.
  var palette: Palette { (try? load(name)) ?? .monochrome }

  /// Goes on to the next theme that can be read.
  /// - Returns: what to tell the reader.
  func chooseNext() -> String {
    let start = name
    var problems: [String] = []
    while let next = shelf.name(after: name) {
      name = next
      do throws(Failure) {
        _ = try load(next)
        break
      } catch {
        problems += error.messages
        if next == start { break }
      }
    }
    remember()
    return (["Theme: \(Output.harmless(name))"] + problems).joined(separator: " · ")
  }

  /// A theme that cannot be remembered is no reason to stop.
  private func remember() {
    try? FileManager.default.createDirectory(
      atPath: user.state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? Data((name + "\n").utf8).write(to: URL(fileURLWithPath: user.chosenTheme), options: .atomic)
  }
}
