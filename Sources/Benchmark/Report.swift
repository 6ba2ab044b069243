import Foundation

/// The results as one Markdown table.
struct Report {
  let parsing: CoreSpeed
  let shapes: [ShapeSpeed]
  let wrapping: CoreSpeed
  let loading: [(folder: PageFolder, speed: LoadSpeed)]
  let catalogues: [(folder: PageFolder, speed: CatalogueSpeed)]
  let search: SearchSpeed
  let understanding: UnderstandingSpeed
  let drawing: DrawSpeed
  let growth: [GrowthSpeed]
  let reading: ReadingSpeed
  let rounds: Int
  let loadBefore: Double

  var text: String {
    let rows =
      coreRows + loadingRows + catalogueRows + searchRows + understandingRows + growthRows + startingRows
      + keyRows + restRows
    let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    let head = ["| what | median | |", "| --- | ---: | --- |"]
    return (head + lines + ["", Machine.description(rounds: rounds, load: loadBefore)]).joined(
      separator: "\n")
  }

  private var coreRows: [[String]] {
    [
      row("parsing in memory, one core", parsing, times: "finding the line ends; no text is copied")
    ]
      + shapes.map { shape in
        let all = Report.number(Double(shape.bytes) / 1e3 / shape.speed.speed.median)
        return row("parsing \(shape.shape.name)", shape.speed, times: "finding the line ends; all \(all) ms")
      } + [
        row("wrapping to 72 columns, one core", wrapping, times: "finding the spaces"),
        [
          "drawing a screen, one core", Report.microseconds(drawing.draw.median),
          "\(Report.number(drawing.ratio.median)) × printing as many lines; "
            + "what a key changes \(Report.microseconds(drawing.key.median))",
        ],
      ]
  }

  private func row(_ what: String, _ speed: CoreSpeed, times floor: String) -> [String] {
    [
      what, Report.number(speed.speed.median) + " MB/s",
      "\(Report.number(speed.ratio.median)) × \(floor)",
    ]
  }

  private var loadingRows: [[String]] {
    loading.filter { $0.folder.count > 1 }.map { folder, speed in
      let size = Report.number(Double(folder.byteCount) / 1e6) + " MB"
      let floor = Report.milliseconds(speed.floor.median)
      return [
        "loading \(Report.pages(folder.count)), \(size)", Report.milliseconds(speed.load.median),
        "\(Report.number(speed.ratio.median)) × reading the files without parsing (\(floor))",
      ]
    }
  }

  private var catalogueRows: [[String]] {
    catalogues.flatMap { folder, speed in
      let pages = Report.pages(folder.count)
      let scan = Report.milliseconds(speed.scan.median)
      return [
        [
          "catalogue of \(pages): open, 50 headlines", Report.milliseconds(speed.open.median),
          "kept in \(Report.milliseconds(speed.keep.median))",
        ],
        [
          "what has changed in \(pages)", Report.milliseconds(speed.current.median),
          "\(Report.number(speed.ratio.median)) × names and times of the files, one thread (\(scan))",
        ],
      ]
    }
  }

  private var searchRows: [[String]] {
    let building = ["index of words", Report.number(search.building.median) + " MB/s", "of pages, one core"]
    return [building]
      + search.rows.flatMap { row in
        [
          [
            "search \(row.query), \(Report.grouped(row.stories)) stories ranked",
            Report.milliseconds(row.indexed.median),
            "\(Report.number(row.indexedRatio.median)) × reading the files",
          ],
          [
            "the same without an index", Report.milliseconds(row.scanned.median),
            "\(Report.number(row.scannedRatio.median)) × reading the files",
          ],
        ]
      }
  }

  private var understandingRows: [[String]] {
    let stories = Report.grouped(understanding.stories)
    let each = Report.microseconds(understanding.all * 1e3 / Double(max(1, understanding.stories)))
    func row(_ what: String, _ samples: Samples, _ remark: String) -> [String] {
      [what, Report.milliseconds(samples.median), remark]
    }
    return [
      [
        "threads, related stories and copies of \(stories) stories", Report.milliseconds(understanding.all),
        "\(each) a story, one core; kept in \(Report.number(understanding.bytesPerStory, digits: 0)) bytes a story",
      ],
      row("the same for a page that arrives", understanding.arrival, "other stories know it then"),
      row("related stories, thread and copies of one", understanding.related, "with the reasons"),
      row("what of a story was read elsewhere", understanding.novelty, "all other stories were read"),
      row("digest of a story", understanding.digest, ""),
    ]
  }

