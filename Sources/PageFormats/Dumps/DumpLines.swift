import Text

/// The lines of a dump that contain words, and how each is related to the lines around it.
struct DumpLines {
  private(set) var lines: [DumpLine]
  /// Lines without a word (rules, dashes), each with the index of the line it precedes.
  private(set) var wordless: [(before: Int, range: ByteRange)]
  /// The stems of all lines, as places in a table; each line has each of its stems once.
  private var stems: [UInt32]
  /// The number of places in the table of stems.
  let stemPlaces: Int
  /// The share of a line's words that also occur near it: 0...1.
  private(set) var coherence: [Float]
  /// The share of a headline's words that occur again below it: 0...1; 0 for other lines.
  private(set) var resemblance: [Float]

  /// The maximum distance at which a word's recurrence counts, in lines.
  private static let reach = 12

  init(_ text: UnsafeBufferPointer<UInt8>, _ rows: DumpRows) {
    (lines, wordless, stems) = DumpLines.scanned(text, rows)
    DumpLines.markBlanksAfter(&lines)
    DumpLines.markRepeated(&lines)
    let recurrence = StemRecurrence(hashes: stems, &lines, reach: DumpLines.reach)
    stems = recurrence.stems
    stemPlaces = recurrence.placeCount
    coherence = recurrence.coherence(lines)
    resemblance = recurrence.resemblance(lines, reach: DumpLines.reach)
  }

  var count: Int { lines.count }

  subscript(line: Int) -> DumpLine { lines[line] }

  func stems(of line: Int) -> ArraySlice<UInt32> { stems[lines[line].stems] }

  /// The lines with words, those without, and the hashes of the stems.
  private static func scanned(
    _ text: UnsafeBufferPointer<UInt8>, _ rows: DumpRows
  ) -> ([DumpLine], [(before: Int, range: ByteRange)], [UInt32]) {
    var lines: [DumpLine] = []
    var wordless: [(before: Int, range: ByteRange)] = []
    lines.reserveCapacity(rows.rows.count)
    let stems = [UInt32](unsafeUninitializedCapacity: LineScanner.mostStems(in: text)) { stems, count in
      var scanner = LineScanner(text, stems: stems)
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
      count = scanner.stemCount
    }
    return (lines, wordless, stems)
  }

  private static func markBlanksAfter(_ lines: inout [DumpLine]) {
    for index in lines.indices.dropLast() where lines[index + 1].traits.contains(.blankBefore) {
      lines[index].traits.insert(.blankAfter)
    }
    if !lines.isEmpty { lines[lines.count - 1].traits.insert(.blankAfter) }
  }

  private static func markRepeated(_ lines: inout [DumpLine]) {
    var first = FirstLines(capacity: lines.count)
    for index in lines.indices {
      guard let other = first.line(with: lines[index].key, else: index) else { continue }
      lines[index].traits.insert(.repeated)
      lines[other].traits.insert(.repeated)
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
}

/// The first line with each key.
private struct FirstLines {
  private struct Slot {
    var key: UInt64 = 0
    /// -1 for an unused slot.
    var line: Int32 = -1
  }

  private var slots: [Slot]

  init(capacity: Int) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
  }

  /// The first line with a key; nil if it is this one.
  mutating func line(with key: UInt64, else line: Int) -> Int? {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key >> 32) & mask
    while slots[place].line >= 0 {
      if slots[place].key == key { return Int(slots[place].line) }
      place = (place + 1) & mask
    }
    slots[place] = Slot(key: key, line: Int32(line))
    return nil
  }
}
