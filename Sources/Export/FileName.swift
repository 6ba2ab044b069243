/// Suggests names for the files of saved stories.
public enum FileName {
  /// The maximum length of a name without its extension, in characters and in bytes of UTF-8.
  private static let longest = (characters: 60, bytes: 180)

  /// A short name made of the words of a title, safe in any folder and on any command line: letters, digits and single
  /// hyphens between them, as in `tin-index-slips.md`. If `isTaken` returns true for it, a number is added.
  public static func suggestion(
    for title: String, format: ExportFormat, isTaken: (String) -> Bool = { _ in false }
  ) -> String {
    let name = name(of: title)
    var candidate = "\(name).\(format.fileExtension)"
    var number = 2
    while isTaken(candidate) {
      candidate = "\(name)-\(number).\(format.fileExtension)"
      number += 1
    }
    return candidate
  }

  private static func name(of title: String) -> String {
    var name = ""
    for word in title.lowercased().split(whereSeparator: {
      !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’"
    }) {
      let word = word.filter { $0.isLetter || $0.isNumber }
      let longer = name.isEmpty || word.isEmpty ? name + word : name + "-" + word
      guard fits(longer) else {
        // A title without spaces is truncated at any character.
        if name.isEmpty { name = cut(word) }
        break
      }
      name = longer
    }
    return name.isEmpty ? "story" : name
  }

  private static func fits(_ name: String) -> Bool {
    name.count <= longest.characters && name.utf8.count <= longest.bytes
  }

  private static func cut(_ word: String) -> String {
    var name = ""
    for character in word where fits(name + String(character)) { name.append(character) }
    return name
  }
}
