import Display

/// The strings that set colours and attributes: SGR of ECMA-48 ("Select Graphic Rendition") on nearly all terminals.
struct GraphicRendition {
  private let abilities: TerminalAbilities
  private let depth: ColorDepth
  /// Resets all attributes. The string in the description also ends the alternate character set.
  let wholeReset: [UInt8]
  /// Resets all attributes, if the alternate character set was not used.
  private let reset: [UInt8]

  init(_ abilities: TerminalAbilities, depth: ColorDepth) {
    self.abilities = abilities
    self.depth = depth
    let ending = abilities.string("sgr0") ?? []
    wholeReset = ending + (depth == .monochrome ? [] : abilities.string("op") ?? [])
    let isStandard = ["\u{1B}[m", "\u{1B}[0m"].contains { ending.firstRange(of: Array($0.utf8)) != nil }
    reset = isStandard ? GraphicRendition.select(0) : wholeReset
  }

  /// Changes one style to another: by setting the differences or, if that is shorter, by a reset.
  func change(from start: ResolvedStyle, to end: ResolvedStyle) -> [UInt8] {
    let anew = GraphicRendition.joined([reset] + additions(from: ResolvedStyle(), to: end))
    guard let ends = ends(of: start.attributes.subtracting(end.attributes)) else { return anew }
    var kept = start
    kept.attributes.formIntersection(end.attributes)
    if ends.contains(GraphicRendition.normalIntensity) { kept.attributes.subtract([.bold, .dim]) }
    let change = GraphicRendition.joined(ends + additions(from: kept, to: end))
    return change.count <= anew.count ? change : anew
  }

  /// Bold and dim end together.
  private static let normalIntensity = select(22)

  /// The strings that end single attributes; nil if the terminal cannot end them. Terminfo has no name for the end of
  /// bold and dim: a terminal that ends underlining as in ECMA-48 is assumed to end these as in ECMA-48, too.
  private func ends(of attributes: TextAttributes) -> [[UInt8]]? {
    let all: [(TextAttributes, name: String, known: Int, end: [UInt8])] = [
      ([.bold, .dim], "rmul", 24, GraphicRendition.normalIntensity),
      (.italic, "ritm", 23, GraphicRendition.select(23)),
      (.underline, "rmul", 24, GraphicRendition.select(24)),
      (.reverse, "rmso", 27, GraphicRendition.select(27)),
    ]
    let needed = all.filter { !attributes.isDisjoint(with: $0.0) }
    let isPossible = needed.allSatisfy { abilities.string($0.name) == GraphicRendition.select($0.known) }
    return isPossible ? needed.map(\.end) : nil
  }

  /// Sets added attributes and changed colours.
  private func additions(from start: ResolvedStyle, to end: ResolvedStyle) -> [[UInt8]] {
    let names: [(TextAttributes, [String])] = [
      (.bold, ["bold"]), (.dim, ["dim"]), (.italic, ["sitm"]), (.underline, ["smul"]),
      (.reverse, ["rev", "smso"]),
    ]
    let begun = end.attributes.subtracting(start.attributes)
    let attributes = names.filter { begun.contains($0.0) }.compactMap { _, names in
      names.lazy.compactMap { abilities.string($0) }.first
    }
    return attributes + colors(from: start, to: end)
  }

  private func colors(from start: ResolvedStyle, to end: ResolvedStyle) -> [[UInt8]] {
    var (start, strings) = (start, [[UInt8]]())
    let losesText = start.foreground >= 0 && end.foreground < 0
    let losesGround = start.background >= 0 && end.background < 0
    if losesText || losesGround, !abilities.setsDefaultColors, let both = abilities.string("op") {
      strings.append(both)
      (start.foreground, start.background) = (-1, -1)
    }
    if start.foreground != end.foreground { strings.append(color(end.foreground, "setaf", code: 38)) }
    if start.background != end.background { strings.append(color(end.background, "setab", code: 48)) }
    return strings
  }

  /// `code` sets an exact colour, which terminals with direct colour understand whatever their description
  /// says; the number after it sets the terminal's default colour.
  private func color(_ color: Int32, _ name: String, code: Int) -> [UInt8] {
    if color < 0 { return GraphicRendition.select(code + 1) }
    if depth == .trueColor {
      return Array("\u{1B}[\(code);2;\(color >> 16);\(color >> 8 & 0xFF);\(color & 0xFF)m".utf8)
    }
    var bytes: [UInt8] = []
    abilities.capability(name)?.append(Int(color), to: &bytes)
    return bytes
  }

  private static func select(_ code: Int) -> [UInt8] { Array("\u{1B}[\(code)m".utf8) }

  /// Joins SGR sequences: `ESC [ 1 m` and `ESC [ 4 m` become `ESC [ 1 ; 4 m`.
  private static func joined(_ strings: [[UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    var isOpen = false
    for string in strings where !string.isEmpty {
      let isSGR =
        string.starts(with: "\u{1B}[".utf8) && string.last == UInt8(ascii: "m")
        && string.dropFirst(2).dropLast().allSatisfy { 0x30...0x3B ~= $0 }
      if isSGR, isOpen {
        result[result.count - 1] = UInt8(ascii: ";")
        result += string.dropFirst(2)
      } else {
        result += string
      }
      isOpen = isSGR
    }
    return result
  }
}
