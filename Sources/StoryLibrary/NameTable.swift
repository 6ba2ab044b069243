/// Names that come again and again, kept once each and known by number.
struct NameTable: Sendable {
  private var names: [String] = []
  private var numbers: [String: UInt32] = [:]

  init() {}

  /// - Parameter first: the name that gets the number 0.
  init(first: String) {
    _ = number(of: first)
  }

  subscript(number: UInt32) -> String { names[Int(number)] }

  mutating func number(of name: String) -> UInt32 {
    if let known = numbers[name] { return known }
    let number = UInt32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }
}
