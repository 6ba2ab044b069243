import Display

/// The indexed colours of terminals, and the nearest one to a colour.
enum IndexedColors {
  /// All 256 colours as xterm defines them by default. Many users change the first sixteen, so these are not used if
  /// there are more.
  static let all: [Color] = ansi + cube + greys

  private static let perceived = all.map { PerceivedColor($0) }

  /// The index of the colour among `indices` that looks most similar to this one.
  static func nearest(to color: Color, in indices: some Collection<Int>) -> Int {
    let wanted = PerceivedColor(color)
    return indices.min { wanted.distance(to: perceived[$0]) < wanted.distance(to: perceived[$1]) } ?? 0
  }

  /// The same among the colours with a minimum contrast to a background; if there are none, the colour with the highest
  /// contrast.
  static func nearest(to color: Color, in indices: Range<Int>, on background: Int, contrast: Double) -> Int {
    let ground = all[background]
    let others = indices.map { (index: $0, contrast: all[$0].contrast(with: ground)) }
      .filter { $0.index != background }
    let fitting = others.filter { $0.contrast >= contrast }.map(\.index)
    if !fitting.isEmpty { return nearest(to: color, in: fitting) }
    return others.max { $0.contrast < $1.contrast }?.index ?? background
  }

  private static let ansi: [Color] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ].map { Color(rgb: $0) }

  private static let cube: [Color] = {
    let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
    return levels.flatMap { red in
      levels.flatMap { green in levels.map { Color(red: red, green: green, blue: $0) } }
    }
  }()

  private static let greys: [Color] = (0..<24).map { step in
    let level = UInt8(8 + 10 * step)
    return Color(red: level, green: level, blue: level)
  }
}

extension Color {
  /// From `0xRRGGBB`.
  init(rgb: Int32) {
    self.init(
      red: UInt8(rgb >> 16 & 0xFF), green: UInt8(rgb >> 8 & 0xFF), blue: UInt8(rgb & 0xFF))
  }

  /// As `0xRRGGBB`, which is also its index on terminals with direct colour.
  var rgb: Int32 {
    Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
  }
}
