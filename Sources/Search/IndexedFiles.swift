import Folders
import StoryLibrary

/// Maps the files of an index to those of a library.
struct IndexedFiles {
  private(set) var library: Library
  /// The library's file numbers by those of the index; -1 if the library has no file with that stamp.
  private var numbers: [Int32]
  /// Files of the library whose current version is not in the index.
  private(set) var unknownFiles: [Int] = []

  init(library: Library, stamps: [UInt64]) {
    self.library = library
    let match = FileMatch(library, stamps)
    numbers = match.numbers
    find(match.others, stamps)
  }

  /// Finds files anywhere in the index. Of several files with the same stamp, as many are found as the index has.
  private mutating func find(_ others: [(file: Int, stamp: FileStamp)], _ stamps: [UInt64]) {
    let unknown = others.filter { $0.stamp == .unknown && library.file($0.file) != nil }
    unknownFiles = unknown.map(\.file)
    let files = others.filter { $0.stamp != .unknown }.sorted { $0.stamp.value < $1.stamp.value }
    guard !files.isEmpty else { return }
    // For the first file of each stamp, how many were found.
    var foundCounts = [Int32](repeating: 0, count: files.count)
    for (position, stamp) in stamps.enumerated() where numbers[position] < 0 {
      let first = files.firstPlace { $0.stamp.value >= stamp }
      guard first < files.count else { continue }
      let place = first + Int(foundCounts[first])
      guard place < files.count, files[place].stamp.value == stamp else { continue }
      numbers[position] = Int32(files[place].file)
      foundCounts[first] += 1
    }
    var first = 0
    for place in files.indices {
      if files[place].stamp != files[first].stamp { first = place }
      if place - first >= Int(foundCounts[first]) { unknownFiles.append(files[place].file) }
    }
  }

  func file(of document: Document) -> Int? {
    let number = document.file < numbers.count ? numbers[document.file] : -1
    return number < 0 ? nil : Int(number)
  }

  /// The number of a document's story, which may be shown as another one (see ``Library/replacedStories``).
  func story(of document: Document) -> StoryIndex? {
    file(of: document).flatMap { library.storyNumber(ofFile: $0, entry: document.entry) }
  }

  /// The number of a document's story if the story is shown with the text of this document.
  func shownStory(of document: Document) -> StoryIndex? {
    file(of: document).flatMap { library.shownStory(ofFile: $0, entry: document.entry) }
  }

  /// Frees the memory of what was read from the catalogue.
  mutating func releaseFileMemory() { library.releaseFileMemory() }
}

extension Array {
  /// The place of the first element for which a condition is true that is true for all later ones too.
  fileprivate func firstPlace(where isTrue: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isTrue(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
