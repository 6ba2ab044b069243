import Captures
import Terminal
import Display
import Folders
import Glibc
import Marks
import Subprocess
import PageFormats
import Queries
import Search
import SmallFiles
import StoryLibrary
import Themes

/// The wording of all error messages.
enum ErrorMessages {
  static func message(_ limit: WatchLimit) -> String {
    switch limit {
    case .unsupported: "this system has no inotify"
    case .instances(let maximum):
      "too many programs watch folders\(setting("max_user_instances", maximum))"
    case .watches(let maximum): "too many folders are watched\(setting("max_user_watches", maximum))"
    case .folder(let path, let errno): "\(Output.harmless(path)): \(system(errno))"
    case .system(let errno): system(errno)
    }
  }

  private static func setting(_ name: String, _ maximum: Int?) -> String {
    " (fs.inotify.\(name)" + (maximum.map { " is \($0))" } ?? ")")
  }

  static func message(_ error: SearchError) -> String {
    switch error {
    case .index(let path, let reason): "\(Output.harmless(path)): the index cannot be used: \(reason)"
    case .damaged(let path): "\(Output.harmless(path)): the index was damaged and has been removed; try again"
    case .inUse(let path): "\(Output.harmless(path)): another broadsheet is building the index"
    }
  }

  /// The problem, the query, and a line that points to the position of the problem.
  static func message(_ problem: QueryProblem, in query: String) -> String {
    func columns(_ bytes: some Collection<UInt8>) -> Int {
      DisplayWidth.columns(of: Output.harmless(String(decoding: bytes, as: UTF8.self)))
    }
    let start = columns(query.utf8.prefix(problem.range.lowerBound))
    let end = columns(query.utf8.prefix(problem.range.upperBound))
    let caret = String(repeating: " ", count: start) + String(repeating: "^", count: max(1, end - start))
    return Output.harmless(problem.error.message) + "\n    " + Output.harmless(query) + "\n    " + caret
  }

  static func message(_ problem: FileProblem) -> String {
    "\(Output.harmless(problem.path)): \(message(problem.reason))"
  }

  static func message(_ reason: FileProblem.Reason) -> String {
    switch reason {
    case .file(let error): message(error)
    case .binary: "not text"
    case .skippedRecords(let record, let count):
      "\(count) \(count == 1 ? "record" : "records") skipped: \(message(record))"
    case .page(let problem): message(problem)
    }
  }

  private static func message(_ record: SkippedRecord) -> String {
    switch record {
    case .tooLong: "larger than \((FileKind.html.sizeLimit ?? 0) >> 20) MiB"
    case .undecodable: "compressed with Brotli or Zstandard, or damaged"
    case .empty: "without any content"
    case .failed: "redirections and errors"
    case .otherFormat: "neither HTML nor text"
    case .revisit: "unchanged since they were saved before"
    }
  }

  static func message(_ error: FileError) -> String {
    switch error {
    case .hidden: "skipped: hidden"
    case .foreign(let ending): "skipped: .\(Output.harmless(ending)) is not a saved page"
    case .partOfPage: "skipped: part of the page beside it"
    case .noPage: "contains no page"
    case .notRegular: "skipped: neither a file nor a folder"
    case .folderReadAlready: "skipped: a link to a folder that was already read"
    case .tooLarge(let bytes, let limit):
      "too large: \(bytes) bytes; the limit is \(limit >> 20) MiB"
    case .unreadable(EISDIR): "is a folder, not a page"
    case .unreadable(let code), .unreadableFolder(let code): "cannot be read: \(system(code))"
    case .vanished: "no such file or folder"
    }
  }

  static func message(_ problem: PageProblem) -> String {
    switch problem {
    case .empty: "empty"
    case .undecodableBytes(1): "1 byte is invalid in its encoding"
    case .undecodableBytes(let count): "\(count) bytes are invalid in its encoding"
    case .guessedEncoding(let encoding): "encoding not declared; guessed \(encoding.rawValue)"
    case .unknownFormat: "no story found; the whole page is shown"
    case .missingTitle: "no title"
    case .cutShort: "truncated"
    }
  }

  static func message(_ error: TerminalError) -> String {
    let instead = "broadsheet list FOLDER prints the stories instead"
    return switch error {
    case .notATerminal(.input): "standard input is not a terminal; \(instead)"
    case .notATerminal(.output): "standard output is not a terminal; \(instead)"
    case .typeNotSet: "TERM is not set, so the terminal type is unknown; \(instead)"
    case .unknownType(let name): "unknown terminal type \(Output.harmless(name)) (TERM); \(instead)"
    case .cannotAddressCursor(let name):
      "the terminal type \(Output.harmless(name)) (TERM) cannot move the cursor; \(instead)"
    case .textTooLargeToCopy(let bytes, let limit):
      "too much to copy: \(bytes >> 10) KiB, the limit is \(limit >> 10) KiB"
    }
  }

