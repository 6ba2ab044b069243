import Glibc

/// Where the stems of a dump's lines recur: near a line, and below it.
struct StemRecurrence {
  /// A place of the hash table of stems, which is never full.
  private struct Slot {
    var hash: UInt32 = 0
    /// One more than the index in `stems` of the last occurrence; 0 for an unused place.
    var end: UInt32 = 0
    /// The same for lines that are not repeated.
    var lastUnrepeated: Int32 = -1
    /// The number of lines that have the stem, without repeated ones.
    var lines: Int32 = 0
  }

  /// The stems of all lines as places in the table; each line has each of its stems once.
  let stems: [UInt32]
  private let slots: [Slot]
  /// For each stem, all bits set if it also occurs on a line within reach, else none.
  private let isNear: [UInt32]

  /// The number of places in the table.
  var placeCount: Int { slots.count }

  /// Finds the place of each stem, removes those that already occurred on the same line, counts the lines of each, and
  /// finds those that also occur nearby. Conditions that vary from stem to stem are computed without branches, as they
  /// would be mispredicted.
  /// - Parameters:
  ///   - hashes: the hashes of the stems of all lines.
  ///   - lines: the lines, whose stems are renumbered.
  ///   - reach: the maximum distance of lines that are near each other.
  init(hashes: [UInt32], _ lines: inout [DumpLine], reach: Int) {
    var stems = hashes
    var slots = [Slot](repeating: Slot(), count: StemRecurrence.size(for: stems.count))
    var isNear = [UInt32](repeating: 0, count: stems.count)
    var count = 0
    stems.withUnsafeMutableBufferPointer { stems in
      slots.withUnsafeMutableBufferPointer { slots in
        isNear.withUnsafeMutableBufferPointer { isNear in
          for index in lines.indices {
            let (first, hashes) = (Int32(count), lines[index].stems)
            lines[index].firstStem = first
            let firstNear = lines[max(0, index - reach)].firstStem
            let isRepeated = lines[index].traits.contains(.repeated)
            for hash in stems[hashes] {
              let place = StemRecurrence.place(of: hash, in: slots)
              let known = slots[place]
              if known.end > UInt32(first) { continue }
              stems[count] = UInt32(truncatingIfNeeded: place)
              slots[place].hash = hash
              slots[place].end = UInt32(count + 1)
              if !isRepeated {
                let isSaidBefore = known.lastUnrepeated >= firstNear
                let mask: UInt32 = isSaidBefore ? .max : 0
                isNear[count] = mask
                isNear[isSaidBefore ? Int(known.lastUnrepeated) : count] = mask
                slots[place].lastUnrepeated = Int32(count)
                slots[place].lines += 1
              }
              count += 1
            }
            lines[index].stemCount = Int32(count) - first
          }
        }
      }
    }
    stems.removeSubrange(count...)
    (self.stems, self.slots, self.isNear) = (stems, slots, isNear)
  }

  /// At most eight ninths of the places are used, and usually half of that.
  private static func size(for count: Int) -> Int {
    var size = 64
    while size * 8 < count * 9 { size *= 2 }
    return size
  }

  @inline(__always)
  private static func place(of hash: UInt32, in slots: UnsafeMutableBufferPointer<Slot>) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    // A product, so that it is one branch: whether a stem is known is random.
    func isOther(_ slot: Slot) -> Bool { UInt64(slot.hash ^ hash) &* UInt64(slot.end) != 0 }
    while isOther(slots[place]) { place = (place + 1) & mask }
    return place
  }

  /// For each line, the share of its stems that also occur on a line within reach. Rare ones have more weight.
  func coherence(_ lines: [DumpLine]) -> [Float] {
    let rarity = (0...64).map { logf(1 + Float(lines.count) / Float(max(1, $0))) }
    return stems.withUnsafeBufferPointer { stems in
      slots.withUnsafeBufferPointer { slots in
        isNear.withUnsafeBufferPointer { isNear in
          lines.map { line in
            guard line.stemCount >= 2, !line.traits.contains(.repeated) else { return 0.3 }
            var (all, near) = (Float(0), Float(0))
            for index in line.stems {
              let weight = rarity[min(64, Int(slots[Int(stems[index])].lines))]
              all += weight
              near += Float(bitPattern: weight.bitPattern & isNear[index])
            }
            return near / all
          }
        }
      }
    }
  }

  /// For each line that may be a headline, the share of its stems that occur again within reach below it, in a line as
  /// long as a sentence; 0 for other lines. Goes from the last line to the first, to know the next such line for each
  /// stem.
  func resemblance(_ lines: [DumpLine], reach: Int) -> [Float] {
    var resemblance = [Float](repeating: 0, count: lines.count)
    var next = [Int32](repeating: Int32.max / 2, count: slots.count)
    stems.withUnsafeBufferPointer { stems in
      next.withUnsafeMutableBufferPointer { next in
        for index in lines.indices.reversed() {
          let line = lines[index]
          if line.mayBeHeadline, !line.isBullet, !line.isDated, line.stemCount >= 2 {
            let said = line.stems.reduce(0) { said, place in
              let other = Int(next[Int(stems[place])])
              return said + (other - index <= reach && lines[other].key != line.key ? 1 : 0)
            }
            resemblance[index] = Float(said) / Float(line.stemCount)
          }
          if line.size >= 60 { for place in line.stems { next[Int(stems[place])] = Int32(index) } }
        }
      }
    }
    return resemblance
  }
}
