/// The words of some texts by number, so that the traits of each word are determined only once.
struct NameVocabulary {
  typealias Number = Int32

  struct Word {
    /// The word as written.
    let text: String
    /// The number of the same word in lower case.
    let lower: Number
    let traits: NameTraits
    /// Its length in characters.
    let length: Int
  }

  private var numbers: [String: Number] = [:]
  private var words: [Word] = []

  /// The number of words.
  var count: Int { words.count }

  subscript(number: Number) -> Word { words[Int(number)] }

  /// The number of a word; a new word gets a new number.
  mutating func number(of text: String) -> Number {
    if let number = numbers[text] { return number }
    let lowerText = text.lowercased()
    let isLower = lowerText == text
    let lower = isLower ? Number(words.count) : number(of: lowerText)
    let number = Number(words.count)
    words.append(
      Word(text: text, lower: lower, traits: NameTraits(text), length: text.unicodeScalars.count))
    numbers[text] = number
    return number
  }
}
