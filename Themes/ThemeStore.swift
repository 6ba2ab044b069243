import Foundation

/// All schemes there are: those that come with Broadsheet and those the reader has put into a folder of
/// their own.
public struct ThemeStore: Sendable {
  /// A scheme's file that cannot be used.
  public struct Fault: Error, Hashable, Sendable {
    /// The file.
    public var path: String
    /// Why it cannot be used.
    public var error: SchemeError
  }

  /// File names without their ending, in the order of the alphabet: how schemes are called and cycled
  /// through.
  public let names: [String]
  private let paths: [String: String]

  /// Looks for `*.yaml` and `*.yml` files. Of two with the same name the one in the later folder counts. A
  /// folder that is missing has none.
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

  /// Reads a scheme; nil when there is none of that name.
  public func scheme(named name: String) throws(Fault) -> Scheme? {
    guard let path = paths[name] else { return nil }
    guard let data = FileManager.default.contents(atPath: path), data.count < 1 << 20 else {
      throw Fault(path: path, error: .unreadable(reason: "it cannot be read, or is no text"))
    }
    do {
      return try Scheme(yaml: String(decoding: data, as: UTF8.self))
    } catch {
      throw Fault(path: path, error: error)
    }
  }

  /// The name after another one, the first after the last.
  public func name(after name: String) -> String? {
    guard let place = names.firstIndex(of: name) else { return names.first }
    return names[(place + 1) % names.count]
  }
}
