import Foundation
import Marks

/// Marks that could not be written before the program had to end.
struct UnsavedMarks {
  private let records: [MarkRecord]
  private let problem: String?

  init(_ records: [MarkRecord], problem: String?) {
    (self.records, self.problem) = (records, problem)
  }

  /// Puts them beside the database, where the next start finds them, else wherever there is room.
  /// - Returns: what to tell the reader; nothing where there are no such marks.
  func putAside(besides path: String) -> [String] {
    if records.isEmpty { return [] }
    let what = "\(records.count) \(records.count == 1 ? "mark" : "marks") not written"
    let complaint = what + (problem.map { ": \($0)" } ?? "")
    do {
      let file = try MarkStore.putAside(records, besides: path)
      return [complaint, "kept in \(Output.harmless(file)), which the next start takes in"]
    } catch {
      guard let file = putElsewhere() else { return [complaint, ErrorMessages.message(error)] }
      return [complaint, "kept in \(Output.harmless(file)): broadsheet marks import FILE takes it in"]
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
