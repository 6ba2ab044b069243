import Text

/// Finds any of many phrases in a text in one pass, whatever the case of ASCII letters is: the automaton of Aho and
/// Corasick ("Efficient string matching", 1975), with the failures resolved beforehand.
///
/// Phrases come in groups; each group is a list with commas between. In a phrase, `-?` is a dash that may be missing,
/// `[-_]?` one of several, a bar at an end says that the word ends there (`|ad|`), a plus at the end that it goes
/// on (`@+`), and `post!nav!tag` that none of these follows, with or without a dash.
struct PhraseMatcher: Sendable {
  /// Whether a byte, or the end of the text (nil), ends a word.
  typealias WordEnd = @Sendable (UInt8?) -> Bool

  private struct Phrase: Sendable {
    var group: Int
    var length: Int
    var beginsWord = false
    var endsWord = false
    var goesOn = false
    var unlessFollowedBy: [[UInt8]] = []
  }

  private var phrases: [Phrase] = []
  /// Bytes that make no difference to each other have the same class; 0 for those that are in no phrase.
  private var classes = [UInt8](repeating: 0, count: 256)
  private var classCount = 1
  /// The state after a state and a class of bytes, with ``endsPhrase`` where a phrase may end in it.
  private var next: [UInt16] = []
  /// How many bytes of phrases lead to a state.
  private var depth: [UInt16] = [0]
  /// Where the phrases that end in a state are in `ends`, and after all of them the end.
  private var firstEnd: [Int32] = []
  private var ends: [UInt16] = []
  private let endsWord: WordEnd
  private static let endsPhrase: UInt16 = 0x8000

  /// - Parameters:
  ///   - groups: the phrases in lower case.
  ///   - endsWord: what stands beside a word that ends.
  init(_ groups: [String], endsWord: @escaping WordEnd) {
    self.endsWord = endsWord
    var texts: [[UInt8]] = []
    for (group, list) in groups.enumerated() {
      for written in list.split(separator: ",") {
        for text in PhraseMatcher.variants(written.drop { $0 == " " || $0 == "\n" }) {
          texts.append(add(text, group))
        }
      }
    }
    for byte in texts.joined() where classes[Int(byte)] == 0 {
      classes[Int(byte)] = UInt8(classCount)
      classCount += 1
    }
    for letter in UInt8(ascii: "A")...UInt8(ascii: "Z") { classes[Int(letter)] = classes[Int(letter | 0x20)] }
    build(texts)
  }

  /// The groups that have a phrase in a text, a bit for each.
  func groups(in text: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var found: UInt32 = 0
    visit(text, from: 0) { phrase, _ in
      found |= 1 << UInt32(phrase.group)
      return true
    }
    return found
  }

  /// Whether a text has any of the phrases.
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

  /// Hands each phrase and its end to `body`, until that says that it is enough.
  @inline(__always)
  private func visit(
    _ text: UnsafeBufferPointer<UInt8>, from start: Int, isAnchored: Bool = false,
    _ body: (Phrase, Int) -> Bool
  ) {
    classes.withUnsafeBufferPointer { classes in
      next.withUnsafeBufferPointer { next in
        var state = 0
        var position = start
        while position < text.count {
          let step = next[state * classCount + Int(classes[Int(text[position])])]
          state = Int(step & ~PhraseMatcher.endsPhrase)
          position += 1
          // The phrase that began at the start is no longer possible.
          if isAnchored, Int(depth[state]) < position - start { return }
          if step & PhraseMatcher.endsPhrase != 0, !visitEnds(of: state, at: position, in: text, body) {
            return
          }
        }
      }
    }
  }

  /// - Returns: false when `body` has enough.
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

/// Making the automaton.
extension PhraseMatcher {
  private static func variants(_ written: Substring) -> [String] {
    for (mark, dashes) in [("[-_]?", ["", "-", "_"]), ("-?", ["", "-"])] {
      if let place = written.firstRange(of: mark) {
        return dashes.flatMap {
          variants(Substring(written[..<place.lowerBound] + $0 + written[place.upperBound...]))
        }
      }
    }
    return [String(written)]
  }

  private mutating func add(_ written: String, _ group: Int) -> [UInt8] {
    let parts = written.utf8.split(separator: UInt8(ascii: "!"))
    var text = parts.first.map(Array.init) ?? []
    var phrase = Phrase(group: group, length: 0)
    phrase.unlessFollowedBy = parts.dropFirst().map(Array.init)
    if text.first == UInt8(ascii: "|") {
      phrase.beginsWord = true
      text.removeFirst()
    }
    if text.last == UInt8(ascii: "|") || text.last == UInt8(ascii: "+") {
      phrase.endsWord = text.last == UInt8(ascii: "|")
      phrase.goesOn = !phrase.endsWord
      text.removeLast()
    }
    phrase.length = text.count
    phrases.append(phrase)
    return text
  }

  private mutating func build(_ texts: [[UInt8]]) {
    var endsAt: [[UInt16]] = [[]]
    next = Array(repeating: 0, count: classCount)
    for (number, text) in texts.enumerated() {
      var state = 0
      for byte in text {
        let slot = state * classCount + Int(classes[Int(byte)])
        if next[slot] == 0 {
          next[slot] = UInt16(depth.count)
          depth.append(depth[state] + 1)
          endsAt.append([])
          next.append(contentsOf: repeatElement(0, count: classCount))
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
    for index in next.indices where !endsAt[Int(next[index])].isEmpty {
      next[index] |= PhraseMatcher.endsPhrase
    }
  }

  /// Where no phrase goes on, the longest end of what was read goes on that begins a phrase.
  private mutating func resolveFailures(_ endsAt: inout [[UInt16]]) {
    var failure = [Int](repeating: 0, count: depth.count)
    var queue = (0..<classCount).map { Int(next[$0]) }.filter { $0 != 0 }
    var position = 0
    while position < queue.count {
      let state = queue[position]
      position += 1
      endsAt[state] += endsAt[failure[state]]
      for byte in 0..<classCount {
        let (slot, otherwise) = (state * classCount + byte, Int(next[failure[state] * classCount + byte]))
        let child = Int(next[slot])
        if child == 0 {
          next[slot] = UInt16(otherwise)
        } else {
          failure[child] = otherwise
          queue.append(child)
        }
      }
    }
  }
}
