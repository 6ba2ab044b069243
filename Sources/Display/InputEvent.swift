/// A key.
public enum Key: Hashable, Sendable {
  /// A printable character, including the space.
  case character(Character)
  /// A letter, or one of `\ ] ^ _`, pressed with Control; letters in upper case.
  case control(Character)
  /// A key with a name instead of a character.
  case enter, tab, backTab, backspace, escape
  /// A key that moves or edits.
  case up, down, left, right, home, end, pageUp, pageDown, insert, delete
  /// A function key, from `F1`.
  case function(Int)
}

/// An input event from a terminal.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A mouse event; only while the mouse is enabled.
  case mouse(MouseEvent)
  /// A text was pasted: line breaks are `\n`, other control characters have been removed, and its length is limited. It
  /// is never interpreted as commands.
  case paste(String)
}

extension Key: CustomStringConvertible {
  /// The key as written in help texts: `j`, `^R`, `Space`, `PgDn`.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let character): "^\(character)"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .escape: "Esc"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .insert: "Ins"
    case .delete: "Del"
    case .function(let number): "F\(number)"
    }
  }
}

extension Key: ExpressibleByStringLiteral {
  /// A printable character; of a longer text, only the first one is used.
  public init(stringLiteral value: String) {
    self = .character(value.first ?? " ")
  }
}
