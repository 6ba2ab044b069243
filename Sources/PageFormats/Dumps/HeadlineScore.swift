import Glibc

/// The score of a line as the headline.
extension DumpHeadline {
  private typealias Weight = HeadlineWeights

  /// What its words, its place and its traits contribute.
  func score(ofLine index: Int) -> Float {
    let traits = lines[index].traits
    var score = words(index) + place(index) + size(lines[index]) + neighbours(index)
    func add(_ weight: Float, if condition: Bool) { score += condition ? weight : 0 }
    add(Weight.repeated, if: traits.contains(.repeated))
    add(Weight.blankBefore, if: traits.contains(.blankBefore))
    add(Weight.blankAfter, if: traits.contains(.blankAfter))
    add(Weight.apart, if: traits.isSuperset(of: [.blankBefore, .blankAfter]))
    add(Weight.firstApart, if: traits.contains(.blankBefore) && firstApart.map { index <= $0 } ?? true)
    add(Weight.picture, if: traits.contains(.picture))
    add(Weight.furniture, if: traits.contains(.furniture))
    add(Weight.after, if: traits.contains(.after))
    add(Weight.teases, if: traits.contains(.teases))
    add(Weight.good, if: traits.contains(.good))
    add(Weight.dated, if: traits.contains(.dated))
    return score
  }

  /// What its characters, and a date or a byline near it, contribute: at most ``mostForText``.
  func score(ofText index: Int, _ signs: HeadlineSigns) -> Float {
    shape(lines[index], signs) + datesAndBylines(index)
  }

  /// The sum of all weights that can increase the score of a line's text.
  static let mostForText =
    Weight.capitalized + Weight.digits + Weight.fourWords + Weight.sixWords + Weight.question
    + Weight.manyCommas
    + Weight.longerNext + Weight.dateAbove + Weight.dateSoon + Weight.bylineSoon + Weight.dateOrBylineSoon
    + Weight.contained

  /// For its words in the story and in all lines below it.
  private func words(_ index: Int) -> Float {
    let use = surroundings[index].words
    return (lines[index].stemCount < 2 ? Weight.oneStem : 0) + Weight.saidAtOnce * use.atOnce
      + Weight.oftenInStory * use.inStory + Weight.oftenBelow * use.below
      + Weight.inNextParagraph * use.inNextParagraph
  }

  /// For its place on the page.
  private func place(_ index: Int) -> Float {
    let around = surroundings[index]
    let distance = Float(story.lowerBound - index)
    var score = Weight.distance * logf(1 + max(0, distance)) / 5
    score += Weight.far * min(1, max(0, distance - 20) / 60)
    score += Weight.goodBetween * Float(min(3, around.goodBetween)) / 3
    score += Weight.beforeGood * min(1, Float(around.nextGood - index) / 10)
    if index < 3 { score += Weight.top }
    if distance >= 0 { score += Weight.nearness / (1 + distance) }
    if distance <= 0 { score += Weight.inside - Weight.depth * max(-1, distance / 10) }
    switch around.indent {
    case .lessThanText: score += Weight.outdented
    case .likeText: score += Weight.likeText
    case .moreThanText: score += Weight.centred
    case .unknown: break
    }
    if index == surroundings.firstOutdented { score += Weight.firstOutdented }
    return score
  }

  private func size(_ line: DumpLine) -> Float {
    var score: Float = 0
    func add(_ weight: Float, if condition: Bool) { score += condition ? weight : 0 }
    add(Weight.under18, if: line.size < 18)
    add(Weight.under25, if: line.size < 25)
    add(Weight.under40, if: line.size < 40)
    add(Weight.over60, if: line.size > 60)
    add(Weight.over90, if: line.size > 90)
    add(Weight.over130, if: line.size > 130)
    return score
  }

  /// For its characters.
  private func shape(_ line: DumpLine, _ signs: HeadlineSigns) -> Float {
    var score =
      Weight.capitalized * signs.capitalizedPart + Weight.digits * Float(signs.digits) / Float(line.size)
    func add(_ weight: Float, if condition: Bool) { score += condition ? weight : 0 }
    add(Weight.endsSentence, if: line.traits.contains(.ends) && !signs.endsInQuestion)
    add(Weight.oneWord, if: signs.words == 1)
    add(Weight.twoWords, if: signs.words == 2)
    add(Weight.fourWords, if: signs.words >= 4)
    add(Weight.sixWords, if: signs.words >= 6)
    add(Weight.fewLaterWords, if: signs.laterWords < 3)
    add(Weight.separator, if: signs.hasSeparator)
    add(Weight.allCapitals, if: signs.isAllCapitals)
    add(Weight.startsLowercase, if: signs.startsLowercase)
    add(Weight.startsWithHash, if: signs.startsWithHash)
    add(Weight.control, if: signs.hasControl)
    add(Weight.endsInColon, if: signs.endsInColon)
    add(Weight.question, if: signs.endsInQuestion)
    add(Weight.manyCommas, if: signs.commas > 2)
    return score
  }

  /// For the lines above and below it.
  private func neighbours(_ index: Int) -> Float {
    let around = surroundings[index]
    let next = index + 1
    var score = Weight.bulletsBelow * around.bulletPart
    func add(_ weight: Float, if condition: Bool) { score += condition ? weight : 0 }
    add(Weight.goodNext, if: next < lines.count && lines[next].isGood)
    add(Weight.bulletNext, if: next < lines.count && lines[next].isBullet)
    add(Weight.datedNext, if: next < lines.count && lines[next].isDated)
    add(Weight.bulletAbove, if: index > 0 && lines[index - 1].isBullet)
    return score
  }

  /// For dates and bylines above and below it, and for lines without one that are like headlines.
  private func datesAndBylines(_ index: Int) -> Float {
    let next = index + 1
    var score: Float = 0
    func add(_ weight: Float, if condition: Bool) { score += condition ? weight : 0 }
    add(Weight.longerNext, if: isLikeHeadline(next) && lines[next].size > lines[index].size)
    add(Weight.dateAbove, if: index > 0 && lines[index - 1].size < 80 && hasDate(index - 1))
    add(Weight.headlineAbove, if: index > candidates.lowerBound && isLikeHeadline(index - 1))
    var (isDated, isSigned) = (false, false)
    for line in next..<min(lines.count, next + DumpHeadline.bylineReach)
    where lines[line].size < DumpHeadline.longestByline {
      isDated = isDated || hasDate(line)
      isSigned = isSigned || hasByline(line)
    }
    add(Weight.dateSoon, if: isDated)
    add(Weight.bylineSoon, if: isSigned)
    add(Weight.dateOrBylineSoon, if: isDated || isSigned)
    return score
  }

  private func isLikeHeadline(_ line: Int) -> Bool {
    line < lines.count && (18...200).contains(lines[line].size) && !lines[line].isBullet && !hasDate(line)
  }
}
