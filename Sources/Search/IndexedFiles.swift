import StoryLibrary

/// Which file of a library each file of an index is.
struct IndexedFiles {
  let library: Library
  /// By the index's numbers; -1 where no file of the library is as it was.
  private(set) var numbers: [Int32]
  /// Files of the library that the index does not know as they are now.
  private(set) var unknownFiles: [Int] = []

  init(library: Library, stamps: [UInt64]) {
    self.library = library
    numbers = Array(repeating: -1, count: stamps.count)
    let others = matchInOrder(stamps)
    match(others, stamps)
  }

  /// An index is made in the order of its library: most files are found where the last one was.
  /// - Returns: those that are not.
  private mutating func matchInOrder(_ stamps: [UInt64]) -> [Int] {
    var others: [Int] = []
    var place = 0
    for file in library.fileNumbers {
      if place < stamps.count, library.stamp(ofFile: file).value == stamps[place] {
        numbers[place] = Int32(file)
        place += 1
      } else {
        others.append(file)
      }
    }
    return others
  }

  private mutating func match(_ files: [Int], _ stamps: [UInt64]) {
    guard !files.isEmpty else { return }
    let places = StampPlaces(stamps)
    for file in files {
      let stamp = library.stamp(ofFile: file)
      if stamp != .unknown, let place = places.place(of: stamp.value) {
        numbers[place] = Int32(file)
      } else if stamp != .unknown || library.file(file) != nil {
        unknownFiles.append(file)
      }
    }
  }

  func file(of document: Document) -> Int? {
    let number = document.file < numbers.count ? numbers[document.file] : -1
    return number < 0 ? nil : Int(number)
  }

  func story(of document: Document) -> StoryIndex? {
    file(of: document).flatMap { library.story(ofFile: $0, entry: document.entry) }
  }
}

/// Where each stamp stands in a list. A stamp is a hash already.
private struct StampPlaces {
  private let stamps: [UInt64]
  private var slots: [Int32]
  private let mask: Int

  init(_ stamps: [UInt64]) {
    self.stamps = stamps
    let size = 1 << (Int.bitWidth - (stamps.count * 2).leadingZeroBitCount)
    (mask, slots) = (size - 1, Array(repeating: -1, count: size))
    for (place, stamp) in stamps.enumerated() {
      var slot = Int(truncatingIfNeeded: stamp) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(place)
    }
  }

  func place(of stamp: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: stamp) & mask
    while slots[slot] >= 0 {
      if stamps[Int(slots[slot])] == stamp { return Int(slots[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }
}
