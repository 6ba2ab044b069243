import Display

/// Finds short sequences that move a terminal's cursor from one position to another: single steps, a column, a row, or
/// both. Relative moves by several columns or rows would save only 0.5% of the output.
struct CursorMotion {
  private let address: Capability
  private let home: [UInt8]?
  private let row: Directions
  private let column: Directions
  private let carriageReturn: [UInt8]?

  /// The capabilities for one axis.
  private struct Directions {
    var absolute: Capability?
    var oneForward: [UInt8]?
    var oneBackward: [UInt8]?
  }

  /// A motion along one axis.
  private enum Step {
    case none
    case fixed([UInt8], times: Int)
    case number(Capability, Int)

    var length: Int {
      switch self {
      case .none: 0
      case .fixed(let bytes, let times): bytes.count * times
      case .number(let capability, let number): capability.length(number)
      }
    }

    func append(to bytes: inout [UInt8]) {
      switch self {
      case .none: break
      case .fixed(let step, let times): for _ in 0..<times { bytes += step }
      case .number(let capability, let number): capability.append(number, to: &bytes)
      }
    }
  }

  /// Nil if the terminal cannot position its cursor.
  init?(_ abilities: TerminalAbilities) {
    guard let address = abilities.capability("cup") else { return nil }
    self.address = address
    home = abilities.string("home")
    carriageReturn = abilities.string("cr")
    row = Directions(
      absolute: abilities.capability("vpa"), oneForward: abilities.string("cud1"),
      oneBackward: abilities.string("cuu1"))
    column = Directions(
      absolute: abilities.capability("hpa"), oneForward: abilities.string("cuf1"),
      oneBackward: abilities.string("cub1"))
  }

  /// The number of bytes of a motion; `start` is nil if the position is unknown.
  func length(from start: Point?, to end: Point) -> Int {
    start == end ? 0 : min(addressLength(end), start.map { steps(from: $0, to: end).length } ?? .max)
  }

  /// Appends a motion.
  func append(from start: Point?, to end: Point, to bytes: inout [UInt8]) {
    guard start != end else { return }
    if let start {
      let steps = steps(from: start, to: end)
      if steps.length < addressLength(end) {
        steps.vertical.append(to: &bytes)
        return steps.horizontal.append(to: &bytes)
      }
    }
    if let home, end == Point(column: 0, row: 0) { return bytes += home }
    address.append(end.row, end.column, to: &bytes)
  }

  private func addressLength(_ end: Point) -> Int {
    if let home, end == Point(column: 0, row: 0) { return home.count }
    return address.length(end.row, end.column)
  }

  private struct Steps {
    var vertical: Step
    var horizontal: Step
    var length: Int
  }

  /// The shortest motion along the rows, then along the columns.
  private func steps(from start: Point, to end: Point) -> Steps {
    let vertical = CursorMotion.step(from: start.row, to: end.row, row)
    var horizontal = CursorMotion.step(from: start.column, to: end.column, column)
    if end.column == 0, start.column > 0, let carriageReturn,
      carriageReturn.count < horizontal?.length ?? .max
    {
      horizontal = .fixed(carriageReturn, times: 1)
    }
    guard let vertical, let horizontal else {
      return Steps(vertical: .none, horizontal: .none, length: .max)
    }
    return Steps(
      vertical: vertical, horizontal: horizontal, length: vertical.length + horizontal.length)
  }

  /// Nil if the position can only be addressed.
  private static func step(from start: Int, to end: Int, _ ways: Directions) -> Step? {
    if start == end { return Step.none }
    let one = start < end ? ways.oneForward : ways.oneBackward
    let steps = one.map { Step.fixed($0, times: abs(end - start)) }
    let jump = ways.absolute.map { Step.number($0, end) }
    guard let steps, let jump else { return steps ?? jump }
    return jump.length < steps.length ? jump : steps
  }
}
