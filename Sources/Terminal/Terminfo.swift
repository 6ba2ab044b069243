import CNcurses
import Glibc

/// The terminal's description in the terminfo database.
enum Terminfo {
  /// Loads the description of a terminal type, replacing the one loaded before.
  static func load(_ type: String, terminal: Int32) throws(TerminalError) {
    guard description_load(type, terminal) == 1 else { throw .unknownType(type) }
  }

  static func flag(_ name: String) -> Bool {
    description_flag(name) == 1
  }

  /// A number in the description; -1 if it is missing.
  static func number(_ name: String) -> Int32 {
    description_number(name)
  }

  /// The bytes of a capability in the description, including parameters and delays.
  static func string(_ name: String) -> [UInt8]? {
    bytes(description_string(name))
  }

  /// A capability with its parameters evaluated.
  static func formatted(_ capability: [UInt8], _ first: Int32, _ second: Int32 = 0) -> [UInt8]? {
    let text = capability.map { CChar(bitPattern: $0) } + [0]
    return bytes(description_format(text, first, second))
  }

  /// A capability without its delays (`$<5>`, terminfo(5) "Delays and Padding"): modern terminals do not need them, and
  /// they would be printed if the bytes are sent without ncurses.
  static func withoutDelays(_ capability: [UInt8]) -> [UInt8] {
    var rest = capability[...]
    var result: [UInt8] = []
    while let byte = rest.first {
      if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  /// The bytes that restore the state of the terminal from before ncurses was started; the cursor ends on the last
  /// line.
  static func resetBytes(rows: Int) -> [UInt8] {
    let last = Int32(max(0, rows - 1))
    let wholeScreenScrolls = string("csr").flatMap { formatted($0, 0, last) }
    let bottom = string("cup").flatMap { formatted($0, last) }
    let leave = string("rmcup") ?? Array("\r\n".utf8)
    let modes = ["rmir", "smam", "sgr0", "op", "cnorm", "rmkx"].map { string($0) }
    let parts = [wholeScreenScrolls, bottom] + modes + [leave]
    return withoutDelays(parts.flatMap { $0 ?? [] })
  }

  private static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8]? {
    text.map { text in UnsafeBufferPointer(start: text, count: strlen(text)).map(UInt8.init(bitPattern:)) }
  }
}
