import Foundation
import GRDB

/// Why marks could not be read or written. `path` is the file or folder concerned; `reason` is the message of SQLite or
/// the system, in English and without a full stop.
public enum MarkError: Error, Hashable, Sendable {
  /// The folder for the marks is missing and cannot be created.
  case cannotMakeFolder(path: String, reason: String)
  /// The file cannot be opened: it is a folder, or there is no permission to read it.
  case cannotOpen(path: String, reason: String)
  /// The file is not an SQLite database. It was left unchanged.
  case notADatabase(path: String)
  /// The file is another program's SQLite database. It was left unchanged.
  case otherDatabase(path: String)
  /// The file was written by a newer version of Broadsheet. It was left unchanged.
  case newerVersion(path: String)
  /// The file is a damaged SQLite database.
  case damaged(path: String, reason: String)
  /// There is no permission to write the file, or its folder if the file does not exist yet.
  case readOnly(path: String, reason: String)
  /// The disk is full. Nothing of the change was saved; earlier changes are unaffected.
  case diskFull(path: String, reason: String)
  /// Another program had the marks locked for longer than the time limit.
  case busy(path: String)
  /// The opened file was replaced or removed: a write would be lost.
  case replaced(path: String)
  /// The operation was cancelled.
  case interrupted(path: String)
  /// A note of this many UTF-8 bytes is longer than ``Mark/noteLimit``.
  case noteTooLong(bytes: Int)
  /// Reading or writing failed for any other reason. Nothing of a failed change is saved.
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
    // SQLite reports a disk error if there is no space for its `-shm` file.
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
      // Our writes satisfy all constraints, unless another program has changed the file.
      case .SQLITE_CORRUPT, .SQLITE_CONSTRAINT: .damaged(path: path, reason: reason)
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path, reason: reason)
      case .SQLITE_FULL: .diskFull(path: path, reason: reason)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      case .SQLITE_INTERRUPT: .interrupted(path: path)
      case .SQLITE_CANTOPEN: .cannotOpen(path: path, reason: reason)
      default: .failed(path: path, reason: reason)
      }
  }

  /// From an error number, for a file that cannot be created or written.
  init(errno code: Int32, path: String) {
    let reason = systemReason(code)
    self =
      switch code {
      case EACCES, EPERM, EROFS: .readOnly(path: path, reason: reason)
      case ENOSPC, EDQUOT: .diskFull(path: path, reason: reason)
      default: .cannotOpen(path: path, reason: reason)
      }
  }

  /// Whether the same change may succeed later.
  public var mayPass: Bool {
    switch self {
    case .noteTooLong: false
    default: true
    }
  }

  /// Whether the file may still be readable after this error.
  var leavesReading: Bool {
    switch self {
    case .cannotOpen, .readOnly, .diskFull, .failed: true
    default: false
    }
  }
}

func systemReason(_ code: Int32) -> String {
  code == ENOENT ? "no such file or folder" : String(cString: strerror(code))
}
