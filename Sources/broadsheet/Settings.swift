import Foundation
import Yams

/// What a user has set in `$XDG_CONFIG_HOME/broadsheet/config.yaml`. Everything has a default; the file holds
/// differences only:
///
///     folders: [~/pages, /srv/clippings]
///     theme: harbour-night
///     measure: 66
struct Settings: Decodable {
  /// Read when no folder is given.
  var folders: [String]?
  var theme: String?
  /// The longest line of a story, in columns: 20 to 120.
  var measure: Int?

  static let defaultMeasure = 72

  init() {}

  /// - Throws: a message naming the file and what is wrong with it.
  init(file: String) throws(Failure) {
    guard let data = FileManager.default.contents(atPath: file) else {
      self.init()
      return
    }
    do {
      let text = String(decoding: data, as: UTF8.self)
      self =
        text.allSatisfy(\.isWhitespace) ? Settings() : try YAMLDecoder().decode(Settings.self, from: text)
    } catch {
      throw .usage("\(Output.harmless(file)): \(Output.harmless(Settings.reason(error)))")
    }
    if let measure, !(20...120).contains(measure) {
      throw .usage("\(Output.harmless(file)): measure is \(measure), expected 20 to 120 columns")
    }
  }

  /// The configured folders with `~` resolved; nil when none are.
  var paths: [String]? {
    guard let folders, !folders.isEmpty else { return nil }
    return folders.map { ($0 as NSString).expandingTildeInPath }
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      let key = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "\(key.isEmpty ? "the file" : key): \(context.debugDescription)"
    case DecodingError.dataCorrupted(let context):
      return context.underlyingError.map { String(describing: $0) } ?? context.debugDescription
    default: return String(describing: error)
    }
  }
}
