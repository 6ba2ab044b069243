import Display
import Glibc
import Views
import Reader
import StoryLibrary

/// The cost of a key press without a terminal: changing the state and drawing the whole screen.
struct DrawSpeed {
  /// Microseconds of CPU time.
  private(set) var key = Samples()
  private(set) var draw = Samples()
  /// The drawing time as a multiple of the time for printing as many lines as the screen has, one value per round.
  private(set) var ratio = Samples()

  private static let screen = Size(columns: 120, rows: 40)
  private static let keys = 200

  init(_ folder: PageFolder, rounds: Int) throws {
    var library = Library()
    library.add(try Loading.batches(folder, known: nil))
    for _ in 1...rounds { try measure(library) }
  }

  /// Moves down the list, with the story pane following.
  private mutating func measure(_ library: Library) throws {
    var state = ReaderState(screen: DrawSpeed.screen, paths: [], now: Int64(PageFolder.saved))
    try DrawSpeed.take(.published(.first(of: library)), in: &state)
    var (reducing, drawing) = (0.0, 0.0)
    for _ in 1...DrawSpeed.keys {
      var effects: [ReaderEffect] = []
      reducing += Clock.measureCPU { effects = state.reduce(.key(.character("j"))) }
      for effect in effects { try DrawSpeed.carryOut(effect, in: &state) }
      drawing += Clock.measureCPU { _ = Screen.draw(state) }
    }
    let floor = Clock.measureCPU {
      for _ in 1...DrawSpeed.keys { DrawSpeed.printLines() }
    }
    key.add(reducing * 1e3 / Double(DrawSpeed.keys))
    draw.add(drawing * 1e3 / Double(DrawSpeed.keys))
    ratio.add(drawing / floor)
  }

  /// Performs an action and loads the requested texts.
  static func take(_ action: ReaderAction, in state: inout ReaderState) throws {
    for effect in state.reduce(action) { try carryOut(effect, in: &state) }
  }

  private static func carryOut(_ effect: ReaderEffect, in state: inout ReaderState) throws {
    guard case .readBody(let story, let place) = effect else { return }
    let body = LibraryAnswer.body(story, place, StoryText(try BodyReader.read(place)))
    try take(.answered(body, from: state.snapshot.number), in: &state)
  }

  private static func printLines() {
    var surface = Surface(size: screen)
    let line = String(repeating: "saved news ", count: screen.columns / 11)
    for row in 0..<screen.rows { surface.print(line, at: Point(column: 0, row: row), role: .plain) }
  }
}
