import Foundation
import SmallFiles

/// All themes: Broadsheet's and the user's own.
public struct ThemeStore: Sendable {
  /// A scheme's file that cannot be used.
  public struct Fault: Error, Hashable, Sendable {
    /// The file.
    public var path: String
    /// Why it cannot be used.
    public var error: SchemeError
  }

  /// File names without their extension, in alphabetical order.
  public let names: [String]
  private let paths: [String: String]

  /// Finds `*.yaml` and `*.yml` files. Of two with the same name, the one in the later folder is used. Missing folders
  /// are ignored.
  public init(folders: [String]) {
    var paths: [String: String] = [:]
    for folder in folders {
      for file in ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() {
        guard !file.hasPrefix("."), let name = ThemeStore.schemeName(file) else { continue }
        paths[name] = folder + "/" + file
      }
    }
    self.paths = paths
    names = paths.keys.sorted()
  }

  private static func schemeName(_ file: String) -> String? {
    let ending = [".yaml", ".yml"].first { file.hasSuffix($0) }
    return ending.map { String(file.dropLast($0.count)) }
  }

  /// Reads a scheme; nil if there is none with this name.
  public func scheme(named name: String) throws(Fault) -> Scheme? {
    guard let path = paths[name] else { return nil }
    do throws(SchemeError) {
      return try Scheme(yaml: ThemeStore.text(of: path))
    } catch {
      throw Fault(path: path, error: error)
    }
  }

  /// The maximum size of a file that is read, in bytes: published schemes have less than 2,000.
  private static let sizeLimit = 1 << 16

  private static func text(of path: String) throws(SchemeError) -> String {
    do throws(SmallFileError) {
      return try SmallFile.text(of: path, limit: sizeLimit)
    } catch {
      throw .file(error)
    }
  }

  /// The name after another name; the first one after the last.
  public func name(after name: String) -> String? {
    guard let index = names.firstIndex(of: name) else { return names.first }
    return names[(index + 1) % names.count]
  }
}
