import Display

/// The keys that a file has bound so far, and the line of each binding.
struct BoundKeys {
  struct Binding {
    var keys: KeySequence
    var line: Int
    /// Bound to `none`: longer sequences may begin with these keys.
    var isUnbound: Bool
  }

  private var whole: [KeyPane: [KeySequence: Binding]] = [:]
  /// Longer sequences, by each of their prefixes.
  private var beginnings: [KeyPane: [KeySequence: Binding]] = [:]

  /// An earlier binding that conflicts with a new one: the same keys in the same pane, or one sequence that is a prefix
  /// of the other in a pane where both work.
  func conflict(with new: KeyBinding) -> Binding? {
    if let same = whole[new.pane]?[new.keys] { return same }
    guard new.command != nil else { return nil }
    for pane in new.pane.overlapping {
      if let longer = beginnings[pane]?[new.keys] { return longer }
      for beginning in new.keys.beginnings {
        if let shorter = whole[pane]?[beginning], !shorter.isUnbound { return shorter }
      }
    }
    return nil
  }

  mutating func insert(_ new: KeyBinding, line: Int) {
    let binding = Binding(keys: new.keys, line: line, isUnbound: new.command == nil)
    whole[new.pane, default: [:]][new.keys] = binding
    guard !binding.isUnbound else { return }
    for beginning in new.keys.beginnings { beginnings[new.pane, default: [:]][beginning] = binding }
  }
}

extension KeyPane {
  /// The panes whose keys can be pressed where these can.
  var overlapping: [KeyPane] { self == .everywhere ? KeyPane.allCases : [self, .everywhere] }
}

extension KeySequence {
  /// All shorter prefixes of this sequence.
  fileprivate var beginnings: [KeySequence] {
    (1..<max(1, keys.count)).map { KeySequence(Array(keys.prefix($0))) }
  }
}
