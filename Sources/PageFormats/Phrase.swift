import Text

/// A phrase that a ``PhraseMatcher`` finds, and what has to be before and after it.
///
/// It is written in lower case: `-?` is an optional dash, `[-_]?` an optional dash or underscore, a bar at an end marks a
/// word boundary (`|ad|`), a plus at the end means that the word continues (`@+`), and `post!nav!tag` means that none of
/// these follows, with or without a dash.
struct Phrase: Sendable {
  let group: Int
  /// The length of its text in bytes.
  let length: Int
  let beginsWord: Bool
  let endsWord: Bool
  let goesOn: Bool
  let unlessFollowedBy: [[UInt8]]

  /// The phrases of a comma-separated list, and their texts.
  static func phrases(in list: String, group: Int) -> [(phrase: Phrase, text: [UInt8])] {
    list.split(separator: ",").flatMap { written in
      variants(written.drop { $0 == " " || $0 == "\n" }).map { read($0, group) }
    }
  }

  private static func variants(_ written: Substring) -> [String] {
    for (mark, dashes) in [("[-_]?", ["", "-", "_"]), ("-?", ["", "-"])] {
      if let place = written.firstRange(of: mark) {
        return dashes.flatMap {
          variants(Substring(written[..<place.lowerBound] + $0 + written[place.upperBound...]))
        }
      }
    }
    return [String(written)]
  }

  private static func read(_ written: String, _ group: Int) -> (phrase: Phrase, text: [UInt8]) {
    let parts = written.utf8.split(separator: UInt8(ascii: "!"))
    var text = parts.first.map(Array.init) ?? []
    let beginsWord = text.first == UInt8(ascii: "|")
    if beginsWord { text.removeFirst() }
    let (endsWord, goesOn) = (text.last == UInt8(ascii: "|"), text.last == UInt8(ascii: "+"))
    if endsWord || goesOn { text.removeLast() }
    let phrase = Phrase(
      group: group, length: text.count, beginsWord: beginsWord, endsWord: endsWord, goesOn: goesOn,
      unlessFollowedBy: parts.dropFirst().map(Array.init))
    return (phrase, text)
  }
}
