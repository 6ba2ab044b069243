import CUnistring

/// The positions where a line may end: the break opportunities of UAX #14, from GNU libunistring.
///
/// The library is only called at the end of a full line, and not if there is a plain word: then the line ends at the
/// space before it in any case.
struct LineBreaks {
  /// The paragraph, valid UTF-8.
  let bytes: UnsafeBufferPointer<UInt8>

  /// The last position after `start`, and not after `end`, where the next line may start.
  /// - Parameters:
  ///   - start: the first byte of the line, which is not a space.
  ///   - end: the first byte of the first character that does not fit on the line.
  /// - Returns: the first byte of the next line; nil if there is no such position.
  func last(from start: Int, through end: Int) -> Int? {
    plainWord(from: start, through: end) ?? lastOpportunity(from: start, through: end)
  }

  // MARK: Plain words

  /// The start of the word around `end`, if the word and what comes before it up to its space are only letters and
  /// digits of Latin scripts, and marks at which no word is broken.
  private func plainWord(from start: Int, through end: Int) -> Int? {
    var word = end
    while word > start, LineBreaks.isPlain(bytes[word]) { word -= 1 }
    guard word > start, bytes[word] == 0x20, word < end else { return nil }
    guard LineBreaks.isLetterOrDigit(bytes[word + 1]) else { return nil }
    var before = word - 1
    while before > start, bytes[before] == 0x20 { before -= 1 }
    let last = bytes[bytes.scalarStart(at: before)]
    return LineBreaks.isLetterOrDigit(last) || LineBreaks.isStop(last) ? word + 1 : nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || isStop(byte) || byte == 0x27 }

  private static func isStop(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }

  /// ASCII, and letters from U+00C0 to U+024F: their lead bytes, and the bytes after those.
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xBF, 0xC3...0xC9: true
    default: false
    }
  }

  // MARK: All other text

  /// The number of bytes considered after a position.
  private static let lookahead = 16

  private func lastOpportunity(from start: Int, through end: Int) -> Int? {
    let stop = bytes.scalarStart(at: min(bytes.count, end + LineBreaks.lookahead))
    let line = UnsafeBufferPointer(rebasing: bytes[start..<stop])
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: line.count) { breaks in
      shim_line_breaks(line.baseAddress, line.count, breaks.baseAddress)
      return ((start + 1)...end).last { place in
        bytes[place] & 0xC0 != 0x80 && allows(breaks[place - start], at: place)
      }
    }
  }

  private func allows(_ opportunity: CChar, at place: Int) -> Bool {
    let isPossible = Int(opportunity) == UC_BREAK_POSSIBLE
    // Quick check for most positions, which are inside words.
    guard isPossible || bytes[place] >= 0x80 || bytes[place - 1] >= 0x80 else { return false }
    guard let before = bytes.scalar(before: place) else { return false }
    let (after, size) = bytes.scalar(at: place)
    if isPossible { return !isInAbbreviation(before, after) }
    let next = place + size < bytes.count ? bytes.scalar(at: place + size).0 : " "
    return isBeforeEastAsianQuote(before, after, next) || isAfterEastAsianQuote(place, before, after)
  }

  /// `e.g.` and `news.example`: rule LB29, which libunistring before 1.1 (Unicode 15) does not apply.
  private func isInAbbreviation(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    switch before {
    case ".", ",", ":", ";", "\u{60C}": after.properties.isAlphabetic && DisplayWidth.columns(of: after) == 1
    default: false
    }
  }

  /// Rule LB19a, introduced in Unicode 16: Chinese uses quotation marks without spaces, and a line may start with the
  /// opening one if it is between East Asian characters.
  private func isBeforeEastAsianQuote(
    _ before: Unicode.Scalar, _ quote: Unicode.Scalar, _ next: Unicode.Scalar
  ) -> Bool {
    quote.properties.generalCategory == .initialPunctuation && before.isWide && next.isWide
      && !before.isOpeningPunctuation
  }

  /// Similarly, a line may end with the closing one.
  private func isAfterEastAsianQuote(_ place: Int, _ quote: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    guard quote.properties.generalCategory == .finalPunctuation, after.isWide else { return false }
    guard after.properties.isIdeographic || after.isOpeningPunctuation else { return false }
    return bytes.scalar(before: bytes.scalarStart(at: place - 1))?.isWide == true
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool { DisplayWidth.columns(of: self) == 2 }

  /// Whether no line may end after it.
  var isOpeningPunctuation: Bool {
    switch properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }

  /// Whether no line may start with it: full stops, closing brackets and quotation marks.
  var isClosingPunctuation: Bool {
    switch properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .otherPunctuation: true
    default: false
    }
  }
}
