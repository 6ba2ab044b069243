import Foundation
import PageFormats
import SeededNumbers
import Testing

/// Pages damaged in ways that a seed fixes: `BROADSHEET_FUZZ_CASES` sets how many, `BROADSHEET_FUZZ_PAGES`
/// names a folder with more pages to damage.
struct FuzzTests {
  static let samples: [[UInt8]] = pages(in: sampleFolder)
  static let seedPages: [[UInt8]] = {
    let folder = ProcessInfo.processInfo.environment["BROADSHEET_FUZZ_PAGES"]
    return samples + (folder.map { pages(in: URL(fileURLWithPath: $0)) } ?? [])
  }()

  static let sampleFolder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources/broadsheet/Samples")

  private static var caseCount: Int {
    ProcessInfo.processInfo.environment["BROADSHEET_FUZZ_CASES"].flatMap(Int.init) ?? 2_000
  }

  private static func pages(in folder: URL) -> [[UInt8]] {
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
      .compactMap { try? [UInt8](Data(contentsOf: $0)) }
  }

  @Test func samplesAreThere() {
    #expect(FuzzTests.samples.count > 10)
  }

  @Test(arguments: seedPages.indices)
  func undamaged(page: Int) {
    #expect(PageChecks.faults(in: FuzzTests.seedPages[page], isText: true) == [])
  }

  @Test func damagedPages() {
    for seed in 0..<UInt64(FuzzTests.caseCount) {
      let (bytes, isText) = FuzzTests.damagedPage(seed: seed)
      let faults = PageChecks.faults(in: bytes, isText: isText)
      #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3).joined(separator: "; "))")
    }
  }

  /// One to three mutations. Its lines can be compared while all of them leave whole lines.
  static func damagedPage(seed: UInt64) -> (bytes: [UInt8], isText: Bool) {
    var generator = SeededNumbers(seed: seed)
    var bytes = seedPages.randomElement(using: &generator) ?? []
    var isText = true
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      let mutation = Mutation.allCases.randomElement(using: &generator) ?? .cut
      let other = seedPages.randomElement(using: &generator) ?? []
      bytes = mutation.apply(to: bytes, other: other, using: &generator)
      isText = isText && mutation.keepsText
    }
    return (bytes, isText)
  }

  @Test func noise() {
    for seed in 0..<500 {
      var generator = SeededNumbers(seed: UInt64(seed))
      let bytes = (0..<Int.random(in: 0...600, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let faults = PageChecks.faults(in: bytes, isText: false)
      #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3).joined(separator: "; "))")
    }
  }
}
