import CFriBidi

/// The Unicode Bidirectional Algorithm (UAX #9) and the joining of Arabic letters, using FriBidi.
enum FriBidi {
  /// Reorders one line of a paragraph for the screen.
  /// - Parameters:
  ///   - paragraph: the paragraph's characters without marks. Those of the line are replaced by the characters to draw:
  ///   contextual forms of Arabic letters, mirrored brackets. If a lam is joined with the alef after it, the lam is
  ///   replaced by `joinedAway`.
  ///   - line: the range of the line.
  ///   - direction: the paragraph's direction.
  /// - Returns: the positions of the line's characters, from left to right.
  static func arrange(_ paragraph: inout [UInt32], line: Range<Int>, direction: TextDirection) -> [Int] {
    let count = FriBidiStrIndex(paragraph.count)
    var types = [FriBidiCharType](repeating: FriBidiCharType(0), count: paragraph.count)
    var brackets = [FriBidiBracketType](repeating: 0, count: paragraph.count)
    var levels = [FriBidiLevel](repeating: 0, count: paragraph.count)
    var base: FriBidiParType = shim_paragraph_type(direction == .rightToLeft ? 1 : 0)
    fribidi_get_bidi_types(paragraph, count, &types)
    fribidi_get_bracket_types(paragraph, count, types, &brackets)
    // 0 means out of memory: the line is shown as it is.
    guard fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, &levels) > 0 else {
      return Array(line)
    }
    join(&paragraph, line: line, types: types, levels: levels)
    var order = (0..<count).map { $0 }
    let reordered = fribidi_reorder_line(
      0, types, FriBidiStrIndex(line.count), FriBidiStrIndex(line.lowerBound), base, &levels, nil, &order)
    return reordered > 0 ? order[line].map { Int($0) } : Array(line)
  }

  /// Replaces a lam that is drawn as one glyph with the alef after it.
  static let joinedAway: UInt32 = 0xFEFF

  /// Letters are only joined within the line, not across its end.
  private static func join(
    _ paragraph: inout [UInt32], line: Range<Int>, types: [FriBidiCharType], levels: [FriBidiLevel]
  ) {
    let count = FriBidiStrIndex(line.count)
    var (shapes, letters) = ([FriBidiJoiningType](repeating: 0, count: line.count), Array(paragraph[line]))
    let (types, levels) = (Array(types[line]), Array(levels[line]))
    fribidi_get_joining_types(letters, count, &shapes)
    fribidi_join_arabic(types, count, levels, &shapes)
    fribidi_shape(FriBidiFlags(SHIM_MIRROR_AND_JOIN), levels, count, &shapes, &letters)
    paragraph.replaceSubrange(line, with: letters)
  }
}
