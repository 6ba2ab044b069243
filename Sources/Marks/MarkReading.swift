import Foundation

/// Records read from a file or a pipe of lines.
public struct MarkReading: Sendable {
  /// The records, in the order of the lines.
  public private(set) var records: [MarkRecord] = []
  /// The numbers of invalid lines, from 1.
  public private(set) var badLines: [Int] = []

  /// Reads a file of lines (see ``MarkLines``).
  /// - Throws: `cannotOpen`, also for anything but a regular file.
  public init(path: String) throws(MarkError) {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { throw .cannotOpen(path: path, reason: systemReason(errno)) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .cannotOpen(path: path, reason: "Not a regular file")
    }
    try self.init(descriptor: file, name: path)
  }

  /// Reads lines from a descriptor until end of file.
  /// - Throws: `cannotOpen` with the system's reason.
  public init(descriptor: Int32, name: String) throws(MarkError) {
    var (buffer, rest, number) = ([UInt8](repeating: 0, count: 1 << 16), Data(), 0)
    // The rest of a line that is too long is skipped.
    var isTooLong = false
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw .cannotOpen(path: name, reason: systemReason(errno)) }
      if count == 0 { break }
      var start = 0
      while let end = buffer[start..<count].firstIndex(of: UInt8(ascii: "\n")) {
        if !isTooLong { rest.append(contentsOf: buffer[start..<end]) }
        number += 1
        add(isTooLong ? nil : rest, number)
        (rest, isTooLong, start) = (Data(), false, end + 1)
      }
      if rest.count + count - start > MarkLines.lineLimit { (rest, isTooLong) = (Data(), true) }
      if !isTooLong { rest.append(contentsOf: buffer[start..<count]) }
    }
    if isTooLong || !rest.isEmpty { add(isTooLong ? nil : rest, number + 1) }
  }

  /// `line` is nil if the line is too long.
  private mutating func add(_ line: Data?, _ number: Int) {
    guard let line, let found = MarkLines.records(inLine: line) else {
      if line?.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) != true { badLines.append(number) }
      return
    }
    records += found
  }
}
