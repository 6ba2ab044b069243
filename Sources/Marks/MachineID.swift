import Foundation

/// A number for this machine and this folder of marks, stored in the file `machine` of that folder.
///
/// It is random, and stored with a fingerprint of the machine: if the folder was copied to another machine, or is
/// synchronized with one, that machine creates a new number.
struct MachineID: Hashable, CustomStringConvertible {
  /// Sixteen hexadecimal digits.
  let description: String

  /// The number stored in a folder, or a new one, which is stored there if possible.
  init(in folder: String) {
    let path = folder + "/machine"
    let mark = MachineID.fingerprint(of: folder)
    let text = FileManager.default.contents(atPath: path).flatMap {
      String(data: $0.prefix(256), encoding: .utf8)
    }
    let words = text?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    if words.count == 2, words[1] == mark, MachineID.isNumber(words[0]) {
      description = words[0]
      return
    }
    let number = MachineID.digits(UInt64.random(in: .min ... .max))
    description = number
    try? WholeFile.write(Data("\(number) \(mark)\n".utf8), to: path)
  }

  private static func isNumber(_ text: String) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// Machines rarely share both host name and machine ID, and never the disk that holds the folder.
  private static func fingerprint(of folder: String) -> String {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    let machine = FileManager.default.contents(atPath: "/etc/machine-id") ?? Data()
    let place = realpath(folder, nil)
    defer { free(place) }
    let host = name.map { UInt8(bitPattern: $0) }.filter { $0 != 0 }
    let bytes =
      host + [0] + [UInt8](machine.prefix(64)) + [0]
      + Array((place.map { String(cString: $0) } ?? folder).utf8)
    // FNV-1a: it need not be cryptographic.
    return digits(bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  }

  private static func digits(_ value: UInt64) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }
}
