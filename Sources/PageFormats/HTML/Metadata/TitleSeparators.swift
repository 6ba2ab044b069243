/// The separators between a headline and the name of its site: ` | `, ` - `, ` » `.
enum TitleSeparators {
  private static let marks = Set("|-–—·»•:«/".unicodeScalars)

  /// The positions of the separators. A bar and a double angle bracket need no blanks around them.
  static func ranges(in title: Substring) -> [Range<Substring.Index>] {
    let scalars = title.unicodeScalars
    var ranges: [Range<Substring.Index>] = []
    var position = scalars.startIndex
    while position < scalars.endIndex {
      if let end = end(at: position, in: scalars) {
        ranges.append(position..<end)
        position = end
      } else {
        position = scalars.index(after: position)
      }
    }
    return ranges
  }

  /// The parts between the separators.
  static func parts(of title: String) -> [String] {
    var parts: [String] = []
    var start = title.startIndex
    for range in ranges(in: title[...]) {
      parts.append(String(title[start..<range.lowerBound]))
      start = range.upperBound
    }
    return (parts + [String(title[start...])]).filter { !$0.isEmpty }
  }

  private static func end(
    at start: Substring.Index, in scalars: Substring.UnicodeScalarView
  ) -> Substring.Index? {
    let marksOn = scalars[start...].drop { $0 == " " }
    if marksOn.startIndex > start {
      let after = marksOn.drop { marks.contains($0) }
      let next = after.drop { $0 == " " }
      if after.startIndex > marksOn.startIndex, next.startIndex > after.startIndex { return next.startIndex }
    }
    guard let mark = marksOn.first, mark == "|" || mark == "»" else { return nil }
    return marksOn.dropFirst().drop { $0 == " " }.startIndex
  }
}
