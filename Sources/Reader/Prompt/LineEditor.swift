import Display

/// A line of text being typed and its cursor, with the keys that shells use.
public struct LineEditor: Hashable, Sendable {
  private var characters: [Character]
  /// The cursor position in characters from the beginning.
  private(set) var position: Int

  /// The maximum length of the line, a limit for pasted texts.
  private static let limit = 4_096

  /// A line with some text in it and the cursor at its end.
  public init(_ text: String = "") {
    characters = Array(text.prefix(LineEditor.limit))
    position = characters.count
  }

  /// The whole line.
  public var text: String { String(characters) }
  /// The text before the cursor.
  public var beforeCursor: String { String(characters[..<position]) }
  /// Whether it is empty.
  public var isEmpty: Bool { characters.isEmpty }

  /// Inserts text at the cursor.
  mutating func insert(_ text: String) {
    let room = max(0, LineEditor.limit - characters.count)
    let new = text.prefix(room).filter { !$0.isNewline }
    characters.insert(contentsOf: new, at: position)
    position += new.count
  }

  /// Replaces a range of bytes with other text, and puts the cursor after it.
  mutating func replace(_ range: Range<Int>, with text: String) {
    let bytes = Array(self.text.utf8)
    let range = range.clamped(to: 0..<bytes.count)
    let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + text
    characters = Array(before + String(decoding: bytes[range.upperBound...], as: UTF8.self))
    position = before.count
  }

  /// Edits the line.
  /// - Returns: false if the key does not edit anything.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("H"): delete(from: position - 1, to: position)
    case .delete, .control("D"): delete(from: position, to: position + 1)
    case .control("W"): delete(from: startOfWord, to: position)
    case .control("U"): delete(from: 0, to: position)
    case .control("K"): delete(from: position, to: characters.count)
    case .left, .control("B"): position = max(0, position - 1)
    case .right, .control("F"): position = min(characters.count, position + 1)
    case .home, .control("A"): position = 0
    case .end, .control("E"): position = characters.count
    default: return false
    }
    return true
  }

  private mutating func delete(from start: Int, to end: Int) {
    let range = max(0, start)..<min(characters.count, max(0, end))
    characters.removeSubrange(range)
    position = range.lowerBound
  }

  private var startOfWord: Int {
    var start = position
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }
}
