/// The furniture found on a page between the story and its related stories.
struct FurnitureRun {
  /// From the first line of furniture to the last one.
  private(set) var lines: Range<Int>
  /// The last part of the furniture.
  private(set) var last: Furniture.Part
  /// Lines within the furniture that do not belong to it: readers' comments.
  private(set) var comments: [Int] = []
  private(set) var commentCount: Int?

  private var weight: Int
  private var language: Int?
  private var hasSiteOwnPart: Bool
  private var leadsToRelated = false

  /// The most likely furniture of a page, or nil. A story can quote some of these lines; the real ones are more
  /// numerous, and are followed by related stories.
  static func find(in text: PageText) -> FurnitureRun? {
    let marks = FurnitureMark.all(in: text)
    var best: FurnitureRun?
    var index = 0
    while index < marks.count {
      var run = FurnitureRun(marks[index])
      index += 1
      run.extend(with: marks, from: &index, in: text)
      run.includeTruncatedLine(in: text)
      run.leadsToRelated = RelatedStories.heading(in: text, at: run.lines.upperBound, end: text.count) != nil
      if run.isPlausible(in: text), run.score > best?.score ?? 0 { best = run }
    }
    best?.readCommentCount(in: text)
    return best
  }

  private init(_ mark: FurnitureMark) {
    lines = mark.line..<mark.line + 1
    last = mark.part
    weight = mark.part.weight
    language = mark.language
    hasSiteOwnPart = mark.part < .comments
  }

  private var score: Int { weight + (leadsToRelated ? 3 : 0) }

  /// There are enough of the site's own phrases to rule out that the lines between them are part of a story.
  private var isStrong: Bool { hasSiteOwnPart && weight >= 4 }

  private func isPlausible(in text: PageText) -> Bool {
    isStrong || leadsToRelated || (hasSiteOwnPart && lines.upperBound == text.count)
  }

  /// Adds the marks that continue the sequence. Readers' lines may come between them, but lines of related stories
  /// may not.
  private mutating func extend(with marks: [FurnitureMark], from index: inout Int, in text: PageText) {
    // Thousands of marks may be skipped as readers' comments, so the lines before them are searched only once.
    var search = RelatedStories.HeadingSearch()
    while index < marks.count, last != .related {
      let next = marks[index]
      let isSameLanguage = language == nil || next.language == nil || language == next.language
      guard isSameLanguage, last < next.part else {
        // Either part of a reader's comment, or the beginning of another run.
        guard isStrong, last >= .comments, next.part >= .comments else { return }
        index += 1
        continue
      }
      let between = lines.upperBound..<next.line
      if !between.isEmpty {
        guard isStrong, !search.findsHeading(in: text, lines: between) else { return }
        if next.part < .related, FurnitureRun.commentCount(text[between.lowerBound]) != nil {
          // The heading of the comments already gives their number, so this line was written by a reader.
          index += 1
          continue
        }
        comments.append(contentsOf: between)
      }
      lines = lines.lowerBound..<next.line + 1
      last = next.part
      weight += next.part.weight
      language = language ?? next.language
      hasSiteOwnPart = hasSiteOwnPart || next.part < .comments
      index += 1
    }
  }

  /// Within the sequence, one byte of its next line is enough to recognize a truncated last line.
  private mutating func includeTruncatedLine(in text: PageText) {
    guard isStrong || last == .background, last != .related, lines.upperBound == text.count - 1 else {
      return
    }
    let languages = language.map { [Furniture.languages[$0]] } ?? Furniture.languages
    guard languages.contains(where: { $0.truncatedPart(text, atLeast: 1, after: last) != nil }) else {
      return
    }
    lines = lines.lowerBound..<text.count
  }

  /// If the heading of the related stories is missing, the lines before the first of them are still comments.
  mutating func appendComments(_ lines: Range<Int>) {
    comments.append(contentsOf: lines)
  }

  private mutating func readCommentCount(in text: PageText) {
    guard let first = comments.first, let count = FurnitureRun.commentCount(text[first]) else { return }
    commentCount = count
    comments.removeFirst()
  }

  /// A heading with the number of comments: `Comments (12)`, `12 Comments`, `التعليقات (3)`.
  private static func commentCount(_ line: UnsafeBufferPointer<UInt8>) -> Int? {
    guard line.count <= 40 else { return nil }
    var text = String(decoding: line, as: UTF8.self).filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }
    for word in ["Comments", "comments", "Comment", "comment", "التعليقات", "تعليقات"] {
      guard let range = text.wholeRange(ofPrefixOrSuffix: word) else { continue }
      text.removeSubrange(range)
      let digits = text.compactMap(\.wholeNumberValue)
      guard !digits.isEmpty, digits.count == text.count, digits.count < 10 else { return nil }
      return digits.reduce(0) { $0 * 10 + $1 }
    }
    return nil
  }
}

extension String {
  fileprivate func wholeRange(ofPrefixOrSuffix word: String) -> Range<String.Index>? {
    if hasPrefix(word) { return startIndex..<index(startIndex, offsetBy: word.count) }
    if hasSuffix(word) { return index(endIndex, offsetBy: -word.count)..<endIndex }
    return nil
  }
}
