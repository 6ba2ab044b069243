import Display
import Queries
import SmallFiles

/// `keys`: for each pane, keys and the names of their commands.
extension SettingReader {
  /// The name that unbinds keys.
  static let unbound = Word("none", "nothing")
  /// The maximum number of keys in a sequence.
  private static let longestSequence = 8

  mutating func readKeys(_ node: YAMLNode) {
    let commands = context.commands + settings.commands.map { Word($0.name) } + [SettingReader.unbound]
    guard let panes = fields(node, KeyPane.words.map(\.name), of: "panes with their keys", "keys") else {
      return
    }
    for pane in KeyPane.allCases {
      guard let keys = panes[pane.rawValue]?.value, !keys.isNothing else { continue }
      readKeys(keys, in: pane, among: commands)
    }
  }

  private mutating func readKeys(_ node: YAMLNode, in pane: KeyPane, among commands: [Word]) {
    let path = "keys.\(pane.rawValue)"
    for entry in entries(node, of: "keys with the names of commands", path) ?? [] {
      guard let keys = keySequence(entry.name, entry.position, path),
        let name = value(entry.value, of: .words { _ in commands }, "\(path).\(keys)")
      else { continue }
      let command = name == SettingReader.unbound.name ? nil : name
      bind(KeyBinding(pane, keys, command), entry.position, path)
    }
  }

  /// Parses key notation; nil if it is invalid, which is recorded as a problem.
  mutating func keySequence(_ notation: String, _ position: YAMLPosition, _ path: String) -> KeySequence? {
    if let keys = KeySequence(notation), keys.keys.count <= SettingReader.longestSequence { return keys }
    let word = KeySequence.unreadableWord(in: notation) ?? notation
    report(.notAKey(word, nearest: NearestWord.nearest(to: word, in: Key.names)), position, path)
    return nil
  }

  /// Of two conflicting bindings, the earlier one is used.
  mutating func bind(_ binding: KeyBinding, _ position: YAMLPosition, _ path: String) {
    if let earlier = boundKeys.conflict(with: binding) {
      report(.keyConflict(binding.keys, earlier: earlier.keys, line: earlier.line), position, path)
    } else {
      boundKeys.insert(binding, line: position.line)
      settings.keys.append(binding)
      bindings.append((binding, position, path))
    }
  }

  // MARK: Hidden keys

  /// Reports default keys that can no longer be pressed because a binding of the file is a prefix of them, or they of
  /// it, if their commands have no other keys.
  mutating func reportHiddenKeys() {
    for (binding, position, path) in bindings where binding.command != nil {
      let hidden = context.keys.filter { hides(binding, $0) && !hasOtherKeys($0) }
      if !hidden.isEmpty { report(.hidesKeys(binding.keys, hidden: hidden.map(\.keys)), position, path) }
    }
  }

  private func hides(_ binding: KeyBinding, _ other: KeyBinding) -> Bool {
    other.keys != binding.keys && other.pane.overlapping(binding.pane)
      && (binding.keys.isBeginning(of: other.keys) || other.keys.isBeginning(of: binding.keys))
      // Keys that the file binds itself are hidden on purpose.
      && !settings.keys.contains { $0.keys == other.keys && $0.pane.overlapping(other.pane) }
  }

  private func hasOtherKeys(_ hidden: KeyBinding) -> Bool {
    if settings.keys.contains(where: { $0.command == hidden.command && $0.pane.overlapping(hidden.pane) }) {
      return true
    }
    return context.keys.contains { other in
      other.command == hidden.command && other.keys != hidden.keys && other.pane.overlapping(hidden.pane)
        && !settings.keys.contains { $0.command != nil && ($0.keys == other.keys || hides($0, other)) }
    }
  }
}

extension KeyPane {
  /// Whether the keys of both can be pressed in one pane.
  fileprivate func overlapping(_ other: KeyPane) -> Bool {
    self == other || self == .everywhere || other == .everywhere
  }
}
