public import Display

/// What keys do: alone, after one another, and after a number.
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
      // It takes back the keys before it.
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

  /// What keys mean where the reader is. Over the panes, keys that only lead to commands for panes mean nothing.
  private func meaning(of keys: [Key]) -> Keymap.Meaning {
    let meaning = commands.keymap.meaning(of: keys, in: focus)
    guard overlay != nil, meaning == .unfinished else { return meaning }
    let isAwaited = commands.continuations(of: keys, in: focus).contains { cover.handles($0.row.command) }
    return isAwaited ? meaning : .nothing
  }

  // MARK: Numbers

  /// Digits that are no keys of a command are a number, which counts for the key after it.
  private func isNumber(_ keys: [Key]) -> Bool {
    guard overlay == nil, let first = keys.first, first != "0", keys.allSatisfy({ $0.digit != nil }) else {
      return false
    }
    return commands.keymap.meaning(of: [first], in: focus) == .nothing
  }

  /// The number that has been typed; nil for none.
  public var pendingNumber: Int? {
    isNumber(pendingKeys) ? KeyNumber.value(of: pendingKeys[...]) : nil
  }

  /// The pending keys, without a number before them.
  public var pendingSequence: [Key] {
    let digits = pendingKeys.prefix { $0.digit != nil }
    return isNumber(Array(digits)) ? Array(pendingKeys.dropFirst(digits.count)) : pendingKeys
  }

  /// The related story that a digit follows when no key comes after it; nil for none.
  public var pendingRelated: Int? {
    guard pendingKeys.count == 1, let number = pendingNumber, number <= related.stories.count else {
      return nil
    }
    return number
  }

  /// Nothing was typed behind a digit.
  mutating func followNumber() -> [ReaderEffect] {
    guard let number = pendingRelated else { return [] }
    pendingKeys = []
    return reduce(related: .follow(number - 1))
  }

  /// A number before a moving key says how far; before Enter, which related story is followed. To others it says nothing.
  private mutating func perform(_ command: Command, number: Int) -> [ReaderEffect] {
    switch command {
    case .open, .follow: reduce(related: .follow(number - 1))
    case .top, .end: goTo(number: number)
    default: perform(command, times: number)
    }
  }
}

private enum KeyNumber {
  /// No list and no story is longer than this.
  static let limit = 1_000_000

  static func value(of digits: ArraySlice<Key>) -> Int {
    digits.reduce(0) { min(limit, $0 * 10 + ($1.digit ?? 0)) }
  }
}

extension Key {
  /// What it is worth as a digit; nil for other keys.
  var digit: Int? {
    guard case .character(let character) = self, character.isASCII else { return nil }
    return character.wholeNumberValue
  }
}