  static func message(_ error: MarkError) -> String {
    let text =
      switch error {
      case .cannotMakeFolder(let path, let reason): "\(path): cannot create this folder: \(reason)"
      case .cannotOpen(let path, let reason): "\(path): cannot be opened: \(reason)"
      case .notADatabase(let path): "\(path): not a marks database; left unchanged"
      case .otherDatabase(let path): "\(path): another program's database; left unchanged"
      case .newerVersion(let path): "\(path): written by a newer version of Broadsheet; left unchanged"
      case .damaged(let path, let reason): "\(path): damaged: \(reason)"
      case .readOnly(let path, let reason): "\(path): cannot be written: \(reason)"
      case .diskFull(let path, let reason): "\(path): no space left: \(reason)"
      case .busy(let path): "\(path): locked by another program"
      case .replaced(let path): "\(path): moved or replaced by another program"
      case .interrupted(let path): "\(path): interrupted"
      case .noteTooLong(let bytes): "the note is too long: \(bytes) bytes, the limit is \(Mark.noteLimit)"
      case .failed(let path, let reason): "\(path): \(reason)"
      }
    return Output.harmless(text)
  }

  /// What happened to the marks file since the last run.
  static func message(_ news: MarkNews) -> String {
    let text =
      switch news {
      case .replaced(let path, let kept):
        "\(path) was replaced by another file; added \(marks(kept)) from the old one"
      case .restored(let path): "\(path) was missing and has been restored"
      case .salvaged(let path, let count, let aside):
        "\(path) was damaged; recovered \(marks(count)); the damaged file is now \(aside)"
      case .unsavedWritten(let count): "imported \(marks(count)) that an earlier run could not write"
      }
    return Output.harmless(text)
  }

  private static func marks(_ count: Int) -> String { count == 1 ? "1 mark" : "\(count) marks" }

  static func message(_ error: SubprocessError) -> String {
    let text =
      switch error {
      case .programNotFound(let program): "\(program): no such program"
      case .cannotStart(let program, let errno): "\(program): cannot be started: \(system(errno))"
      case .noBrowser: "no browser found: neither in BROWSER nor xdg-open"
      case .notAWebAddress(let address): "\(address): not a web address"
      case .fileExists(let path): "\(path): already exists"
      case .pageFile(let path): "\(path): a saved page, which is never overwritten"
      case .isFolder(let path): "\(path): is a folder; name a file"
      case .notAFile(let path): "\(path): not a file"
      case .folderMissing(let path): "\(path): no such folder"
      case .cannotWrite(let path, let errno): "\(path): cannot be written: \(system(errno))"
      case .cannotRead(let path, let errno): "\(path): cannot be read: \(system(errno))"
      case .tooLarge(let path, let limit): "\(path): larger than \(limit >> 10) KiB"
      }
    return Output.harmless(text)
  }

  /// How a program failed; nil if it succeeded.
  static func message(_ ending: ProgramEnding) -> String? {
    switch ending {
    case .exited(0): nil
    // What a shell returns for a command that does not exist or cannot be run (POSIX, "Exit Status for Commands").
    case .exited(127): "no such command"
    case .exited(126): "the command cannot be run"
    case .exited(let code): "exited with status \(code)"
    case .killed(let signal): "killed by signal \(signal)"
    case .cancelled: "stopped"
    }
  }

  static func message(_ error: SmallFileError) -> String {
    switch error {
    case .unreadable(let code): "cannot be read: \(system(code))"
    case .notAFile: "not a file"
    case .tooLarge(let bytes, let limit): "too large: \(bytes) bytes; the limit is \(limit)"
    case .notText: "not text (UTF-8)"
    }
  }

  static func message(_ reason: YAMLError.Reason) -> String {
    switch reason {
    case .syntax(let reason): "not YAML: \(reason)"
    case .alias(let name): "aliases such as *\(name) are not supported"
    case .tooManyDirectives(let limit): "more than \(limit) lines begin with %"
    }
  }

  static func message(_ fault: ThemeStore.Fault) -> String {
    let line: Int? =
      switch fault.error {
      case .file(.notText(let line)), .repeated(_, let line): line
      case .yaml(let error): error.position?.line
      default: nil
      }
    let place = fault.path + (line.map { ":\($0)" } ?? "")
    let reason =
      switch fault.error {
      case .file(let error): message(error)
      case .yaml(let error): message(error.reason)
      case .notAScheme: "not a colour scheme"
      case .missing(let key): "not a colour scheme: \(key) is missing"
      case .repeated(let key, _): "\(key) is repeated"
      case .unknownSystem(let system): "system is \(system), expected base16 or base24"
      case .missingColor(let key): "\(key) is missing"
      case .badColor(let key, let value):
        "\(key) is \(value), expected six hexadecimal digits such as \"#1a2b3c\""
      }
    return Output.harmless("\(place): \(reason)")
  }

  /// The reason for which the system refused a file, in the words of the other messages.
  static func system(_ code: Int32) -> String {
    switch code {
    case ENOENT: "no such file or folder"
    case EISDIR: "it is a folder"
    default: String(cString: strerror(code))
    }
  }
}
