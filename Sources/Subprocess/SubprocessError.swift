/// Why a program could not be started, or a file could not be written or read.
public enum SubprocessError: Error, Hashable, Sendable {
  /// No program of that name is on the `PATH`, or there is no such file.
  case programNotFound(String)
  /// The system could not start it.
  case cannotStart(program: String, errno: Int32)
  /// `BROWSER` names no existing program, and there is no `xdg-open`.
  case noBrowser
  /// Not an http or https address of plain characters.
  case notAWebAddress(String)
  /// The file exists, and replacing it was not allowed.
  case fileExists(path: String)
  /// The file exists and is in a folder of pages, which is never written to.
  case pageFile(path: String)
  /// The path is a folder, not a file.
  case isFolder(path: String)
  /// The path is neither a file nor a folder, but a device or a pipe.
  case notAFile(path: String)
  /// The folder of the file does not exist.
  case folderMissing(path: String)
  /// The file could not be written.
  case cannotWrite(path: String, errno: Int32)
  /// The file could not be read.
  case cannotRead(path: String, errno: Int32)
  /// The edited text is larger than the limit.
  case tooLarge(path: String, limit: Int)
}
