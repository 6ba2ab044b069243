/// Why another program could not be started, or a file not be written or read.
public enum SubprocessError: Error, Hashable, Sendable {
  /// No program of that name is on the `PATH`, or there is no such file.
  case programNotFound(String)
  /// The system did not start it.
  case cannotStart(program: String, errno: Int32)
  /// `BROWSER` names no program that is there, and there is no `xdg-open`.
  case noBrowser
  /// Only http and https addresses of plain characters are ever opened.
  case notAWebAddress(String)
  /// There is a file of that name, and nobody said that it may be replaced.
  case fileExists(path: String)
  /// There is a file of that name in a folder of pages: those are never written.
  case pageFile(path: String)
  /// A folder, where a file was to be named.
  case isFolder(path: String)
  /// Neither file nor folder: a device, a pipe.
  case notAFile(path: String)
  /// The folder of a file to be written is not there.
  case folderMissing(path: String)
  /// The system's reason why a file could not be written.
  case cannotWrite(path: String, errno: Int32)
  /// The system's reason why a file could not be read.
  case cannotRead(path: String, errno: Int32)
  /// An edited text that nobody has written by hand.
  case tooLarge(path: String, limit: Int)
}
