import Text

/// The terms of one document and how often each stands in it, written down for an index: each term once, then again
/// behind a sign for what is to be known of it.
///
/// An index that keeps no places and no counts is a tenth of the size of one that does. What ranking needs of the
/// counts, one, two or more, four or more, in the headline, is kept as terms of its own: `harbour ²harbour †harbour`.
struct DocumentTerms {
  /// What is known of a term in a document.
  enum Sign: String, CaseIterable {
    case twice = "²"
    case fourTimes = "⁴"
    case inTitle = "†"
  }

  private struct Term {
    var hash: UInt64
    var slot: Int
    var bytes: Range<Int>
    var count: UInt32
    var isInTitle: Bool
  }

  private var terms: [Term] = []
  private var letters: [UInt8] = []
  /// A term's number and one; 0 is free.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// The line for an index. All storage is used again.
  mutating func line(title: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>) -> String {
    clear()
    add(title, isInTitle: true)
    add(body, isInTitle: false)
    var line: [UInt8] = []
    line.reserveCapacity(letters.count * 2)
    for term in terms {
      write(term, nil, to: &line)
      if term.count >= 2 { write(term, .twice, to: &line) }
      if term.count >= 4 { write(term, .fourTimes, to: &line) }
      if term.isInTitle { write(term, .inTitle, to: &line) }
    }
    return String(decoding: line, as: UTF8.self)
  }

  private func write(_ term: Term, _ sign: Sign?, to line: inout [UInt8]) {
    if let sign { line.append(contentsOf: sign.rawValue.utf8) }
    line.append(contentsOf: letters[term.bytes])
    line.append(0x20)
  }

  private mutating func clear() {
    for term in terms { slots[term.slot] = 0 }
    terms.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, isInTitle: Bool) {
    var pairs = IndexTerms()
    Words.visit(text) { word in
      pairs.add(word) { count($0, isInTitle: isInTitle) }
    }
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, isInTitle: Bool) {
    let hash = FNV1a.hash(adding: bytes)
    if terms.count * 2 >= slots.count { grow() }
    var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if terms[number].hash == hash {
        terms[number].count += 1
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let start = letters.count
    letters.append(contentsOf: bytes)
    terms.append(
      Term(hash: hash, slot: slot, bytes: start..<letters.count, count: 1, isInTitle: isInTitle))
    slots[slot] = UInt32(terms.count)
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for (number, term) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: term.hash >> 20) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
      terms[number].slot = slot
    }
  }
}
