import Glibc
import Text

/// Counts how often each of some terms occurs; terms are numbered in the order in which they first occur.
///
/// A hash table with open addressing and without an allocation per term, because the index of a large library has
/// hundreds of millions of words.
struct TermTable {
  private struct Term {
    var hash: UInt64
    var slot: Int
    var bytes: Range<Int>
    var occurrences = 1
  }

  private var terms: [Term] = []
  /// The bytes of all terms, one after another.
  private var bytes: [UInt8] = []
  /// The number of each slot's term plus one; 0 for a free slot. At least half of them are free.
  private var slots = [UInt32](repeating: 0, count: 1024)

  /// How many terms there are.
  var count: Int { terms.count }

  func occurrences(of number: Int) -> Int { terms[number].occurrences }

  func append(_ number: Int, to line: inout [UInt8]) { line.append(contentsOf: bytes[terms[number].bytes]) }

  /// Removes all terms, but keeps the memory.
  mutating func removeAll() {
    for term in terms { slots[term.slot] = 0 }
    terms.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Counts an occurrence of a term.
  mutating func add(_ term: UnsafeBufferPointer<UInt8>) {
    let hash = TermTable.hash(term)
    var slot = firstSlot(of: hash)
    while slots[slot] != 0 {
      let number = Int(slots[slot] - 1)
      if terms[number].hash == hash, isTerm(number, term) {
        terms[number].occurrences += 1
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let start = bytes.count
    bytes.append(contentsOf: term)
    terms.append(Term(hash: hash, slot: slot, bytes: start..<bytes.count))
    slots[slot] = UInt32(terms.count)
    if terms.count * 2 > slots.count { grow() }
  }

  private func firstSlot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1) }

  private func isTerm(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = terms[number].bytes
    guard range.count == term.count, let base = term.baseAddress else { return false }
    return bytes.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memcmp($0 + range.lowerBound, base, range.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 4)
    for number in terms.indices {
      var slot = firstSlot(of: terms[number].hash)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number + 1)
      terms[number].slot = slot
    }
  }

  /// Hashes eight bytes at a time: one or two steps for most words.
  private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(term)
    var hash = UInt64(raw.count)
    var offset = 0
    while offset + 8 <= raw.count {
      hash = mixed(hash, raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset += 1
    }
    return mixed(hash, rest)
  }

  /// A multiplication to twice the width, folded: each bit of the result depends on all of both numbers.
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
