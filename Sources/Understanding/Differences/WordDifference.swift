import Text

/// Finds the new, deleted and unchanged words of a paragraph, with a shortest edit script after Myers, "An
/// O(ND) difference algorithm and its variations" (1986).
enum WordDifference {
  /// With more new or deleted words, everything between the common beginning and the common end counts as
  /// rewritten.
  static let mostEdits = 400

  /// Longer paragraphs are not compared by words.
  static let mostWords = 20_000

  /// The pieces of the newer paragraphs, a list for each. The breaks between older paragraphs are not
  /// included.
  static func pieces(from old: [String], to new: [String]) -> [[TextDifference.Piece]] {
    let (before, after) = (words(of: old), words(of: new))
    var paragraphs: [[(status: TextDifference.Piece.Status, text: String)]] = [[]]
    func add(_ word: Word, _ status: TextDifference.Piece.Status) {
      let last = paragraphs.count - 1
      if word.isBreak {
        if status != .gone { paragraphs.append([]) }
      } else if paragraphs[last].last?.status == status {
        paragraphs[last][paragraphs[last].count - 1].text += word.text
      } else {
        paragraphs[last].append((status, word.text))
      }
    }
    for step in steps(before.map(\.hash), after.map(\.hash)) {
      switch step {
      case .kept(_, let index): add(after[index], .kept)
      case .gone(let index): add(before[index], .gone)
      case .new(let index): add(after[index], .new)
      }
    }
    return paragraphs.map { $0.map { TextDifference.Piece(status: $0.status, text: $0.text) } }
  }

  /// A word with the spaces after it; a paragraph break counts as a word.
  struct Word {
    let text: String
    let hash: Int
    var isBreak: Bool { text.isEmpty }
  }

  private static func words(of paragraphs: [String]) -> [Word] {
    var words: [Word] = []
    for (number, paragraph) in paragraphs.enumerated() {
      if number > 0 { words.append(Word(text: "", hash: 0)) }
      var rest = paragraph.utf8[...]
      while !rest.isEmpty {
        let letters = rest.prefix { $0 > 0x20 }
        let end = rest[letters.endIndex...].firstIndex { $0 > 0x20 } ?? rest.endIndex
        words.append(Word(text: String(rest[..<end]) ?? "", hash: Substring(letters).hashValue))
        rest = rest[end...]
      }
    }
    return words
  }

  enum Step: Equatable {
    case kept(Int, Int)
    case gone(Int)
    case new(Int)
  }

  static func steps(_ old: [Int], _ new: [Int]) -> [Step] {
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] {
      end += 1
    }
    let (middleOld, middleNew) = (start..<old.count - end, start..<new.count - end)
    let middle =
      max(middleOld.count, middleNew.count) > mostWords
      ? nil : EditScript(old: Array(old[middleOld]), new: Array(new[middleNew])).steps(atMost: mostEdits)
    let replaced = middleOld.map { Step.gone($0) } + middleNew.map { Step.new($0) }
    return (0..<start).map { .kept($0, $0) } + (middle.map { $0.map { $0.shifted(by: start) } } ?? replaced)
      + (0..<end).map { .kept(old.count - end + $0, new.count - end + $0) }
  }
}

extension WordDifference.Step {
  fileprivate func shifted(by offset: Int) -> WordDifference.Step {
    switch self {
    case .kept(let old, let new): .kept(old + offset, new + offset)
    case .gone(let old): .gone(old + offset)
    case .new(let new): .new(new + offset)
    }
  }
}
