import Folders
import StoryLibrary

/// Matches the files of a library to the stamps of an index, in order: an index is built in the order of its library.
struct FileMatch {
  /// The library's file numbers by those of the index; -1 if no file with that stamp follows in the library.
  private(set) var numbers: [Int32]
  /// The other file numbers of the library with their stamps: not in the index, or elsewhere in it.
  private(set) var others: [(file: Int, stamp: FileStamp)]

  init(_ library: Library, _ stamps: [UInt64]) {
    var numbers = [Int32](repeating: -1, count: stamps.count)
    var others: [(file: Int, stamp: FileStamp)] = []
    var position = 0
    library.visitStamps { file, stamp in
      if position < stamps.count, stamp.value == stamps[position] {
        numbers[position] = Int32(file)
        position += 1
      } else {
        others.append((file, stamp))
      }
    }
    (self.numbers, self.others) = (numbers, others)
  }
}
