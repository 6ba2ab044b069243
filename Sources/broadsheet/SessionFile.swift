import Foundation
import Queries
import Reader
import SmallFiles
import StoryLibrary

/// The file with the last session of one library: a name and a value on each line. Lines that cannot be parsed are
/// ignored.
struct SessionFile {
  private let path: String

  /// Limits for damaged files.
  private static let (sizeLimit, mostFolds) = (1 << 16, 200)

  /// - Parameters:
  ///   - folder: the folder of all session files.
  ///   - library: the catalogue of the library, which identifies the set of folders.
  init(in folder: String, of library: Catalogue) {
    let name = (library.path as NSString).lastPathComponent as NSString
    path = folder + "/sessions/" + name.deletingPathExtension
  }

  /// The last session; nil if there is none.
  func read() -> LastSession? {
    guard let bytes = try? SmallFile.bytes(of: path, limit: SessionFile.sizeLimit) else { return nil }
    var session = LastSession()
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = Output.harmless(String(parts[1]))
      switch parts[0] {
      case "section": session.section = value
      case "filter": session.filter = value
      case "sort": session.sort = StorySort(value)
      case "group": session.grouping = StoryGrouping(rawValue: value)
      case "story": session.selected = StoryID(value)
      case "folded" where session.folded.count < SessionFile.mostFolds: session.folded.append(value)
      default: break
      }
    }
    return session
  }

  /// Saves a session; errors are ignored, because losing it does little harm.
  func write(_ session: LastSession) {
    let values = [
      ("section", session.section), ("filter", session.filter.isEmpty ? nil : session.filter),
      ("sort", session.sort?.description), ("group", session.grouping?.rawValue),
      ("story", session.selected?.description),
    ]
    let lines =
      values.compactMap { name, value in value.map { "\(name) \(Output.harmless($0))" } }
      + session.folded.prefix(SessionFile.mostFolds).map { "folded \(Output.harmless($0))" }
    SessionState.makeFolder((path as NSString).deletingLastPathComponent)
    try? Data((lines.joined(separator: "\n") + "\n").utf8).write(
      to: URL(fileURLWithPath: path), options: .atomic)
  }
}
