import Tables

/// The relation between two texts: the only rule for comparing them, both for stories and for their marks.
enum TextRelation: Int, Comparable {
  /// The same letters.
  case same
  /// Most of their content is the same.
  case similar
  /// One begins with all of the other.
  case contained
  /// Different texts, or one of them is empty.
  case different

  static func < (a: TextRelation, b: TextRelation) -> Bool { a.rawValue < b.rawValue }
}

extension HeadlineID {
  /// The relation between two stories, judging by headline, source and text.
  ///
  /// If no source is known, the headline may be anything, such as the first line of a site's menu: then short texts
  /// must have nearly the same content. `isCut`: one of the texts is known to be cut off, and may end anywhere.
  func relation(
    of text: TextSketch, to other: HeadlineID, _ otherText: TextSketch, isCut: Bool = false
  ) -> TextRelation {
    guard isCompatible(with: other) else { return .different }
    return text.relation(to: otherText, isCut: isCut, isSourceShared: isSourceKnown && other.isSourceKnown)
  }
}

extension TextSketch {
  /// The relation between two texts. It is symmetric.
  func relation(to other: TextSketch, isCut: Bool = false, isSourceShared: Bool = true) -> TextRelation {
    guard !isEmpty, !other.isEmpty else { return .different }
    if self == other { return .same }
    if isSimilar(to: other, isSourceShared) { return .similar }
    return isContained(in: other, isCut: isCut) || other.isContained(in: self, isCut: isCut)
      ? .contained : .different
  }

  private static let fewestSamples = 4
  /// A text with fewer letters is not contained in any other, unless it is known to be cut.
  private static let fewestLetters = 16

  /// Whether half of the sentences of two texts are the same. For short texts, which have few sentences, two of three
  /// words must be the same, but only a quarter of the sentences.
  private func isSimilar(to other: TextSketch, _ isSourceShared: Bool) -> Bool {
    let shared = sentences.compare(with: other.sentences)
    let hasSentences = shared.all >= TextSketch.fewestSamples
    let (equal, all) = words.compare(with: other.words)
    guard !words.isEmpty, !other.words.isEmpty, all >= TextSketch.fewestSamples else {
      return hasSentences && shared.equal * 2 >= shared.all
    }
    let areMany = min(sentenceCount, other.sentenceCount) >= TextSketch.fewestSamples
    if hasSentences, areMany, shared.equal * 4 < shared.all { return false }
    return isSourceShared ? equal * 3 >= all * 2 : equal * 8 >= all * 7
  }

  /// Whether this text is the shorter one and the other begins with it, as far as the sketches show.
  func isContained(in other: TextSketch, isCut: Bool) -> Bool {
    guard letterCount >= (isCut ? 4 : TextSketch.fewestLetters) else { return false }
    if letterCount < TextSketch.openingLetters {
      guard letterCount < other.letterCount else { return false }
    } else {
      let isShorter = sentenceCount < other.sentenceCount || (isCut && sentenceCount == other.sentenceCount)
      guard isShorter, other.letterCount == letterCount else { return false }
    }
    return opening.agrees(with: other.opening) && chain.agrees(with: other.chain)
  }
}

extension SketchBytes {
  /// Whether the bytes present in both are equal.
  fileprivate func agrees(with other: SketchBytes) -> Bool {
    low.agrees(with: other.low) && high.agrees(with: other.high)
  }

  /// How many bytes are equal, of those present in at least one of them.
  fileprivate func compare(with other: SketchBytes) -> (equal: Int, all: Int) {
    let any =
      (low | other.low).nonzeroBytes.nonzeroBitCount + (high | other.high).nonzeroBytes.nonzeroBitCount
    let unequal =
      (low ^ other.low).nonzeroBytes.nonzeroBitCount + (high ^ other.high).nonzeroBytes.nonzeroBitCount
    return ((any - unequal) / 8, any / 8)
  }
}

extension UInt64 {
  /// 0xFF for each byte that is not 0.
  fileprivate var nonzeroBytes: UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return (((((self & low) &+ low) | self) & ~low) >> 7) &* 0xFF
  }

  fileprivate func agrees(with other: UInt64) -> Bool {
    (self ^ other) & nonzeroBytes & other.nonzeroBytes == 0
  }
}

// MARK: Finding related texts among many

extension TextSketch {
  /// Visits keys of which two related texts most probably share one, so that related texts can be found among many
  /// without comparing all pairs.
  public func visitKeys(_ visit: (UInt64) -> Void) {
    func key(_ kind: UInt64, _ value: UInt64) {
      var mixer = Mixer()
      mixer.add(kind)
      mixer.add(value)
      visit(mixer.value)
    }
    for (kind, half) in [words.low, words.high, sentences.low, sentences.high].enumerated() {
      for pair in 0..<4 {
        let two = half >> UInt64(16 * pair) & 0xFFFF
        if two & 0xFF != 0, two >> 8 != 0 { key(UInt64(kind * 4 + pair), two) }
      }
    }
    for step in 0..<8 where chain >> UInt64(8 * step) & 0xFF != 0 {
      key(UInt64(16 + step), chain << UInt64(56 - 8 * step))
    }
    key(24, opening.low & 0xFFFF_FFFF)
    key(25, opening.high)
  }
}
