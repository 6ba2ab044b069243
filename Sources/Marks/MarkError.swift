import Foundation
import GRDB

/// Why marks could not be read or written. `path` is the file or folder it is about; `reason` is what SQLite or
/// the system said, in English and without a full stop.
public enum MarkError: Error, Hashable, Sendable {
  /// The folder for the marks is missing and cannot be made.
  case cannotMakeFolder(path: String, reason: String)
  /// There is nothing that could be opened: a folder in place of the file, no permission to read.
  case cannotOpen(path: String, reason: String)
  /// The file is there and is not an SQLite database. It was left as it is.
  case notADatabase(path: String)
  /// The file is an SQLite database of something else. It was left as it is.
  case otherDatabase(path: String)
  /// A newer Broadsheet wrote the marks, and this one cannot know what they mean. They were left as they are.
  case newerVersion(path: String)
  /// The file is a damaged SQLite database.
  case damaged(path: String, reason: String)
  /// The file, or its folder when there is no file yet, may not be written.
  case readOnly(path: String, reason: String)
  /// There is no room to write. Nothing of the change was kept; all that was written before is still there.
  case diskFull(path: String, reason: String)
  /// Other programs kept the marks locked for all the seconds this one was ready to wait.
  case busy(path: String)
  /// Another file stands where the opened one stood, or none: a write would go where nobody finds it again.
  case replaced(path: String)
  /// Nobody wanted to wait for the end of it.
  case interrupted(path: String)
  /// A note of so many UTF-8 bytes is longer than ``Mark/noteLimit``.
  case noteTooLong(bytes: Int)
  /// Reading or writing failed for any other reason. A change that fails is not kept, not even in parts.
  case failed(path: String, reason: String)
}

extension MarkError {
  init(_ error: any Error, path: String) {
    switch error {
    case let error as MarkError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    default: self = .failed(path: path, reason: String(describing: error))
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let reason = error.message ?? error.resultCode.description
    switch error.extendedResultCode {
    // SQLite calls it an error of the disk when there is no room for its `-shm` file.
    case .SQLITE_IOERR_SHMSIZE:
      self = .diskFull(path: path, reason: reason)
      return
    case .SQLITE_READONLY_DBMOVED:
      self = .replaced(path: path)
      return
    default: break
    }
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .notADatabase(path: path)
      // What we write fits what we have written, unless that was changed.
      case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT: .damaged(path: path, reason: reason)
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path, reason: reason)
      case .SQLITE_FULL: .diskFull(path: path, reason: reason)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_INTERRUPT: .interrupted(path: path)
      case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: reason)
      default: .failed(path: path, reason: reason)
      }
  }

  /// From a number of `errno`, for a file that cannot be made or written.
  init(errno code: Int32, path: String) {
    let reason = systemReason(code)
    self =
      switch code {
      case EACCES, EPERM, EROFS: .readOnly(path: path, reason: reason)
      case ENOSPC, EDQUOT: .diskFull(path: path, reason: reason)
      default: .cannotOpen(path: path, reason: reason)
      }
  }

  /// Whether the same change may succeed later, without anybody changing anything about it.
  public var mayPass: Bool {
    switch self {
    case .noteTooLong: false
    default: true
    }
  }

  /// Whether the file may still be readable where writing fails with this error.
  var leavesReading: Bool {
    switch self {
    case .cannotOpen, .readOnly, .diskFull, .failed: true
    default: false
    }
  }
}

func systemReason(_ code: Int32) -> String { String(cString: strerror(code)) }
