/// What a terminal shows, with the look of each character: colours and attributes as the parameters that set them.
struct StyledScreen {
  struct Cell: Equatable {
    var character: Character
    var style: Set<String>
  }

  var rows: [[Cell]]

  /// - Parameter text: rows with the escape sequences that set colours, as tmux gives them.
  init(_ text: String) {
    var style: Set<String> = []
    rows = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { line in
      StyledScreen.cells(of: line, &style)
    }
  }

  private static func cells(of line: Substring, _ style: inout Set<String>) -> [Cell] {
    var cells: [Cell] = []
    var rest = line
    while let first = rest.first {
      if let sequence = rest.prefixMatch(of: /\u{1B}\[([0-9;:]*)m/) {
        take(sequence.1, into: &style)
        rest = rest[sequence.range.upperBound...]
      } else {
        cells.append(Cell(character: first, style: style))
        rest = rest.dropFirst()
      }
    }
    return cells
  }

  /// One attribute is one word (`7`), a colour one (`48;2;0;10;20`).
  private static func take(_ parameters: Substring, into style: inout Set<String>) {
    var words = parameters.split { ";:".contains($0) }.map(String.init)[...]
    if words.isEmpty { style = [] }
    while let word = words.popFirst() {
      switch word {
      case "0": style = []
      case "39": style = style.filter { !isForeground($0) }
      case "49": style = style.filter { !isBackground($0) }
      case "38", "48":
        let count = words.first == "2" ? 4 : 2
        style = style.filter { word == "38" ? !isForeground($0) : !isBackground($0) }
        style.insert(([word] + words.prefix(count)).joined(separator: ";"))
        words = words.dropFirst(count)
      default:
        if isForeground(word) { style = style.filter { !isForeground($0) } }
        if isBackground(word) { style = style.filter { !isBackground($0) } }
        style.insert(word)
      }
    }
  }

  private static func isForeground(_ word: String) -> Bool {
    word.hasPrefix("38;") || Int(word).map { (30...37).contains($0) || (90...97).contains($0) } == true
  }

  private static func isBackground(_ word: String) -> Bool {
    word.hasPrefix("48;") || Int(word).map { (40...47).contains($0) || (100...107).contains($0) } == true
  }

  /// The looks of some text wherever it stands, from the top; that of its first character each.
  func styles(of text: String) -> [Set<String>] {
    let wanted = Array(text)
    return rows.flatMap { row in
      row.indices.filter { row[$0...].prefix(wanted.count).map(\.character) == wanted }.map { row[$0].style }
    }
  }
}

extension TerminalSession {
  /// The screen with the looks of its characters, once it is the same twice in a row.
  func styledScreen() async throws -> StyledScreen { StyledScreen(try await colours()) }

  /// Presses the left mouse button on a cell and lets it go, as a terminal reports that in SGR mode (xterm's 1006);
  /// several times at once, where that is asked for.
  func click(column: Int, row: Int, times: Int = 1) async throws {
    let place = "\(column + 1);\(row + 1)"
    try await typeIn(String(repeating: "\u{1B}[<0;\(place)M\u{1B}[<0;\(place)m", count: times))
  }

  /// Sends a report of the mouse: `0` the left button, `32` moved with it, `64` and `65` the wheel up and down.
  func mouse(_ button: String, column: Int, row: Int, isRelease: Bool = false) async throws {
    try await typeIn("\u{1B}[<\(button);\(column + 1);\(row + 1)\(isRelease ? "m" : "M")")
  }

  /// Types text without Enter.
  func typeIn(_ text: String) async throws {
    try await ask(["send-keys", "-t", "main", "-l", "--", text])
  }
}