  private var growthRows: [[String]] {
    growth.map { size in
      [
        "\(Report.pages(size.pages)), \(Report.grouped(size.stories)) stories in memory: the next one",
        Report.microseconds(size.key.median),
        "catalogue opened in \(Report.milliseconds(size.opening.median)), "
          + "a page comes in \(Report.milliseconds(size.arrival.median)), "
          + "\(Report.grouped(size.goingPages)) go in \(Report.milliseconds(size.going.median)), "
          + "merging \(Report.microseconds(size.merging)) a page, "
          + "\(Report.number(size.bytesPerStory, digits: 0)) bytes a story",
      ]
    }
  }

  private var startingRows: [[String]] {
    loading.map(\.folder.count).sorted().map { count in
      let loaded = Report.milliseconds(reading.loaded[count]?.median)
      let first = Report.milliseconds(reading.firstScreen[count]?.median)
      return [
        "first screen, \(Report.pages(count))", Report.milliseconds(reading.secondScreen[count]?.median),
        "in the first start ever \(first)" + (count == 1 ? "" : ", all of them after \(loaded)"),
      ]
    }
  }

  private var keyRows: [[String]] {
    ReadingSpeed.Step.allCases.map { step in
      let times = reading.samples(step, \.last)
      let bytes = reading.samples(step) { Double($0.bytes) }
      let density = reading.samples(step) { Double($0.bytes) / Double(max(1, $0.cells)) }
      var notes =
        "p99 \(Report.milliseconds(times.quantile(0.99))); \(Report.number(bytes.median, digits: 0)) bytes"
      if step == .down { notes += ", \(Report.number(density.median)) a changed cell" }
      return [name(of: step), Report.milliseconds(times.median), notes]
    } + [loadingKeyRow]
  }

  private var loadingKeyRow: [String] {
    let times = reading.whileLoading
    return [
      "`j` while pages are loaded, and for 1.5 s after", Report.milliseconds(times.median),
      "p95 \(Report.milliseconds(times.quantile(0.95))), p99 \(Report.milliseconds(times.quantile(0.99))), "
        + "at most \(Report.milliseconds(times.quantile(1)))",
    ]
  }

  private func name(of step: ReadingSpeed.Step) -> String {
    switch step {
    case .down: "`j`, the story follows"
    case .pageDown: "page down"
    case .open: "open"
    case .follow: "follow"
    case .back: "back"
    case .relatedDown: "`j` among related stories"
    case .typedAhead: "\(ReadingSpeed.typedAhead) `j` typed ahead"
    }
  }

  private var restRows: [[String]] {
    let largest = loading.map(\.folder.count).max() ?? 0
    let each = Report.number(reading.memory.median * 1024 / Double(max(1, largest)))
    return [
      [
        "peak memory above that for no page", Report.number(reading.memory.median) + " MiB",
        "\(Report.pages(largest)), \(each) KiB each",
      ],
      [
        "peak memory while reading, with five sections", Report.number(reading.sectionMemory.median) + " MiB",
        "all of the program; \(ReadingSpeed.typedAhead) `j` typed ahead",
      ],
      ["computing in two idle seconds", Report.milliseconds(reading.idle.median), ""],
    ]
  }

  // MARK: Numbers

  private static func pages(_ count: Int) -> String { count == 1 ? "1 page" : "\(grouped(count)) pages" }

  private static func milliseconds(_ value: Double?) -> String { number(value ?? .nan) + " ms" }

  private static func microseconds(_ value: Double) -> String { number(value) + " µs" }

  /// Three significant digits.
  private static func number(_ value: Double, digits: Int? = nil) -> String {
    guard value.isFinite else { return "–" }
    if abs(value) >= 1_000 { return grouped(Int(value.rounded())) }
    return String(format: "%.*f", digits ?? (abs(value) >= 100 ? 0 : abs(value) >= 10 ? 1 : 2), value)
  }

  private static func grouped(_ value: Int) -> String {
    value < 1_000
      ? String(value) : grouped(value / 1_000) + "," + String(String(1_000 + value % 1_000).dropFirst())
  }
}
