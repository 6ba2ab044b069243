import Configuration
import Export
import Foundation
import Glibc
import Reader
import SmallFiles
import Threads

/// State that is saved between runs: the layout of the panes and the history of typed lines. Errors are ignored,
/// because losing it does little harm.
struct SessionState: Sendable {
  private let folder: String
  private let thread = WorkerThread.guarded("session state")

  /// The maximum size of a file that is read, in bytes.
  private static let sizeLimit = 1 << 24
  /// The number of lines above which the history is rewritten with only the latest ones.
  private static let longHistory = 4 * PromptHistory.limit * PromptHistory.Kind.allCases.count

  /// - Parameter folder: the folder of the files `panes` and `history`.
  init(folder: String) {
    self.folder = folder
  }

  // MARK: Panes

  /// The layout of the last run, and the format in which stories were last saved.
  var look: (shape: PaneShape, format: ExportFormat) {
    var (shape, format) = (PaneShape(), ExportFormat.text)
    for line in lines(of: panes) {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      if parts[0] == "save-format" { format = ExportFormat(rawValue: parts[1]) ?? format }
      if parts[0] == "layout", let mode = LayoutMode(rawValue: parts[1]) { shape.mode = mode }
      if let border = PaneShape.Border(rawValue: parts[0]), let permille = Int(parts[1]) {
        shape[border] = permille
      }
    }
    return (shape, format)
  }

  /// Saves a line for the layout, one for the format, and one for each border that was moved, in thousandths of the
  /// screen.
  func save(_ shape: PaneShape, _ format: ExportFormat) {
    let borders = shape.changedPermilles.map { "\($0.key.rawValue) \($0.value)" }.sorted()
    write(
      (["layout \(shape.mode.rawValue)", "save-format \(format.rawValue)"] + borders).joined(separator: "\n")
        + "\n", to: panes)
  }

  // MARK: History

  /// The typed lines, latest last.
  var history: PromptHistory {
    let lines = lines(of: historyFile)
    let entries = lines.compactMap { line -> PromptHistory.Entry? in
      let parts = line.split(separator: "\t", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return nil }
      return PromptHistory.Kind(rawValue: parts[0]).map { PromptHistory.Entry($0, parts[1]) }
    }
    if lines.count > SessionState.longHistory {
      let latest = lines.suffix(SessionState.longHistory / 2)
      write(latest.joined(separator: "\n") + "\n", to: historyFile)
    }
    return PromptHistory(entries)
  }

  /// Appends to the file, because other running copies may do the same.
  func save(_ entry: PromptHistory.Entry) {
    let line = Data("\(entry.kind.rawValue)\t\(Output.harmless(entry.text))\n".utf8)
    thread.perform { [historyFile, folder] in
      SessionState.makeFolder(folder)
      // Never waits, even if the file is a pipe.
      let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
      let file = open(historyFile, flags, 0o600)
      guard file >= 0 else { return }
      _ = line.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
    }
  }

  /// Waits until everything is written.
  func finish() { thread.finish(within: 2_000) }

  // MARK: Files

  private var panes: String { folder + "/panes" }
  private var historyFile: String { folder + "/history" }

  private func lines(of file: String) -> [Substring] {
    let bytes = (try? SmallFile.bytes(of: file, limit: SessionState.sizeLimit)) ?? []
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  private func write(_ text: String, to file: String) {
    thread.perform { [folder] in
      SessionState.makeFolder(folder)
      try? Data(text.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    }
  }

  static func makeFolder(_ folder: String) {
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
