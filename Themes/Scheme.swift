import Display
import Yams

/// A colour scheme in the base16 or base24 format of the tinted-theming project
/// (github.com/tinted-theming/home, `styling.md` and `builder.md`): a name and colours `base00` to `base0F`, or to
/// `base17`.
public struct Scheme: Hashable, Sendable {
  /// What a scheme is made for.
  public enum Variant: String, Sendable {
    case dark, light
  }

  public let name: String
  public let author: String
  public let variant: Variant
  /// By number: 0x00 to 0x0F, or to 0x17.
  let colors: [Int: Color]

  /// Reads a scheme from the text of a YAML file.
  public init(yaml: String) throws(SchemeError) {
    let file: SchemeFile
    do {
      file = try YAMLDecoder().decode(SchemeFile.self, from: yaml)
    } catch {
      throw .notAScheme(reason: Scheme.firstLine(of: error))
    }
    guard file.system == "base16" || file.system == "base24" else { throw .unknownSystem(file.system) }
    var colors: [Int: Color] = [:]
    for (key, value) in file.palette {
      guard key.hasPrefix("base"), let number = Int(key.dropFirst(4), radix: 16) else { continue }
      guard let color = Color(hexadecimal: value) else { throw .badColor(key: key, value: value) }
      colors[number] = color
    }
    for number in 0...15 where colors[number] == nil { throw .missingColor(key: Scheme.key(number)) }
    self.colors = colors
    name = file.name
    author = file.author ?? ""
    let isDark = (colors[0]?.luminance ?? 0) < (colors[5]?.luminance ?? 1)
    variant = file.variant.flatMap { Variant(rawValue: $0) } ?? (isDark ? .dark : .light)
  }

  /// `base0A`: as the files write it.
  private static func key(_ number: Int) -> String {
    let digits = String(number, radix: 16, uppercase: true)
    return "base" + (digits.count == 1 ? "0" + digits : digits)
  }

  private static func firstLine(of error: any Error) -> String {
    let text = String(describing: error)
    return text.split(separator: "\n").first.map { String($0) } ?? text
  }

  subscript(number: Int) -> Color { colors[number] ?? Color(red: 0, green: 0, blue: 0) }
}

/// What is wrong with a scheme's file.
public enum SchemeError: Error, Hashable, Sendable {
  case unreadable(reason: String)
  case notAScheme(reason: String)
  case unknownSystem(String)
  case missingColor(key: String)
  case badColor(key: String, value: String)
}

/// The file as it is written.
private struct SchemeFile: Decodable {
  var system: String
  var name: String
  var author: String?
  var variant: String?
  var palette: [String: String]
}

extension Color {
  /// `#1a2b3c`, with or without the `#`.
  fileprivate init?(hexadecimal text: String) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else { return nil }
    self.init(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }
}
