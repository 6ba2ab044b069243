import Foundation
import Glibc
import PageFormats

/// A text in a private file for an editor. The file is removed with this value, unless it is kept.
public struct EditedText: ~Copyable {
  /// The file, for the editor.
  public let path: String
  private let folder: String
  private let original: [UInt8]
  private var isKept = false

  /// Writes a text to a new file in a folder of its own.
  /// - Parameters:
  ///   - text: the initial text.
  ///   - name: the file's name, which editors show, and from which they guess its type.
  ///   - environment: the variables with the folder for such files: `XDG_RUNTIME_DIR`, otherwise `TMPDIR`.
  /// - Throws: `cannotWrite`; then there is no file.
  public init(
    _ text: String, name: String = "note.md",
    environment: [String: String]
  ) throws(SubprocessError) {
    let folder = try PrivateFolder.make(environment)
    let path = folder + "/" + name
    do throws(SubprocessError) {
      try FileBytes.create(path, Array(text.utf8), mode: 0o600)
    } catch {
      rmdir(folder)
      throw error
    }
    self.folder = folder
    self.path = path
    original = Array(text.utf8)
  }

  deinit {
    // Editors leave backup files beside it.
    if !isKept { try? FileManager.default.removeItem(atPath: folder) }
  }

  /// Keeps the edited text if it could not be saved as a note.
  /// - Parameter shelf: the folder to which the file is moved, because temporary folders are emptied when the machine
  ///   restarts. If that fails, the file stays where it is.
  /// - Returns: the path of the file; nil if the text was not changed and is not kept.
  public mutating func saveCopy(in shelf: String) -> String? {
    guard let bytes = try? FileBytes.read(path, limit: EditedText.keptLimit) else { return leaveInFolder() }
    if bytes == original { return nil }
    let name = path.split(separator: "/").last ?? "note"
    let kept = "\(shelf)/\(time(nil))-\(getpid())-\(name)"
    guard (try? FileBytes.create(kept, bytes, mode: 0o600)) != nil else { return leaveInFolder() }
    return kept
  }

  /// Larger texts are not copied.
  private static let keptLimit = 16 << 20

  private mutating func leaveInFolder() -> String? {
    guard access(path, F_OK) == 0 else { return nil }
    isKept = true
    return path
  }

  /// The edited text, sanitized, with its line breaks, without blank lines at its end.
  /// - Parameter limit: the largest text, in bytes.
  /// - Returns: the lines, with `\n` between them.
  /// - Throws: `cannotRead`, or `tooLarge` for more than the limit.
  public func read(limit: Int) throws(SubprocessError) -> String {
    let bytes = try FileBytes.read(path, limit: limit)
    var lines = HarmlessLines.lines(of: bytes)
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
