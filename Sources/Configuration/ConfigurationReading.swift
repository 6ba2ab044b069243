import Glibc

/// What has become of reading a file.
public struct ConfigurationReading: Sendable {
  /// What the file says, with defaults for what it does not say, or says wrongly. Nil when nothing in it can be
  /// used: then what was in use before stays so.
  public let settings: Settings?
  /// What is wrong with it, in the order of the file.
  public let problems: [ConfigurationProblem]

  /// Reads a file. One that is not there says nothing: everything is at its default, and nothing is wrong.
  public init(file: String, _ context: ConfigurationContext) {
    do throws(ConfigurationProblem) {
      self.init(yaml: try ConfigurationReading.text(of: file), context)
    } catch {
      self.init(nil, [error])
    }
  }

  /// Reads the text of a file.
  public init(yaml text: String, _ context: ConfigurationContext) {
    do throws(ConfigurationProblem) {
      var reader = SettingReader(context)
      if let root = try YAMLTree.read(text) { try reader.read(root) }
      self.init(reader.settings, reader.problems)
    } catch {
      self.init(nil, [error])
    }
  }

  private init(_ settings: Settings?, _ problems: [ConfigurationProblem]) {
    (self.settings, self.problems) = (settings, problems)
  }

  /// The largest file that somebody may have written by hand, in bytes.
  static let sizeLimit = 1 << 20

  /// Empty when there is no file. Opened so that a pipe in its place keeps nobody waiting.
  private static func text(of path: String) throws(ConfigurationProblem) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    var status = stat()
    guard file >= 0 else {
      let code = errno
      // A link that leads nowhere is no missing file.
      if [ENOENT, ENOTDIR].contains(code), lstat(path, &status) != 0 { return "" }
      throw ConfigurationProblem(.unreadable(errno: code))
    }
    defer { close(file) }
    guard fstat(file, &status) == 0 else { throw ConfigurationProblem(.unreadable(errno: errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw ConfigurationProblem(.notAFile) }
    let bytes = try contents(of: file, size: Int(status.st_size))
    guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
      throw ConfigurationProblem(.notText, SettingPlace(line: lineWithoutText(bytes)))
    }
    return text
  }

  private static func contents(of file: Int32, size: Int) throws(ConfigurationProblem) -> [UInt8] {
    guard size <= sizeLimit else { throw ConfigurationProblem(.tooLarge(bytes: size, limit: sizeLimit)) }
    var failure: Int32?
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = read(file, buffer.baseAddress.map { $0 + count }, size - count)
        if more < 0, errno == EINTR { continue }
        if more < 0 { failure = errno }
        guard more > 0 else { return }
        count += more
      }
    }
    if let failure { throw ConfigurationProblem(.unreadable(errno: failure)) }
    return bytes
  }

  private static func lineWithoutText(_ bytes: [UInt8]) -> Int {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let number = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil || $0.contains(0) }
    return (number ?? 0) + 1
  }
}
