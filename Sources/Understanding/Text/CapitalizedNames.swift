import Text

/// Names recognized by capitals: runs of capitalized words that do not begin a sentence, such as
/// `Jason Varitek`. Scripts without capitals have none.
public enum CapitalizedNames {
  /// A name in a text.
  public struct Name: Hashable, Sendable {
    /// Its position, in bytes.
    public var range: Range<Int>
    /// Its words in the form that ``Token`` compares, separated by spaces.
    public var key: [UInt8]
  }

  /// The names in a text, in order. The first word of a sentence does not count, because it is always
  /// capitalized, unless it is the only word.
  public static func find(in text: UnsafeBufferPointer<UInt8>) -> [Name] {
    var names: [Name] = []
    var start = 0
    while start < text.count {
      let rest = text.dropping(first: start)
      let length = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.count
      let paragraph = UnsafeBufferPointer(rebasing: rest[..<length])
      for sentence in Sentences.ranges(in: paragraph) {
        add(UnsafeBufferPointer(rebasing: paragraph[sentence]), at: start + sentence.lowerBound, to: &names)
      }
      start += length + 1
    }
    return names
  }

  private static func add(_ sentence: UnsafeBufferPointer<UInt8>, at offset: Int, to names: inout [Name]) {
    var run: Name?
    var first: Name?
    var count = 0
    func end() {
      let letters = run.map { sentence[$0.range.lowerBound - offset..<$0.range.upperBound - offset] }
      if let run, let letters, !isFunctionWord(run, letters), !isDayOrMonth(letters) { names.append(run) }
      run = nil
    }
    Tokens.visit(sentence) { token in
      count += 1
      guard token.isCapitalized else { return end() }
      let range = token.range.lowerBound + offset..<token.range.upperBound + offset
      let name = Name(range: range, key: Array(token.bytes))
      if count == 1 {
        first = name
      } else {
        if let before = run, isGlue(sentence, before.range.upperBound - offset..<token.range.lowerBound) {
          run = Name(
            range: before.range.lowerBound..<range.upperBound, key: before.key + [0x20] + name.key)
        } else {
          end()
          run = name
        }
        if token.isPossessive { end() }
      }
    }
    if count == 1, let first { names.append(first) } else { end() }
  }

  /// `We`, for instance after a quotation mark; but `US` is a name.
  private static func isFunctionWord(_ name: Name, _ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard StopWords.english.contains(Token.hash(of: name.key)) else { return false }
    return letters.count < 2 || letters.contains { $0 >= UInt8(ascii: "a") }
  }

  /// `March`, which most stories of a month have in common.
  private static func isDayOrMonth(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    NameWords.exact[String(decoding: letters, as: UTF8.self)]?.contains(.dayOrMonth) ?? false
  }

  /// Whether the text in a range may separate two words of one name.
  private static func isGlue(_ sentence: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let between = UnsafeBufferPointer(rebasing: sentence[range])
    return between.isEqual(to: " ") || between.isEqual(to: "-") || between.isEqual(to: " & ")
  }
}
