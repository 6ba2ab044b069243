import Glibc
import Text

/// The lines of a dump that contain words, and how each is related to the lines around it.
struct DumpLines {
  private(set) var lines: [DumpLine] = []
  /// Lines without a word (rules, dashes), each with the index of the line it precedes.
  private(set) var wordless: [(before: Int, range: ByteRange)] = []
  /// The numbers of the stems of all lines; each line has each of its stems once.
  private(set) var stems: [Int32] = []
  /// The number of lines that have a stem; repeated lines are not counted.
  private(set) var stemLines: [Int32] = []
  /// The share of a line's words that also occur near it: 0...1.
  private(set) var coherence: [Float] = []
  /// The share of a headline's words that occur again below it: 0...1; 0 for other lines.
  private(set) var resemblance: [Float] = []

  /// The maximum distance at which a word's recurrence counts, in lines.
  private static let reach = 12

  init(_ text: UnsafeBufferPointer<UInt8>, _ rows: DumpRows) {
    var scanner = LineScanner(text)
    lines.reserveCapacity(rows.rows.count)
    var isBlankBefore = true
    for row in rows.rows {
      if row.hasBlankBefore { isBlankBefore = true }
      let marker = ListMarker.length(text.slice(row.range))
      var line = DumpLine(start: row.start + Int32(marker), end: row.end)
      if scanner.scan(&line) {
        if marker > 0 { line.traits.insert(.bullet) }
        if isBlankBefore { line.traits.insert(.blankBefore) }
        lines.append(line)
        isBlankBefore = false
      } else {
        wordless.append((lines.count, row.range))
        isBlankBefore = true
      }
    }
    markBlanksAfter()
    markRepeated()
    (stems, stemLines) = (scanner.stems, [Int32](repeating: 0, count: scanner.stemCount))
    let isNear = followStems()
    measureCoherence(isNear)
    measureResemblance()
  }

  var count: Int { lines.count }

  subscript(line: Int) -> DumpLine { lines[line] }

  func stems(of line: Int) -> ArraySlice<Int32> {
    let line = lines[line]
    return stems[Int(line.firstStem)..<Int(line.firstStem + line.stemCount)]
  }

  private mutating func markBlanksAfter() {
    for index in lines.indices.dropLast() where lines[index + 1].traits.contains(.blankBefore) {
      lines[index].traits.insert(.blankAfter)
    }
    if !lines.isEmpty { lines[lines.count - 1].traits.insert(.blankAfter) }
  }

  private mutating func markRepeated() {
    var table = HashNumbers(capacity: lines.count)
    var first: [Int] = []
    for index in lines.indices {
      guard let number = table.number(of: lines[index].key, on: Int32(index)).map({ Int($0) }) else {
        continue
      }
      if number == first.count {
        first.append(index)
      } else {
        lines[index].traits.insert(.repeated)
        lines[first[number]].traits.insert(.repeated)
      }
    }
    for index in lines.indices {
      let line = lines[index]
      if line.size >= 70, line.traits.isSuperset(of: .ends),
        line.traits.isDisjoint(with: [.bullet, .repeated])
      {
        lines[index].traits.insert(.good)
      }
    }
  }

  /// Counts the lines of each stem, and finds for each entry of `stems` whether the same stem occurs on a line within
  /// reach. Conditions that vary from stem to stem are computed without branches, as they would be mispredicted.
  private mutating func followStems() -> [Bool] {
    var isNear = [Bool](repeating: false, count: stems.count)
    var last = [(place: Int32, line: Int32)](repeating: (0, Int32.min / 2), count: stemLines.count)
    for (index, line) in lines.enumerated() where !line.traits.contains(.repeated) {
      for place in Int(line.firstStem)..<Int(line.firstStem + line.stemCount) {
        let stem = Int(stems[place])
        let isSaidBefore = index - Int(last[stem].line) <= DumpLines.reach
        isNear[place] = isSaidBefore
        isNear[isSaidBefore ? Int(last[stem].place) : place] = isSaidBefore
        last[stem] = (Int32(place), Int32(index))
        stemLines[stem] += 1
      }
    }
    return isNear
  }

  /// Rare words have more weight.
  private mutating func measureCoherence(_ isNear: [Bool]) {
    let rarity = (0...64).map { logf(1 + Float(lines.count) / Float(max(1, $0))) }
    let weights = stemLines.map { rarity[min(64, Int($0))] }
    coherence = lines.map { line in
      guard line.stemCount >= 2, !line.traits.contains(.repeated) else { return 0.3 }
      var (all, near) = (Float(0), Float(0))
      for place in Int(line.firstStem)..<Int(line.firstStem + line.stemCount) {
        let weight = weights[Int(stems[place])]
        all += weight
        near += isNear[place] ? weight : 0
      }
      return near / all
    }
  }

  /// Goes from the last line to the first, to know the next line as long as a sentence that has each stem.
  private mutating func measureResemblance() {
    resemblance = [Float](repeating: 0, count: lines.count)
    var next = [Int32](repeating: Int32.max / 2, count: stemLines.count)
    for index in lines.indices.reversed() {
      let line = lines[index]
      let places = Int(line.firstStem)..<Int(line.firstStem + line.stemCount)
      if line.mayBeHeadline, !line.isBullet, !line.isDated, line.stemCount >= 2 {
        let said = places.reduce(0) { said, place in
          let other = Int(next[Int(stems[place])])
          return said + (other - index <= DumpLines.reach && lines[other].key != line.key ? 1 : 0)
        }
        resemblance[index] = Float(said) / Float(line.stemCount)
      }
      if line.size >= 60 { for place in places { next[Int(stems[place])] = Int32(index) } }
    }
  }
}

/// Numbers the hashes on some lines in order of first occurrence. Hashes are compared by half of their bits, which is
/// enough for the words of a page.
struct HashNumbers {
  private struct Slot {
    var hash: UInt32 = 0
    /// From 1; 0 for an unused slot.
    var number: UInt32 = 0
    /// The last line with this hash.
    var line: Int32 = -1
  }

  private var slots: [Slot]
  private(set) var count = 0

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// The number of a hash; nil if it already occurred on the same line. Whether it is new is computed without a
  /// branch, as that would be mispredicted.
  @inline(__always)
  mutating func number(of hash: UInt64, on line: Int32) -> Int32? {
    let hash = UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32)
    let place = place(of: hash)
    let known = slots[place]
    if known.line == line { return nil }
    let isNew = known.number == 0
    count += isNew ? 1 : 0
    let number = isNew ? UInt32(truncatingIfNeeded: count) : known.number
    slots[place] = Slot(hash: hash, number: number, line: line)
    if count * 2 >= slots.count { grow() }
    return Int32(bitPattern: number &- 1)
  }

  @inline(__always)
  private func place(of hash: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place].hash != hash, slots[place].number != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    var larger = HashNumbers(capacity: slots.count)
    for slot in slots where slot.number != 0 { larger.slots[larger.place(of: slot.hash)] = slot }
    larger.count = count
    self = larger
  }
}
