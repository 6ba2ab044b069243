import Glibc
import Text

/// Finds a typed pattern anywhere in a text, also within words. Ignores case (unless the pattern has a capital letter),
/// diacritics, the forms of Arabic letters, and the shapes of quotation marks, dashes and spaces, which few keyboards
/// have.
public struct TextFinder: Sendable, Hashable {
  private let pattern: [UInt8]
  private let keepsCase: Bool

  /// A finder for a pattern.
  /// - Parameters:
  ///   - pattern: any text.
  ///   - ignoresCase: whether to ignore case even if the pattern has capital letters.
  public init(_ pattern: String, ignoresCase: Bool = false) {
    let scalars = pattern.unicodeScalars
    keepsCase = !ignoresCase && scalars.contains { WordFolding.isUpperCase($0) }
    self.pattern = FoldedText(pattern, keepsCase: keepsCase).bytes
  }

  /// Whether the pattern is empty, so that it finds nothing.
  public var isEmpty: Bool { pattern.isEmpty }

  /// Whether the pattern is in a text.
  public func isFound(in text: String) -> Bool { !ranges(in: text, atMost: 1).isEmpty }

  /// The ranges of the pattern in a text, in bytes of UTF-8, without overlaps.
  public func ranges(in text: String) -> [Range<Int>] { ranges(in: text, atMost: .max) }

  private func ranges(in text: String, atMost most: Int) -> [Range<Int>] {
    guard !pattern.isEmpty else { return [] }
    let folded = FoldedText(text, keepsCase: keepsCase)
    var ranges: [Range<Int>] = []
    var position = 0
    while ranges.count < most, let place = place(in: folded.bytes, from: position) {
      let range = folded.origin(of: place..<place + pattern.count)
      // Two letters of a ligature are one match.
      if ranges.last.map({ range.lowerBound >= $0.upperBound }) != false { ranges.append(range) }
      position = place + pattern.count
    }
    return ranges
  }

  private func place(in text: [UInt8], from start: Int) -> Int? {
    text.withUnsafeBytes { text in
      guard let base = text.baseAddress else { return nil }
      var place = start
      while place + pattern.count <= text.count {
        let room = text.count - place - pattern.count + 1
        guard let found = memchr(base + place, Int32(pattern[0]), room) else { return nil }
        place = UnsafeRawPointer(found) - base
        if memcmp(base + place, pattern, pattern.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }
}

/// A folded text, with the origin of each of its bytes.
private struct FoldedText {
  private(set) var bytes: [UInt8] = []
  /// The start of each byte's character in the original text, then the text's end.
  private var origins: [UInt32] = []

  init(_ text: String, keepsCase: Bool) {
    var text = text
    text.withUTF8 { text in
      bytes.reserveCapacity(text.count)
      origins.reserveCapacity(text.count + 1)
      var position = 0
      while position < text.count {
        let byte = text[position]
        if byte < 0x80 {
          let letter = keepsCase ? 0 : WordFolding.asciiLetter(byte)
          add(CollectionOfOne(letter == 0 ? byte : letter), from: position)
          position += 1
        } else {
          let (scalar, length) = text.scalar(at: position)
          add(FoldedText.folded(scalar, keepsCase: keepsCase), from: position)
          position += length
        }
      }
      origins.append(UInt32(text.count))
    }
  }

  private mutating func add(_ folded: some Collection<UInt8>, from position: Int) {
    for byte in folded {
      bytes.append(byte)
      origins.append(UInt32(position))
    }
  }

  /// The original range of a part: whole characters, with the marks of the last one.
  func origin(of range: Range<Int>) -> Range<Int> {
    let start = origins[range.lowerBound]
    let last = origins[range.upperBound - 1]
    let end = origins[range.upperBound...].first { $0 > last } ?? last
    return Int(start)..<Int(end)
  }

  private static func folded(_ scalar: Unicode.Scalar, keepsCase: Bool) -> [UInt8] {
    switch WordFolding.role(of: scalar) {
    case .letter(let bytes): keepsCase ? WordFolding.keepingCase(scalar) : bytes
    case .ideograph(let bytes): bytes
    case .separator: Array(plain(scalar).utf8)
    }
  }

  /// The keyboard's character for a typographic one.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2018...0x201B, 0x2032: "'"
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: "\""
    case 0x2010...0x2015, 0x2212: "-"
    case 0x2026: "..."
    case 0x200B...0x200F, 0x2066...0x2069: ""
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000: " "
    default: String(scalar)
    }
  }
}
