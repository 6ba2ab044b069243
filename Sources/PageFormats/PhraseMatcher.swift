import Text

/// Finds any of many phrases in a text in one pass, ignoring the case of ASCII letters: the automaton of Aho and
/// Corasick ("Efficient string matching", 1975), with precomputed failure transitions.
///
/// Phrases come in groups, written as ``Phrase`` describes.
struct PhraseMatcher: Sendable {
  /// Whether a byte, or the end of the text (nil), ends a word.
  typealias WordEnd = @Sendable (UInt8?) -> Bool

  private var phrases: [Phrase] = []
  /// Bytes that are equivalent for all phrases have the same class; 0 for bytes that are in no phrase.
  private var classes = [UInt8](repeating: 0, count: 256)
  private var classCount = 1
  /// The number of bits for the index of a class in a row of `next`.
  private var rowBits = 0
  /// The next state for a state and a byte class, with ``endsPhrase`` if a phrase may end in it, and ``isFurther`` if
  /// the byte continues the phrases that lead to the state.
  private var next: [UInt16] = []
  private var stateCount = 1
  /// For each state, the only step that continues its phrases, and the class of its byte: a small table, as most states
  /// are in the middle of a phrase. ``manySteps`` if there are several.
  private var onlySteps: [(byteClass: UInt8, step: UInt16)] = []
  private static let manySteps: UInt8 = 255
  /// For the class of a byte, the classes of the bytes after it with which some phrase begins, one bit for each class
  /// modulo 64; all bits for a phrase of one byte. Most positions of a text are ruled out by this small table.
  private var beginnings: [UInt64] = []
  /// The hashes of the classes of the first three bytes of phrases, one bit for each.
  private var threeBytes = [UInt64](repeating: 0, count: 64)
  /// For each state, the index in `ends` of the phrases that end in it; the last element is the end of `ends`.
  private var firstEnd: [Int32] = []
  private var ends: [UInt16] = []
  private let endsWord: WordEnd
  private static let endsPhrase: UInt16 = 0x8000
  private static let isFurther: UInt16 = 0x4000
  private static let states: UInt16 = 0x3FFF

