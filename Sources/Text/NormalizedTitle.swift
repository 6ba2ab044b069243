import Foundation

/// A title or the name of a source in comparable form: compatibility-normalized (NFKC, UAX #15), case-folded, without
/// spaces, punctuation and invisible characters. Two copies of a headline that differ in quotes, dashes, case or
/// spacing are equal. A text of punctuation alone is compared unchanged.
public struct NormalizedTitle: Hashable, Sendable {
  /// UTF-8.
  public let bytes: [UInt8]

  /// The form of no text.
  public static let empty = NormalizedTitle("")

  /// The comparable form of a text.
  public init(_ text: String) {
    self.init(utf8: Array(text.utf8)[...])
  }

  /// The same for a UTF-8 text.
  public init(utf8 text: some Collection<UInt8>) {
    let kept =
      NormalizedTitle.foldedASCII(text) ?? NormalizedTitle.folded(String(decoding: text, as: UTF8.self))
    bytes = kept.isEmpty ? Array(text) : kept
  }

  /// The form of most titles, in one pass over their bytes; nil for a text that is not ASCII.
  private static func foldedASCII(_ text: some Collection<UInt8>) -> [UInt8]? {
    var isASCII = true
    let kept = [UInt8](unsafeUninitializedCapacity: text.count) { kept, count in
      for byte in text {
        guard byte < 0x80 else {
          isASCII = false
          return
        }
        let folded = asciiFolded(byte)
        kept.initializeElement(at: count, to: folded)
        count += folded == 0 ? 0 : 1
      }
    }
    return isASCII ? kept : nil
  }

  /// Combines the bytes of a title without storing them; nil for one that needs full normalization: one that is not
  /// ASCII, or only punctuation.
  ///
  /// Inlined together with the combining function, because loading does this for each entry of each page.
  @inlinable
  public static func reduce<Result>(
    ascii text: UnsafeBufferPointer<UInt8>, _ start: Result, _ combine: (Result, UInt8) -> Result
  ) -> Result? {
    var result = start
    var isEmpty = true
    for byte in text {
      guard byte < 0x80 else { return nil }
      let folded = asciiFolded(byte)
      if folded == 0 { continue }
      result = combine(result, folded)
      isEmpty = false
    }
    return isEmpty ? nil : result
  }

  /// An ASCII letter in lower case, a digit or a symbol; 0 for bytes to be omitted.
  @inlinable
  static func asciiFolded(_ byte: UInt8) -> UInt8 {
    let letter = CaseFolding.asciiLetter(byte)
    if letter != 0 { return letter }
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"),
      UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      return byte
    default: return 0
    }
  }

  private static func folded(_ text: String) -> [UInt8] {
    let isPlain = text.unicodeScalars.allSatisfy { isNormalized($0.value) }
    let normalized = isPlain ? text : text.precomposedStringWithCompatibilityMapping
    var kept: [UInt8] = []
    kept.reserveCapacity(normalized.utf8.count)
    for scalar in normalized.unicodeScalars {
      if scalar.isASCII {
        let folded = asciiFolded(UInt8(ascii: scalar))
        if folded != 0 { kept.append(folded) }
      } else if isCaseless(scalar.value) {
        kept.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      } else if !isIgnored(scalar) {
        kept.append(contentsOf: CaseFolding.folded(scalar))
      }
    }
    return kept
  }

  /// Letters and punctuation of everyday headlines that NFKC does not change if no combining mark follows (combining
  /// marks are not included), so that most titles avoid the slow path.
  private static func isNormalized(_ value: UInt32) -> Bool {
    switch value {
    case 0...0x9F, 0xC0...0x130, 0x391...0x3A1, 0x3A3...0x3C9, 0x400...0x481: true
    case 0x2010, 0x2012...0x2016, 0x2018...0x2023: true
    default: isCaseless(value)
    }
  }

  /// Arabic letters and digits, kana, Han and Hangul: nothing to fold.
  private static func isCaseless(_ value: UInt32) -> Bool {
    switch value {
    case 0x621...0x64A, 0x660...0x669, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF,
      0xAC00...0xD7A3:
      true
    default: false
    }
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control,
      .format, .surrogate, .privateUse:
      true
    // Variation selectors and fillers. Unassigned characters stay: their future assignment must not change an identity.
    default: scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
