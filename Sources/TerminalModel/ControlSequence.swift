/// A sequence that begins with `ESC [`.
struct ControlSequence {
  private var parameters: [Int]
  private var isPrivate: Bool
  private var final: Character

  /// Nil for a sequence that does not change the screen or is not supported.
  init?(parameters: [UInt8], final: UInt8) {
    isPrivate = parameters.first == UInt8(ascii: "?")
    let numbers = parameters.dropFirst(isPrivate ? 1 : 0)
    guard numbers.allSatisfy({ 0x30...0x39 ~= $0 || $0 == 0x3B }) else { return nil }
    self.parameters = numbers.split(separator: 0x3B, omittingEmptySubsequences: false).map { digits in
      digits.reduce(0) { min($0 * 10 + Int($1 - 0x30), 1_000_000) }
    }
    self.final = Character(Unicode.Scalar(final))
  }

  func perform(on screen: inout TerminalScreen) {
    if final == "h" || final == "l" { return setModes(to: final == "h", on: &screen) }
    guard !isPrivate else { return }
    switch final {
    case "m": screen.style.select(parameters)
    case "J": eraseDisplay(of: &screen)
    case "K": eraseLine(of: &screen)
    case "X": screen.erase(screen.cursorCell..<min(screen.cursorCell + count, screen.rowRange.upperBound))
    case "@": screen.insertBlanks(count)
    case "P": screen.deleteCharacters(count)
    case "L": screen.insertLines(count)
    case "M": screen.deleteLines(count)
    case "S": screen.scrollUp(count)
    case "T": screen.scrollDown(count)
    case "b": screen.repeatLast(count)
    case "r": setRegion(of: &screen)
    default: moveCursor(of: &screen)
    }
  }

  /// The parameter as a count: a missing one and 0 mean 1.
  private var count: Int { parameter(0) }

  private func parameter(_ index: Int) -> Int {
    parameters.indices.contains(index) ? max(1, parameters[index]) : 1
  }

  private func moveCursor(of screen: inout TerminalScreen) {
    let (row, column) = (screen.row, screen.column)
    switch final {
    case "H", "f": screen.move(row: parameter(0) - 1, column: parameter(1) - 1)
    case "A": screen.move(row: row - count, column: column)
    case "B", "e": screen.move(row: row + count, column: column)
    case "C", "a": screen.move(row: row, column: column + count)
    case "D": screen.move(row: row, column: column - count)
    case "E": screen.move(row: row + count, column: 0)
    case "F": screen.move(row: row - count, column: 0)
    case "G", "`": screen.move(row: row, column: count - 1)
    case "I": screen.move(row: row, column: (column / 8 + count) * 8)
    case "Z": screen.move(row: row, column: ((column + 7) / 8 - count) * 8)
    case "d": screen.move(row: count - 1, column: column)
    default: break
    }
  }

  private func eraseDisplay(of screen: inout TerminalScreen) {
    let all = 0..<screen.cells.count
    switch parameters.first ?? 0 {
    case 0: screen.erase(screen.cursorCell..<all.upperBound)
    case 1: screen.erase(0..<screen.cursorCell + 1)
    case 2: screen.erase(all)
    default: break
    }
  }

  private func eraseLine(of screen: inout TerminalScreen) {
    let row = screen.rowRange
    switch parameters.first ?? 0 {
    case 0: screen.erase(screen.cursorCell..<row.upperBound)
    case 1: screen.erase(row.lowerBound..<screen.cursorCell + 1)
    case 2: screen.erase(row)
    default: break
    }
  }

  private func setRegion(of screen: inout TerminalScreen) {
    let bottom = parameters.count > 1 && parameters[1] > 0 ? min(parameters[1], screen.rows) : screen.rows
    let top = parameter(0) - 1
    guard top < bottom - 1 else { return }
    screen.region = top..<bottom
    screen.move(row: 0, column: 0)
  }

  private func setModes(to isSet: Bool, on screen: inout TerminalScreen) {
    for mode in parameters {
      if isPrivate, isSet { screen.privateModes.insert(mode) }
      if isPrivate, !isSet { screen.privateModes.remove(mode) }
      switch (isPrivate, mode) {
      case (false, 4): screen.isInserting = isSet
      case (true, 47), (true, 1047), (true, 1049): screen.showAlternate(isSet)
      default: break
      }
    }
  }
}
