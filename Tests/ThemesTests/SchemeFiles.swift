import Display
import Foundation
import Themes

/// The files of schemes, written by hand in tests.
enum SchemeFiles {
  static let dark = [
    "151412", "1E1D1B", "2F2E2B", "78746D", "A8A49C", "DBD7CF", "EBE7DF", "F9F5EC", "E27E76", "E29F6B",
    "DFC176",
    "93BD85", "7ABFC3", "7EAEDD", "CF93C1", "B7876D",
  ]
  static let light = Array(dark.prefix(8).reversed() + dark.dropFirst(8))

  static let heading = "system: \"base16\"\nname: \"Fog\"\nauthor: \"A. Pilot\"\nvariant: \"dark\"\n"

  static func keys(_ count: Int = 16) -> [String] {
    (0..<count).map { "base" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
  }

  /// A whole file; `line` writes one colour.
  static func file(
    heading: String = heading, colors: [String] = dark,
    line: (_ key: String, _ color: String) -> String = { "  \($0): \"#\($1)\"" }
  ) -> String {
    heading + "palette:\n" + zip(keys(colors.count), colors).map(line).joined(separator: "\n") + "\n"
  }

  /// The schemes that come with Broadsheet.
  static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Themes").path
}

/// What must be readable: all roles but lines.
extension Role {
  static let lines: Set<Role> = [.frame, .focusedFrame, .rule]
  static let texts = allCases.filter { !lines.contains($0) }
}

extension Palette {
  /// The contrast of a role's foreground against its background; nil where one is missing.
  func contrast(of role: Role) -> Double? {
    let style = self[role]
    return style.background.flatMap { style.foreground?.contrast(with: $0) }
  }
}