  /// - Parameters:
  ///   - groups: the phrases in lower case.
  ///   - endsWord: tells whether a byte next to a word ends it.
  init(_ groups: [String], endsWord: @escaping WordEnd) {
    self.endsWord = endsWord
    let written = groups.enumerated().flatMap { Phrase.phrases(in: $1, group: $0) }
    phrases = written.map(\.phrase)
    let texts = written.map(\.text)
    for byte in texts.joined() where classes[Int(byte)] == 0 {
      classes[Int(byte)] = UInt8(classCount)
      classCount += 1
    }
    for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(letter)] = classes[Int(letter | 0x20)] }
    build(texts)
  }

  /// The groups that have a phrase in a text, one bit for each group.
  func groups(in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var found: UInt32 = 0
    visit(text, from: 0) { phrase, _ in
      found |= 1 << UInt32(phrase.group)
      return true
    }
    return found
  }

  /// The groups that have a phrase beginning at `start`, one bit for each group.
  func groups(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var found: UInt32 = 0
    visit(text, from: start, isAnchored: true) { phrase, end in
      if end - phrase.length == start { found |= 1 << UInt32(phrase.group) }
      return true
    }
    return found
  }

  /// Whether a text contains any of the phrases.
  func isFound(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var isFound = false
    visit(text, from: 0) { _, _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// The end of the longest phrase that begins at `start`.
  func end(at start: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
    var longest: Int?
    visit(text, from: start, isAnchored: true) { phrase, end in
      if end - phrase.length == start { longest = end }
      return true
    }
    return longest
  }

  /// Passes each phrase and its end to `body`, until it asks to stop.
  @inline(__always)
  private func visit(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isAnchored: Bool = false,
    _ body: (Phrase, Int) -> Bool
  ) {
    classes.withUnsafeBufferPointer { classes in
      beginnings.withUnsafeBufferPointer { beginnings in
        next.withUnsafeBufferPointer { next in
          func mayBegin(at position: Int) -> Bool {
            guard position + 1 < text.count else { return true }
            let (first, second) = (classes[Int(text[position])], classes[Int(text[position + 1])])
            guard beginnings[Int(first)] &>> UInt64(second) & 1 != 0 else { return false }
            guard position + 2 < text.count else { return true }
            return isBeginning(first, second, classes[Int(text[position + 2])])
          }
          if isAnchored, !mayBegin(at: start) { return }
          var state = 0
          var position = start
          while position < text.count {
            if state == 0, !isAnchored {
              while position < text.count, !mayBegin(at: position) { position += 1 }
              if position == text.count { return }
            }
            let byteClass = classes[Int(text[position])]
            var step = UInt16(0)
            let only = isAnchored ? onlySteps[state] : (byteClass: PhraseMatcher.manySteps, step: 0)
            if only.byteClass == PhraseMatcher.manySteps {
              step = next[state &<< rowBits | Int(byteClass)]
            } else if only.byteClass == byteClass {
              step = only.step
            }
            // The phrase that began at the start is no longer possible.
            if isAnchored, step & PhraseMatcher.isFurther == 0 { return }
            state = Int(step & PhraseMatcher.states)
            position += 1
            if step & PhraseMatcher.endsPhrase != 0, !visitEnds(of: state, at: position, in: text, body) {
              return
            }
          }
        }
      }
    }
  }

  /// Whether a phrase may begin with three bytes of these classes.
  @inline(__always)
  private func isBeginning(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    let place = PhraseMatcher.place(first, second, third)
    return threeBytes[place >> 6] &>> UInt64(place) & 1 != 0
  }

  /// The place of three classes in ``threeBytes``.
  @inline(__always)
  private static func place(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let classes = UInt32(first) | UInt32(second) << 8 | UInt32(third) << 16
    return Int((classes &* 0x9E37_79B1) >> 20)
  }

  /// - Returns: false if `body` asked to stop.
  private func visitEnds(
    of state: Int, at position: Int, in text: UnsafeBufferPointer<UInt8>, _ body: (Phrase, Int) -> Bool
  ) -> Bool {
    for index in firstEnd[state]..<firstEnd[state + 1] {
      let phrase = phrases[Int(ends[Int(index)])]
      if counts(phrase, at: position, in: text), !body(phrase, position) { return false }
    }
    return true
  }

  private func counts(_ phrase: Phrase, at end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let following = end < text.count ? text[end] : nil
    if phrase.endsWord, !endsWord(following) { return false }
    if phrase.goesOn, endsWord(following) { return false }
    if !phrase.unlessFollowedBy.isEmpty {
      let isDash = following == UInt8(ascii: "-") || following == UInt8(ascii: "_")
      let rest = text.dropping(first: isDash ? end + 1 : end)
      if phrase.unlessFollowedBy.contains(where: { rest.starts(with: $0) }) { return false }
    }
    let start = end - phrase.length
    return !phrase.beginsWord || endsWord(start > 0 ? text[start - 1] : nil)
  }
}

/// Construction of the automaton.
extension PhraseMatcher {
  private mutating func build(_ texts: [[UInt8]]) {
    var endsAt: [[UInt16]] = [[]]
    beginnings = Array(repeating: 0, count: classCount)
    for text in texts {
      guard let first = text.first.map({ Int(classes[Int($0)]) }) else { continue }
      beginnings[first] |= text.count > 1 ? 1 &<< UInt64(classes[Int(text[1])]) : .max
      // Any bytes may follow a shorter phrase.
      let any = 0..<UInt8(classCount)
      for second in text.count > 1 ? [classes[Int(text[1])]] : Array(any) {
        for third in text.count > 2 ? [classes[Int(text[2])]] : Array(any) {
          let place = PhraseMatcher.place(UInt8(first), second, third)
          threeBytes[place >> 6] |= 1 &<< UInt64(place)
        }
      }
    }
    while 1 << rowBits < classCount { rowBits += 1 }
    next = Array(repeating: 0, count: 1 << rowBits)
    for (number, text) in texts.enumerated() {
      var state = 0
      for byte in text {
        let slot = state << rowBits | Int(classes[Int(byte)])
        if next[slot] == 0 {
          precondition(stateCount < PhraseMatcher.states)
          next[slot] = UInt16(stateCount)
          stateCount += 1
          endsAt.append([])
          next.append(contentsOf: repeatElement(0, count: 1 << rowBits))
        }
        state = Int(next[slot])
      }
      endsAt[state].append(UInt16(number))
    }
    resolveFailures(&endsAt)
    for phrases in endsAt {
      firstEnd.append(Int32(ends.count))
      ends.append(contentsOf: phrases)
    }
    firstEnd.append(Int32(ends.count))
    for index in next.indices where !endsAt[Int(next[index] & PhraseMatcher.states)].isEmpty {
      next[index] |= PhraseMatcher.endsPhrase
    }
    onlySteps = (0..<stateCount).map(onlyStep)
  }

  private func onlyStep(from state: Int) -> (byteClass: UInt8, step: UInt16) {
    var only: (byteClass: UInt8, step: UInt16) = (0, 0)
    for byteClass in 0..<classCount {
      let step = next[state << rowBits | byteClass]
      guard step & PhraseMatcher.isFurther != 0 else { continue }
      if only.byteClass != 0 { return (PhraseMatcher.manySteps, 0) }
      only = (UInt8(byteClass), step)
    }
    return only
  }

  /// If no phrase continues, the next state is that of the longest suffix read so far that begins a phrase.
  private mutating func resolveFailures(_ endsAt: inout [[UInt16]]) {
    var failure = [Int](repeating: 0, count: stateCount)
    var queue = (0..<classCount).map { Int(next[$0]) }.filter { $0 != 0 }
    for byte in 0..<classCount where next[byte] != 0 { next[byte] |= PhraseMatcher.isFurther }
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      endsAt[state] += endsAt[failure[state]]
      for byte in 0..<classCount {
        let slot = state << rowBits | byte
        let otherwise = next[failure[state] << rowBits | byte] & PhraseMatcher.states
        if next[slot] == 0 {
          next[slot] = otherwise
        } else {
          failure[Int(next[slot])] = Int(otherwise)
          queue.append(Int(next[slot]))
          next[slot] |= PhraseMatcher.isFurther
        }
      }
    }
  }
}
