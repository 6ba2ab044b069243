import Display

/// The keys that a file has bound so far, and where.
struct BoundKeys {
  struct Binding {
    var keys: KeySequence
    var line: Int
    /// Keys that are taken away from their command are the beginning of nothing.
    var isTakenAway: Bool
  }

  private var whole: [KeyPane: [KeySequence: Binding]] = [:]
  /// What longer sequences begin with.
  private var beginnings: [KeyPane: [KeySequence: Binding]] = [:]

  /// What was bound before and cannot be together with this: the same keys in the same pane, or keys of which one are
  /// the beginning of the other in a pane where both work.
  func conflict(with new: KeyBinding) -> Binding? {
    if let same = whole[new.pane]?[new.keys] { return same }
    guard new.command != nil else { return nil }
    for pane in new.pane.overlapping {
      if let longer = beginnings[pane]?[new.keys] { return longer }
      for beginning in new.keys.beginnings {
        if let shorter = whole[pane]?[beginning], !shorter.isTakenAway { return shorter }
      }
    }
    return nil
  }

  mutating func insert(_ new: KeyBinding, line: Int) {
    let binding = Binding(keys: new.keys, line: line, isTakenAway: new.command == nil)
    whole[new.pane, default: [:]][new.keys] = binding
    guard !binding.isTakenAway else { return }
    for beginning in new.keys.beginnings { beginnings[new.pane, default: [:]][beginning] = binding }
  }
}

extension KeyPane {
  /// The panes whose keys can be pressed where these can.
  fileprivate var overlapping: [KeyPane] { self == .everywhere ? KeyPane.allCases : [self, .everywhere] }
}

extension KeySequence {
  /// All that this sequence begins with, without itself.
  fileprivate var beginnings: [KeySequence] {
    (1..<max(1, keys.count)).map { KeySequence(Array(keys.prefix($0))) }
  }
}
