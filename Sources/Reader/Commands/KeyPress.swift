public import Display

/// Handles keys, key sequences and the numbers before them.
extension ReaderState {
  mutating func press(_ key: Key) -> [ReaderEffect] {
    (hasInteracted, isSettled) = (true, true)
    message = nil
    if prompt != nil { return reduce(prompt: .key(key)) }
    if case .themes = overlay { return reduce(overlay: .pickTheme(key)) }
    if case .question = overlay { return reduce(overlay: .answer(key)) }
    if let effects = pressLink(key) { return effects }
    if scrollMenu(key) { return [] }
    let keys = pendingKeys + [key]
    pendingKeys = []
    if isNumber(keys) {
      pendingKeys = keys
      return []
    }
    let digits = keys.prefix { $0.digit != nil }
    let number = isNumber(Array(digits)) ? KeyNumber.value(of: digits) : nil
    let others = number == nil ? keys : Array(keys.dropFirst(digits.count))
    let meaning = meaning(of: others)
    if meaning == .unfinished {
      pendingKeys = keys
    } else if keys.count > 1, key == .escape, meaning == .nothing || number != nil {
      // Escape cancels the pending keys.
    } else if key == .enter, case .sheet = overlay {
      return reduce(overlay: .choose)
    } else if overlay != nil {
      return reduce(overlay: .perform(meaning.command))
    } else if let command = meaning.command {
      return number.map { perform(command, number: $0) } ?? perform(command)
    } else {
      message = .notice("\(KeySequence(keys)) is not bound · \(hint(.help)) shows the keys")
    }
    return []
  }

  /// Handles keys in the focused pane. While an overlay is open, keys that only begin commands for panes are
  /// ignored.
  private func meaning(of keys: [Key]) -> Keymap.Meaning {
    let meaning = commands.keymap.meaning(of: keys, in: focus)
    guard overlay != nil, meaning == .unfinished else { return meaning }
    let continuations = commands.continuations(of: keys, in: focus)
    let isAwaited = continuations.contains { overlayState.handles($0.row.command) }
    return isAwaited ? meaning : .nothing
  }

  // MARK: Numbers

  /// Whether the keys are a count for the next key: digits that are not bound to a command.
  private func isNumber(_ keys: [Key]) -> Bool {
    guard overlay == nil, let first = keys.first, first != "0", keys.allSatisfy({ $0.digit != nil }) else {
      return false
    }
    return commands.keymap.meaning(of: [first], in: focus) == .nothing
  }

  /// The number typed so far; nil if there is none.
  public var pendingNumber: Int? {
    isNumber(pendingKeys) ? KeyNumber.value(of: pendingKeys[...]) : nil
  }

  /// The pending keys, without the number before them.
  public var pendingSequence: [Key] {
    let digits = pendingKeys.prefix { $0.digit != nil }
    return isNumber(Array(digits)) ? Array(pendingKeys.dropFirst(digits.count)) : pendingKeys
  }

  /// The number of the related story that a single digit opens if no other key follows soon.
  public var pendingRelated: Int? {
    guard pendingKeys.count == 1, let number = pendingNumber, number <= related.stories.count else {
      return nil
    }
    return number
  }

  /// Opens the related story for a digit that was not followed by another key.
  mutating func followNumber() -> [ReaderEffect] {
    guard let number = pendingRelated else { return [] }
    pendingKeys = []
    return reduce(related: .follow(number - 1))
  }

  /// A number repeats a movement key; before Enter, it selects the related story to open. Other commands ignore it.
  private mutating func perform(_ command: Command, number: Int) -> [ReaderEffect] {
    switch command {
    case .open, .follow: reduce(related: .follow(number - 1))
    case .top, .end: goTo(number: number)
    default: perform(command, times: number)
    }
  }
}

private enum KeyNumber {
  /// The maximum count; no list or story is longer.
  static let limit = 1_000_000

  static func value(of digits: ArraySlice<Key>) -> Int {
    digits.reduce(0) { min(limit, $0 * 10 + ($1.digit ?? 0)) }
  }
}

extension Key {
  /// The value as a digit; nil for other keys.
  var digit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }
}
