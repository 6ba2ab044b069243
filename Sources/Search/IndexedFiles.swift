import StoryLibrary

/// Maps the files of an index to those of a library.
struct IndexedFiles {
  let library: Library
  /// The library's file numbers by those of the index; -1 if the library has no file with that stamp.
  private(set) var numbers: [Int32]
  /// Files of the library whose current version is not in the index.
  private(set) var unknownFiles: [Int] = []

  init(library: Library, stamps: [UInt64]) {
    self.library = library
    numbers = Array(repeating: -1, count: stamps.count)
    let others = matchInOrder(stamps)
    match(others, stamps)
  }

  /// Matches files in order: an index is built in the order of its library.
  /// - Returns: the files that were not found this way.
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

  /// The same if the story is shown with the text of this document.
  func shownStory(of document: Document) -> StoryIndex? {
    file(of: document).flatMap { library.shownStory(ofFile: $0, entry: document.entry) }
  }
}
