import Display

/// The theme picker: the selected theme is previewed.
public struct ThemePicker: Hashable, Sendable {
  /// The names of all themes.
  public let names: [String]
  /// The previewed theme.
  public private(set) var chosen: Int
  /// The theme used before.
  private let before: String

  /// The result of a key.
  enum Outcome: Hashable {
    case nothing
    case preview(String)
    case keep(String)
    /// The previous theme is to be restored.
    case takeBack(String)
  }

  init(_ names: [String], current: String) {
    self.names = names
    before = current
    chosen = names.firstIndex(of: current) ?? 0
  }

  /// `T` also moves to the next theme.
  mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case "j", "T", .down, .tab, .control("N"), " ": return go(to: chosen + 1)
    case "k", .up, .backTab, .control("P"): return go(to: chosen - 1)
    case "g", .home: return go(to: 0)
    case "G", .end: return go(to: names.count - 1)
    case .enter: return .keep(names[chosen])
    case .escape, "q", .control("C"): return .takeBack(before)
    default: return .nothing
    }
  }

  private mutating func go(to number: Int) -> Outcome {
    chosen = (number + names.count) % names.count
    return .preview(names[chosen])
  }
}
