import StoryLibrary
import Testing

@testable import Search

/// The files of an index are found in a library, in whatever order they were indexed.
struct IndexedFilesTests {
  private let folder: PageFolder

  init() throws {
    folder = try PageFolder()
    for number in 0..<4 {
      try folder.write("\(number).txt", title: "Page \(number)", body: "The fog came in at \(number).")
    }
    folder.age()
  }

  private func numbers(_ files: IndexedFiles, _ count: Int) -> [Int?] {
    (0..<count).map { files.file(of: Document(file: $0, entry: 0)) }
  }

  private func stamps(_ library: Library) -> [UInt64] {
    library.fileNumbers.map { library.stamp(ofFile: $0).value }
  }

  @Test func inAnyOrder() {
    let library = folder.load()
    let stamps = stamps(library)
    for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
      let files = IndexedFiles(library: library, stamps: order.map { stamps[$0] })
      #expect(numbers(files, 4) == order)
      #expect(files.unknownFiles.isEmpty)
    }
  }

  @Test func filesAndStampsThatTheOtherDoesNotHave() {
    let library = folder.load()
    let stamps = stamps(library)
    let files = IndexedFiles(library: library, stamps: [77, stamps[2], 78, stamps[0]])
    #expect(numbers(files, 5) == [nil, 2, nil, 0, nil])
    #expect(files.unknownFiles.sorted() == [1, 3])
  }

  @Test func oneFileUnderTwoNames() throws {
    try folder.link("3.txt", as: "4.txt")
    let library = folder.load()
    let all = stamps(library)
    let twice = all.indices.filter { number in all.filter { $0 == all[number] }.count == 2 }
    #expect(twice.count == 2)
    let stamp = all[twice[0]]
    for count in 1...3 {
      let files = IndexedFiles(library: library, stamps: [77] + Array(repeating: stamp, count: count))
      #expect(numbers(files, 4).compactMap { $0 }.sorted() == Array(twice.prefix(count)))
      #expect(files.unknownFiles.count == 5 - min(count, 2))
    }
  }
}
