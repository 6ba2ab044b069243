import Foundation
import Marks

/// Marks that could not be written to the database before the program ended.
struct UnsavedMarks {
  private let records: [MarkRecord]
  private let problem: String?

  init(_ records: [MarkRecord], problem: String?) {
    (self.records, self.problem) = (records, problem)
  }

  /// Saves them in a file beside the database, where the next start finds them, or else in a temporary folder.
  /// - Returns: messages for the user; empty if there are no such marks.
  func putAside(besides path: String) -> [String] {
    if records.isEmpty { return [] }
    let what = "\(records.count) \(records.count == 1 ? "mark" : "marks") not written"
    let complaint = what + (problem.map { ": \($0)" } ?? "")
    do {
      let file = try MarkStore.putAside(records, besides: path)
      return [complaint, "saved in \(Output.harmless(file)); the next start imports them"]
    } catch {
      guard let file = putElsewhere() else { return [complaint, ErrorMessages.message(error)] }
      return [complaint, "saved in \(Output.harmless(file)); import them with broadsheet marks import FILE"]
    }
  }

  private func putElsewhere() -> String? {
    let environment = ProcessEnvironment.variables
    for folder in [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"] {
      guard let folder, folder.hasPrefix("/") else { continue }
      if let file = try? MarkStore.putAside(records, besides: folder + "/broadsheet-marks.sqlite") {
        return file
      }
    }
    return nil
  }
}
