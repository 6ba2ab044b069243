import Glibc
import SmallFiles

/// The result of reading a configuration.
public struct ConfigurationReading: Sendable {
  /// The settings of the file, with defaults for missing or invalid ones. Nil if the file contains nothing usable: then
  /// the current settings remain in effect.
  public let settings: Settings?
  /// Its problems, in the order of the file.
  public let problems: [ConfigurationProblem]

  /// Reads a file. If it does not exist, all settings have their defaults.
  public init(file: String, _ context: ConfigurationContext) {
    do throws(ConfigurationProblem) {
      self.init(yaml: try ConfigurationReading.text(of: file), context)
    } catch {
      self.init(nil, [error])
    }
  }

  /// Reads the text of a file.
  public init(yaml text: String, _ context: ConfigurationContext) {
    do throws(ConfigurationProblem) {
      var reader = SettingReader(context)
      if let root = try ConfigurationReading.parse(text) { try reader.read(root) }
      self.init(reader.settings, reader.problems)
    } catch {
      self.init(nil, [error])
    }
  }

  private init(_ settings: Settings?, _ problems: [ConfigurationProblem]) {
    (self.settings, self.problems) = (settings, problems)
  }

  /// The maximum size of a file that is read, in bytes: far more than users write by hand.
  static let sizeLimit = 1 << 18

  /// Empty if there is no file.
  private static func text(of path: String) throws(ConfigurationProblem) -> String {
    do throws(SmallFileError) {
      return try SmallFile.text(of: path, limit: sizeLimit)
    } catch .unreadable(ENOENT) where !isLink(path) {
      return ""
    } catch .unreadable(ENOTDIR) {
      return ""
    } catch .notText(let line) {
      throw ConfigurationProblem(.file(.notText(line: line)), YAMLPosition(line: line))
    } catch {
      throw ConfigurationProblem(.file(error))
    }
  }

  /// A dangling link is not the same as a missing file.
  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func parse(_ text: String) throws(ConfigurationProblem) -> YAMLNode? {
    do throws(YAMLError) {
      return try YAMLParser.parse(text)
    } catch {
      throw ConfigurationProblem(.yaml(error.reason), error.position)
    }
  }
}
