import ArgumentParser
import Foundation
import StoryLibrary

/// Measures Broadsheet and prints one table.
@main
struct BroadsheetBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "broadsheet-bench",
    abstract: "Measures how fast Broadsheet parses, loads, starts and answers.",
    discussion: "All on invented pages, in temporary folders. The machine should have nothing else to do.")

  @Option(help: "The program to measure.")
  var program = ".build/release/broadsheet"

  @Option(help: "How many pages the large folder has.")
  var pages = 10_000

  @Flag(help: "Fewer runs, for a first look.")
  var quick = false

  @Option(help: ArgumentHelp("Write the pages to this folder and leave them there.", valueName: "dir"))
  var keep: String?

  /// The minimum: fewer pages would not fill the screens used for paging.
  private static let fewestPages = 200

  /// The sizes of the libraries in memory, in pages.
  private static let sizes = [1_000, 10_000, 100_000, 1_000_000]

  func validate() throws {
    guard pages >= BroadsheetBench.fewestPages else {
      throw ValidationError("--pages must be at least \(BroadsheetBench.fewestPages).")
    }
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw ValidationError("\(program) is not there; swift build -c release makes it.")
    }
  }

  func run() throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let loadBefore = Machine.load
    let rounds = quick ? 2 : 7
    let counts = [1, min(1_000, pages), pages].reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
    say("writing pages")
    let place = try Workplace(
      program: program, home: folder.path, pages: keep ?? folder.path + "/pages", counts: counts)
    say("parsing")
    let parsing = try ParseSpeed.measure(
      maker: PageMaker(count: pages), pages: min(pages, 1_000), rounds: rounds)
    let shapes = try PageShape.allCases.map { shape in
      say("parsing \(shape.name)")
      return try ShapeSpeed(shape, maker: PageMaker(count: pages), rounds: rounds)
    }
    let loading = try counts.compactMap { place.folders[$0] }.map { folder in
      say("loading \(folder.count)")
      return (folder: folder, speed: try LoadSpeed(folder, rounds: rounds))
    }
    let catalogues = try loading.map(\.folder).filter { $0.count > 1 }.map { pages in
      say("catalogue of \(pages.count)")
      let catalogue = Catalogue(in: folder.path + "/kept", of: [pages.path], program: .unknown)
      return (folder: pages, speed: try CatalogueSpeed(pages, catalogue: catalogue, rounds: rounds))
    }
    say("searching")
    guard let largest = loading.last?.folder else { return }
    let search = try SearchSpeed(largest, index: folder.path + "/words", rounds: rounds)
    say("comparing stories")
    let understanding = try UnderstandingSpeed(largest, in: folder.path + "/compared", rounds: rounds)
    say("wrapping")
    let wrapping = try WrapSpeed.measure(maker: PageMaker(count: pages), stories: 1_000, rounds: rounds)
    say("drawing")
    let drawing = try DrawSpeed(largest, rounds: rounds)
    let growth = try (quick ? BroadsheetBench.sizes.dropLast() : BroadsheetBench.sizes).map { pages in
      say("a library of \(pages) pages in memory")
      let catalogue = Catalogue(in: folder.path + "/growth", of: ["\(pages)"], program: .unknown)
      defer { catalogue.remove() }
      return try GrowthSpeed(pages: pages, catalogue: catalogue, rounds: rounds)
    }
    say("reading")
    let stories = Dictionary(uniqueKeysWithValues: loading.map { ($0.folder.count, $0.speed.stories) })
    let reading = try ReadingSpeed(place, stories: stories, rounds: rounds) {
      say("reading, \($0) of \(rounds)")
    }
    let report = Report(
      parsing: parsing, shapes: shapes, wrapping: wrapping, loading: loading, catalogues: catalogues,
      search: search, understanding: understanding,
      drawing: drawing, growth: growth, reading: reading, rounds: rounds, loadBefore: loadBefore)
    print(report.text)
  }

  private func say(_ step: String) {
    FileHandle.standardError.write(Data("broadsheet-bench: \(step)\n".utf8))
  }
}
