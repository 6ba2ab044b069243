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
    var position = 0
    for file in library.fileNumbers {
      if position < stamps.count, library.stamp(ofFile: file).value == stamps[position] {
        numbers[position] = Int32(file)
        position += 1
      } else {
        others.append(file)
      }
    }
    return others
  }

  /// Finds the rest anywhere in the index.
  private mutating func match(_ files: [Int], _ stamps: [UInt64]) {
    var unmatched: [UInt64: [Int]] = [:]
    for file in files {
      let stamp = library.stamp(ofFile: file)
      if stamp != .unknown {
        unmatched[stamp.value, default: []].append(file)
      } else if library.file(file) != nil {
        unknownFiles.append(file)
      }
    }
    guard !unmatched.isEmpty else { return }
    for (position, stamp) in stamps.enumerated() where numbers[position] < 0 {
      if let file = unmatched[stamp]?.popLast() { numbers[position] = Int32(file) }
    }
    unknownFiles += unmatched.values.joined()
  }

  func file(of document: Document) -> Int? {
    let number = document.file < numbers.count ? numbers[document.file] : -1
    return number < 0 ? nil : Int(number)
  }

  func story(of document: Document) -> StoryIndex? {
    file(of: document).flatMap { library.story(ofFile: $0, entry: document.entry) }
  }
}
