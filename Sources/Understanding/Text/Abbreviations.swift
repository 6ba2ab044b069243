import Text

/// Decides which full stops belong to an abbreviation and do not end a sentence. English only.
enum Abbreviations {
  /// No abbreviation is longer, in bytes.
  static let longest = 16

  private static let known = WordSet(
    """
    mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr adm maj st jr sr inc corp co ltd vs no nos jan feb mar apr
    jun jul aug sep sept oct nov dec mt ft rev hon pres dept univ etc e.g i.e fig vol pp ave blvd rd assn bros u.s u.k
    u.n e.u ga fla calif tex pa mass conn wash ore colo ariz ill ind mich minn wis tenn ky la va md okla ala ark neb kan
    nev n.y n.j n.c s.c d.c a.m p.m
    """)
  private static let endings = WordSet("u.s u.k u.n e.u a.m p.m d.c inc corp co ltd jr sr")
  private static let beginnings = WordSet(
    """
    the a an in on at he she it they we i but and this that these those his her its their our as for when while after
    before if there here what who how why with by from to so yet still one some most many more no not last two three
    also
    """)

  /// Whether a word before a full stop is an abbreviation or an initial.
  static func isAbbreviation(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    isInitial(text, word) || known.contains(hash(text, word)) || isLettersWithStops(text, word)
  }

  /// Whether an abbreviation can also end a sentence.
  static func mayEndSentence(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    endings.contains(hash(text, word))
  }

  /// Whether a capitalized word usually begins a sentence.
  static func begins(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    beginnings.contains(hash(text, word))
  }

  private static func hash(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> UInt64 {
    Token.hash(of: text[word].lazy.map { $0 &- UInt8(ascii: "A") < 26 ? $0 | 0x20 : $0 })
  }

  private static func isInitial(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    guard !word.isEmpty else { return false }
    let (scalar, length) = text.scalar(at: word.lowerBound)
    return length == word.count && scalar.properties.isAlphabetic
  }

  /// `e.g`, `p.m`, `n.y.c`: single letters separated by full stops.
  private static func isLettersWithStops(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Bool {
    guard word.count >= 3, word.count % 2 == 1 else { return false }
    return text[word].enumerated().allSatisfy { index, byte in
      index % 2 == 1 ? byte == UInt8(ascii: ".") : (byte | 0x20) &- UInt8(ascii: "a") < 26
    }
  }
}
