/// The notation of keys: as in help texts, and as in the configuration files of vim, tmux and Emacs.
extension Key {
  /// Parses one key: `j`, `Space`, `^F`, `Ctrl-f`, `C-f`, `<c-f>`, `Shift-Tab`, `F1`.
  ///
  /// The case of names does not matter, except for names of two letters: `F1` is a key, and `f1` is `f`, then `1`.
  /// Between `<` and `>` it never matters. Keys that a terminal cannot distinguish are the same: `^I` is `Tab`, `^M`
  /// and `^J` are `Enter`, `^[` is `Esc`, `^H` is `Backspace`.
  public init?(notation: String) {
    let key: Key? =
      switch notation.count {
      case 1: Key.arrows[notation] ?? notation.first.flatMap(Key.printing)
      case 2 where notation.hasPrefix("^"): notation.last.flatMap(Key.together)
      case 2: Key.names.contains(notation) ? Key.named(notation.lowercased()) : nil
      case 3... where notation.hasPrefix("<") && notation.hasSuffix(">"):
        Key.named(notation.dropFirst().dropLast().lowercased())
      default: Key.named(notation.lowercased())
      }
    guard let key else { return nil }
    self = key
  }

  /// The names of all named keys, in their preferred spelling.
  public static let names =
    [
      "Space", "Enter", "Tab", "Shift-Tab", "Backspace", "Esc", "Up", "Down", "Left", "Right", "Home", "End",
      "PgUp", "PgDn", "Ins", "Del",
    ] + functionKeys.map { "F\($0)" }

  /// The function keys that a terminal's description can contain.
  private static let functionKeys = 1...63

  /// The key with a name, given in lower case.
  private static func named(_ name: String) -> Key? {
    for modifier in ["ctrl-", "ctrl+", "control-", "c-"] where name.hasPrefix(modifier) {
      let rest = name.dropFirst(modifier.count)
      return rest.count == 1 ? rest.first.flatMap(together) : nil
    }
    if name.hasPrefix("f"), let number = Int(name.dropFirst()), functionKeys.contains(number) {
      return .function(number)
    }
    return words[name]
  }

  private static let words: [String: Key] = [
    "space": " ", "enter": .enter, "return": .enter, "cr": .enter, "tab": .tab,
    "shift-tab": .backTab, "s-tab": .backTab, "backtab": .backTab, "backspace": .backspace, "bs": .backspace,
    "esc": .escape, "escape": .escape, "up": .up, "down": .down, "left": .left, "right": .right,
    "home": .home,
    "end": .end, "pgup": .pageUp, "pageup": .pageUp, "pgdn": .pageDown, "pagedown": .pageDown,
    "ins": .insert, "insert": .insert, "del": .delete, "delete": .delete, "lt": "<", "gt": ">",
  ]

  private static let arrows: [String: Key] = ["↑": .up, "↓": .down, "←": .left, "→": .right]

  private static func printing(_ character: Character) -> Key? {
    let isControl = character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    return isControl ? nil : .character(character)
  }

  /// A character pressed with Control, as the terminal sends it.
  private static func together(_ character: Character) -> Key? {
    switch character {
    case "h", "H": .backspace
    case "i", "I": .tab
    case "j", "J", "m", "M": .enter
    case "[": .escape
    case "a"..."z", "A"..."Z": character.uppercased().first.map { .control($0) }
    case "\\", "]", "^", "_": .control(character)
    default: nil
    }
  }
}
