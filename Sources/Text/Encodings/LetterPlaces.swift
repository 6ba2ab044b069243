/// How plausible the characters of a text are in an encoding of Latin letters: lower-case letters within words,
/// capitals at their beginnings, quotation marks at one side of a word, and no symbols between letters.
struct LetterPlaces {
  private enum Kind {
    case small, capital, quote, apostrophe, dash, sign, drawing
  }

  private let kinds: [Kind]

  /// Nil for a multibyte encoding.
  init?(_ encoding: TextEncoding) {
    guard let values = SingleByteText.highValues(encoding) else { return nil }
    let ascii = (0..<0x80).map { UInt32($0) }
    kinds = (ascii + values).map { LetterPlaces.kind($0) }
  }

  private static func kind(_ value: UInt32) -> Kind {
    guard let scalar = Unicode.Scalar(value) else { return .drawing }
    switch value {
    case 0x2018, 0x201A...0x201E, 0xAB, 0xBB, 0x2039, 0x203A: return .quote
    case 0x2019: return .apostrophe
    case 0x2013, 0x2014, 0x2022, 0x2026, 0xA0: return .dash
    case 0x80...0x9F, 0x2500...0x259F, 0xFFFD: return .drawing
    case 0xAA, 0xBA, 0x192: return .sign
    default: break
    }
    let properties = scalar.properties
    return properties.isUppercase ? .capital : properties.isLowercase ? .small : .sign
  }

  private func isLetter(_ kind: Kind) -> Bool { kind == .small || kind == .capital }

  /// The score of a text; higher is better.
  func score(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var score = 0
    for index in text.indices where text[index] >= 0x80 {
      let before = index > 0 ? kinds[Int(text[index - 1])] : .sign
      let after = index + 1 < text.count ? kinds[Int(text[index + 1])] : .sign
      score += points(kinds[Int(text[index])], before, after)
    }
    return score
  }

  private func points(_ kind: Kind, _ before: Kind, _ after: Kind) -> Int {
    let sides = (isLetter(before) ? 1 : 0) + (isLetter(after) ? 1 : 0)
    switch kind {
    case .small: return sides > 0 ? 2 : 1
    case .capital: return before == .small ? -3 : sides > 0 ? 2 : 0
    case .quote: return sides == 1 ? 2 : sides == 2 ? -3 : 1
    case .apostrophe: return sides > 0 ? 2 : 1
    case .dash: return sides == 2 ? -1 : 1
    case .sign: return sides == 2 ? -3 : -1
    case .drawing: return -3
    }
  }
}
