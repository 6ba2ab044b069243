/// A string capability of a terminal's description, ready for its parameters.
///
/// The cursor is moved a hundred times per update. So strings of the usual form, numbers between fixed bytes, are
/// parsed once (terminfo(5), "Parameterized Strings"); others are evaluated by the terminfo library.
struct Capability {
  /// The bytes before, between and after the numbers.
  private var fixed: [[UInt8]] = [[]]
  /// The index of the parameter for each number.
  private var parameters: [Int] = []
  /// `%i`: columns and rows are counted from 1.
  private var base = 0
  /// The whole string, if it has another form.
  private var unusual: [UInt8]?

  /// - Parameter source: the string in the description; delays are removed.
  init(_ source: [UInt8]) {
    let source = Terminfo.withoutDelays(source)
    if !takeApart(source[...]) { unusual = source }
  }

  private mutating func takeApart(_ source: ArraySlice<UInt8>) -> Bool {
    var rest = source
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        fixed[fixed.count - 1].append(byte)
        continue
      }
      if rest.starts(with: "i".utf8) {
        base = 1
        rest.removeFirst()
      } else if rest.starts(with: "p1%d".utf8) || rest.starts(with: "p2%d".utf8) {
        parameters.append(rest[rest.startIndex + 1] == UInt8(ascii: "1") ? 0 : 1)
        fixed.append([])
        rest.removeFirst(4)
      } else {
        return false
      }
    }
    return true
  }

  /// The number of bytes with these parameters.
  func length(_ first: Int = 0, _ second: Int = 0) -> Int {
    if let unusual { return Capability.formatted(unusual, first, second).count }
    var length = 0
    for part in fixed { length += part.count }
    for parameter in parameters { length += Capability.digits((parameter == 0 ? first : second) + base) }
    return length
  }

  /// Appends it with these parameters.
  func append(_ first: Int = 0, _ second: Int = 0, to bytes: inout [UInt8]) {
    if let unusual { return bytes += Capability.formatted(unusual, first, second) }
    bytes += fixed[0]
    for (index, parameter) in parameters.enumerated() {
      Capability.append((parameter == 0 ? first : second) + base, to: &bytes)
      bytes += fixed[index + 1]
    }
  }

  private static func formatted(_ source: [UInt8], _ first: Int, _ second: Int) -> [UInt8] {
    Terminfo.formatted(source, Int32(truncatingIfNeeded: first), Int32(truncatingIfNeeded: second)) ?? []
  }

  private static func digits(_ number: Int) -> Int {
    number < 10 ? 1 : 1 + digits(number / 10)
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
