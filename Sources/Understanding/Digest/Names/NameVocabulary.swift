/// The words of some texts by number, so that what a word is needs to be found out once.
struct NameVocabulary {
  typealias Number = Int32

  struct Word {
    /// As it is written.
    let text: String
    /// The number of the same word in lower case.
    let lower: Number
    let traits: NameTraits
    /// In characters.
    let length: Int
  }

  private var numbers: [String: Number] = [:]
  private var words: [Word] = []

  /// How many words there are.
  var count: Int { words.count }

  subscript(number: Number) -> Word { words[Int(number)] }

  /// The number of a word, which is a new one where it is new.
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
