import Display
public import SmallFiles

/// A colour scheme in the base16 or base24 format of the tinted-theming project
/// (github.com/tinted-theming/home, `styling.md` and `builder.md`): a name and colours `base00` to `base0F`,
/// or to `base17`.
public struct Scheme: Hashable, Sendable {
  /// Whether a scheme is dark or light.
  public enum Variant: String, Sendable {
    /// Light text on a dark background, or dark on light.
    case dark, light
  }

  /// Its name in the file.
  public let name: String
  /// The author; empty if the file does not name one.
  public let author: String
  /// From the file or, if it is missing there, from the colours.
  public let variant: Variant
  /// By number: 0x00 to 0x0F, or to 0x17.
  let colors: [Int: Color]

  /// Reads a scheme from the text of a YAML file.
  public init(yaml: String) throws(SchemeError) {
    let file = try SchemeFile(yaml: yaml)
    guard file.system == "base16" || file.system == "base24" else { throw .unknownSystem(file.system) }
    var colors: [Int: Color] = [:]
    for (key, value) in file.palette {
      guard let number = Scheme.keys.firstIndex(of: key.lowercased()) else { continue }
      guard let color = Color(hexadecimal: value) else { throw .badColor(key: key, value: value) }
      colors[number] = color
    }
    for number in 0...15 where colors[number] == nil {
      throw .missingColor(key: "base0" + String(number, radix: 16, uppercase: true))
    }
    self.colors = colors
    name = file.name
    author = file.author
    let isDark = (colors[0]?.luminance ?? 0) < (colors[5]?.luminance ?? 1)
    variant = Variant(rawValue: file.variant) ?? (isDark ? .dark : .light)
  }

  /// `base00` to `base17`; files write the letters in either case.
  private static let keys = (0x00...0x17).map { "base" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }

  subscript(number: Int) -> Color { colors[number] ?? Color(red: 0, green: 0, blue: 0) }
}

/// Faults of a scheme's file.
public enum SchemeError: Error, Hashable, Sendable {
  /// The file cannot be read, or is not text.
  case file(SmallFileError)
  /// The text is not YAML, or YAML that is not accepted.
  case yaml(YAMLError)
  /// Not a mapping of names to values.
  case notAScheme
  /// A required part is missing.
  case missing(key: String)
  /// A name is repeated.
  case repeated(key: String, line: Int)
  /// A scheme that is neither base16 nor base24.
  case unknownSystem(String)
  /// One of the sixteen colours is missing.
  case missingColor(key: String)
  /// Not six hexadecimal digits.
  case badColor(key: String, value: String)
}

/// The parts of a file that a scheme needs; all others are ignored.
private struct SchemeFile {
  var system: String
  var name: String
  var author: String
  var variant: String
  var palette: [String: String] = [:]

  init(yaml: String) throws(SchemeError) {
    let root = try SchemeFile.values(of: try SchemeFile.root(of: yaml))
    func required(_ key: String) throws(SchemeError) -> YAMLNode {
      guard let value = root[key] else { throw .missing(key: key) }
      return value
    }
    system = try required("system").text ?? ""
    name = try required("name").text ?? ""
    author = root["author"]?.text ?? ""
    variant = root["variant"]?.text ?? ""
    guard let colors = try required("palette").entries else { throw .missing(key: "palette") }
    palette = try SchemeFile.values(of: colors).compactMapValues { $0.isNothing ? "" : $0.text }
  }

  private static func root(of yaml: String) throws(SchemeError) -> [YAMLEntry] {
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLParser.parse(quoting(yaml))
    } catch {
      throw .yaml(error)
    }
    guard let entries = root?.entries else { throw .notAScheme }
    return entries
  }

  private static func values(of entries: [YAMLEntry]) throws(SchemeError) -> [String: YAMLNode] {
    var values: [String: YAMLNode] = [:]
    for entry in entries {
      guard values.updateValue(entry.value, forKey: entry.name) == nil else {
        throw .repeated(key: entry.name, line: entry.position.line)
      }
    }
    return values
  }

  /// In YAML, a colour that starts with `#` and has no quotes is a comment; users write it anyway, and the intention is
  /// clear.
  private static func quoting(_ yaml: String) -> String {
    yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { quotingColor(in: $0) }
      .joined(separator: "\n")
  }

  private static func quotingColor(in line: Substring) -> Substring {
    guard let colon = line.firstIndex(of: ":"), line.drop(while: \.isWhitespace).hasPrefix("base") else {
      return line
    }
    let value = line[colon...].dropFirst().drop(while: \.isWhitespace)
    let color = value.prefix(7)
    guard color.first == "#", Color(hexadecimal: String(color)) != nil else { return line }
    return line[..<value.startIndex] + "\"\(color)\"" + value.dropFirst(7)
  }
}

extension Color {
  /// `#1a2b3c`, with or without the `#`.
  fileprivate init?(hexadecimal text: String) {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit), let value = UInt32(digits, radix: 16)
    else { return nil }
    self.init(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
  }
}
