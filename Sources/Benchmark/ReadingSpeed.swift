import TerminalModel

/// The response times of the program: for the first screen and for every key press after it.
struct ReadingSpeed {
  /// An action that is repeated in a folder of many pages.
  enum Step: CaseIterable {
    case down, pageDown, open, follow, back, relatedDown, typedAhead
  }

  /// Milliseconds from spawning the program until stories are on the screen, by number of pages.
  private(set) var firstScreen: [Int: Samples] = [:]
  /// The same if the program has loaded the pages before.
  private(set) var secondScreen: [Int: Samples] = [:]
  /// Milliseconds until all pages are loaded, on the first start.
  private(set) var loaded: [Int: Samples] = [:]
  private(set) var answers: [Step: [TerminalSession.Answer]] = [:]
  /// Milliseconds from pressing `j` to the last byte of the next story, while all pages are loaded for the first time and
  /// just after that.
  private(set) var whileLoading = Samples()
  /// Memory in MiB, minus what the program uses for an empty folder.
  private(set) var memory = Samples()
  /// Peak memory in MiB while stories are read, with five sections above the list.
  private(set) var sectionMemory = Samples()
  /// Milliseconds of CPU time during `idleTime`.
  private(set) var idle = Samples()

  static let idleTime = 2_000.0
  static let typedAhead = 200
  private static let (downs, pages, visits, relatedDowns) = (60, 10, 5, 2)
  /// How often `j` is pressed while pages are loaded, and for how long after that, in milliseconds.
  private static let (pause, timeAfterLoading) = (40.0, 1_500.0)

  /// Measures a number of rounds over several folders; stories are read in the largest one.
  ///
  /// `stories` contains the number of stories by the number of pages in a folder.
  init(_ place: Workplace, stories: [Int: Int], rounds: Int, report: (Int) -> Void) throws {
    for round in 1...rounds {
      let empty = try emptyMemory(place)
      for (count, storyCount) in stories.sorted(by: { $0.key < $1.key }) {
        let first = try start(place, count: count, stories: storyCount)
        try first.quit("Q")
        if count == stories.keys.max() {
          try readWhileLoading(place, count: count, stories: storyCount)
        }
        try place.finishIndex(count)
        let session = try startAgain(place, count: count)
        if count == stories.keys.max() {
          try read(session)
          idle.add(try session.idle(ReadingSpeed.idleTime).cpu)
          memory.add(session.peakMemory - empty)
        }
        try session.quit("Q")
        if count == stories.keys.max() { sectionMemory.add(try memoryWithSections(place, count: count)) }
      }
      report(round)
    }
  }

  private func emptyMemory(_ place: Workplace) throws -> Double {
    let session = try place.open(0, isFirst: true)
    _ = try session.wait(for: "an empty list") { $0.text.contains("No stories") }
    session.settle()
    defer { try? session.quit("Q") }
    return session.peakMemory
  }

  private mutating func start(_ place: Workplace, count: Int, stories: Int) throws -> TerminalSession {
    let session = try place.open(count, isFirst: true)
    firstScreen[count, default: Samples()].add(try session.wait(for: "stories", ReadingSpeed.showsStories))
    let loaded = try session.wait(for: "all \(stories) stories") {
      $0.text(row: 0).contains(" of \(stories) ")
    }
    self.loaded[count, default: Samples()].add(loaded)
    session.settle()
    return session
  }

  private mutating func readWhileLoading(_ place: Workplace, count: Int, stories: Int) throws {
    let session = try place.open(count, isFirst: true)
    _ = try session.wait(for: "stories", ReadingSpeed.showsStories)
    var end: Double?
    let times = try session.press("j", every: ReadingSpeed.pause, answer: ReadingSpeed.headline) { screen in
      if end == nil, screen.text(row: 0).contains(" of \(stories) ") {
        end = Clock.now + ReadingSpeed.timeAfterLoading
      }
      return end.map { Clock.now > $0 } ?? false
    }
    times.forEach { whileLoading.add($0) }
    try session.quit("Q")
  }

  /// The headline of the shown story, at the top of the second pane.
  private static func headline(_ screen: TerminalScreen) -> String {
    (1...2).map { row in
      let panes = screen.text(row: row).split(separator: "│", omittingEmptySubsequences: false)
      return panes.count > 1 ? String(panes[1]) : ""
    }.joined()
  }

  private mutating func startAgain(_ place: Workplace, count: Int) throws -> TerminalSession {
    let session = try place.open(count, isFirst: false)
    secondScreen[count, default: Samples()].add(try session.wait(for: "stories", ReadingSpeed.showsStories))
    session.settle()
    return session
  }

  /// The list's title shows their number: `1 of 384`. Sections are above it.
  private static func showsStories(_ screen: TerminalScreen) -> Bool {
    (0...1).contains { screen.text(row: $0).contains(/\ 1 of [1-9]/) }
  }

  /// The unread stories of each section are counted, then keys are pressed, typed ahead and one by one.
  private func memoryWithSections(_ place: Workplace, count: Int) throws -> Double {
    let session = try place.open(count, isFirst: false, hasSections: true)
    _ = try session.wait(for: "stories", ReadingSpeed.showsStories)
    session.settle()
    _ = try session.press(String(repeating: "j", count: ReadingSpeed.typedAhead))
    for _ in 0..<ReadingSpeed.downs { _ = try session.press("j") }
    defer { try? session.quit("Q") }
    return session.peakMemory
  }

  private mutating func read(_ session: TerminalSession) throws {
    for _ in 0..<ReadingSpeed.downs { try press("j", .down, session) }
    for _ in 0..<ReadingSpeed.pages { try press(" ", .pageDown, session) }
    for _ in 0..<ReadingSpeed.visits {
      _ = try session.press("j")
      try press("\r", .open, session)
      try press("1", .follow, session)
      try press("\u{0F}", .back, session)
      _ = try session.press("q")
    }
    _ = try session.press("\t\t")
    for _ in 0..<ReadingSpeed.relatedDowns { try press("j", .relatedDown, session) }
    _ = try session.press("q")
    try press(String(repeating: "j", count: ReadingSpeed.typedAhead), .typedAhead, session)
  }

  private mutating func press(_ keys: String, _ step: Step, _ session: TerminalSession) throws {
    let answer = try session.press(keys)
    guard answer.bytes > 0 else {
      throw BenchmarkError.program("did not answer (\(step))", screen: session.screen.text)
    }
    answers[step, default: []].append(answer)
  }

  func samples(_ step: Step, _ value: (TerminalSession.Answer) -> Double) -> Samples {
    var samples = Samples()
    for answer in answers[step] ?? [] { samples.add(value(answer)) }
    return samples
  }
}
