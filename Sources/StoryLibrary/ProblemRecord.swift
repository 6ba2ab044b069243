import Captures
import Folders
import PageFormats
import Tables
import Text

/// A problem with a file that was read, as stored in a library.
struct ProblemRecord: Sendable, BitwiseCopyable {
  var page: UInt32
  private var kind: UInt32
  /// A number of bytes, or a count.
  private var value: Int64
  /// The maximum, or the reason why records were skipped.
  private var limit: Int64

  private enum Kind: UInt32 {
    case binary, tooLarge, empty, undecodableBytes, unknownFormat, missingTitle, cutShort, foreign, noPage,
      skippedRecords, guessedEncoding
  }

  /// Nil for a problem that does not concern the contents of the file.
  init?(_ reason: FileProblem.Reason, page: UInt32 = 0) {
    let kind: Kind
    var (value, limit): (Int64, Int64) = (0, 0)
    switch reason {
    case .binary: kind = .binary
    case .file(.tooLarge(let bytes, let most)): (kind, value, limit) = (.tooLarge, bytes, most)
    case .file(.foreign): kind = .foreign
    case .file(.noPage): kind = .noPage
    case .skippedRecords(let reason, let count):
      (kind, value, limit) = (.skippedRecords, Int64(count), Int64(reason.rawValue))
    case .page(.empty): kind = .empty
    case .page(.undecodableBytes(let count)): (kind, value) = (.undecodableBytes, Int64(count))
    case .page(.guessedEncoding(let encoding)):
      (kind, value) = (.guessedEncoding, Int64(TextEncoding.allCases.firstIndex(of: encoding) ?? 0))
    case .page(.unknownFormat): kind = .unknownFormat
    case .page(.missingTitle): kind = .missingTitle
    case .page(.cutShort): kind = .cutShort
    case .file: return nil
    }
    (self.page, self.kind, self.value, self.limit) = (page, kind.rawValue, value, limit)
  }

  /// The problem with a file at a path.
  func reason(_ path: String) -> FileProblem.Reason {
    switch Kind(rawValue: kind) {
    case .binary: .binary
    case .tooLarge: .file(.tooLarge(bytes: value, limit: limit))
    case .foreign: .file(.foreign(fileExtension: FileExtension.text(of: path)))
    case .noPage: .file(.noPage)
    case .skippedRecords: .skippedRecords(SkippedRecord(rawValue: Int(limit)) ?? .tooLong, count: Int(value))
    case .empty: .page(.empty)
    case .undecodableBytes: .page(.undecodableBytes(count: Int(value)))
    case .guessedEncoding: .page(.guessedEncoding(encoding))
    case .missingTitle: .page(.missingTitle)
    case .cutShort: .page(.cutShort)
    case .unknownFormat, nil: .page(.unknownFormat)
    }
  }
}

extension ProblemRecord {
  /// The encoding with the stored number; a damaged catalogue may contain any number.
  private var encoding: TextEncoding {
    let encodings = TextEncoding.allCases
    return encodings.indices.contains(Int(value)) ? encodings[Int(value)] : .utf8
  }
}

extension Library {
  /// Files that yielded no page or were not fully understood, and problems found while folders were listed.
  public var problems: [FileProblem] {
    listingProblems
      + problemRows.filter { $0.page != Library.none }.map { row in
        let path = path(ofPage: row.page)
        return FileProblem(path: path, reason: row.reason(path))
      }
  }

  /// The number of ``problems``, of which there may be as many as files.
  public var problemCount: Int { listingProblems.count + problemRows.count - deadProblems }

  mutating func add(_ problem: ProblemRecord, of page: UInt32) {
    var problem = problem
    problem.page = page
    let number = UInt32(problemRows.count)
    problemRows.append(problem)
    pages.update(page) { if $0.firstProblem == Library.none { $0.firstProblem = number } }
  }

  /// The numbers of a page's problems.
  func problemNumbers(ofPage page: UInt32) -> Range<UInt32> {
    let first = pages[page].firstProblem
    var end = first
    while end < problemRows.count, problemRows[end].page == page { end += 1 }
    countSteps(Int(end - first))
    return first..<end
  }

  /// Takes time proportional to the page's problems. The table is compacted when more than half of its rows are unused.
  mutating func removeProblems(of page: UInt32) {
    for number in problemNumbers(ofPage: page) {
      problemRows.update(number) { $0.page = Library.none }
      deadProblems += 1
    }
    pages.update(page) { $0.firstProblem = Library.none }
    if deadProblems > Library.fewDeadProblems, deadProblems * 2 > problemRows.count { dropDeadProblems() }
  }

  private static let fewDeadProblems = 64

  private mutating func dropDeadProblems() {
    let rows = problemRows.filter { $0.page != Library.none }
    countSteps(problemRows.count)
    (problemRows, deadProblems) = (Table(), 0)
    for problem in rows { pages.update(problem.page) { $0.firstProblem = Library.none } }
    for problem in rows { add(problem, of: problem.page) }
  }
}
