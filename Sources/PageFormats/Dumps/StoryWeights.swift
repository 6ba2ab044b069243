/// Learned constants: how much each trait of a line says for or against its being part of the story.
///
/// Learned on text dumps of open data sets of news pages, one half of the article-extraction-benchmark of Zyte among
/// them (the other half, not seen, is what they are measured on), so that the range of lines with the greatest sum
/// (``StoryRange``) is the story; traits that did not matter were left out. Sizes are in letters.
enum StoryWeights {
  /// A line of the story.
  enum Body {
    static let bias: Float = -0.477
    /// By `LineScores.relativeSize(_:limit:)`, up to 600.
    static let size: Float = 0.1
    static let under45: Float = 0.157
    static let from90: Float = 0.023
    static let from160: Float = 0.621
    static let ends: Float = 0.302
    static let endsFrom60: Float = 0.377
    static let teases: Float = -0.713
    /// For each sentence that begins within the line, up to three.
    static let sentence: Float = -0.038
    /// For commas, one in 25 letters or more.
    static let commas: Float = 0.05
    static let apart: Float = 0.136
    static let repeated: Float = 0.09
    static let dated: Float = -0.453
    static let furnitureUnder120: Float = -0.217
    static let furnitureFrom120: Float = -0.611
    static let between: Float = -1.091
    static let after: Float = -1.345
    /// By the size of the line before, up to 400.
    static let sizeBefore: Float = 0.045
    /// For good lines within six.
    static let mass: Float = 0.233
    /// For good lines within four.
    static let density: Float = -0.171
    /// For short lines within three.
    static let shortness: Float = 0.154
    /// From the first line of the page to the last.
    static let position: Float = -0.086
    static let coherence: Float = 0.15
    static let coherenceFrom70: Float = -0.277
    /// A good line between two headlines: a teaser.
    static let betweenHeadlines: Float = -0.32
  }

  /// A line among the story's that is none of it.
  enum Hole {
    static let opening: Float = -0.052
    static let bias: Float = -0.145
    static let size: Float = 0.027
    static let between: Float = -0.528
    static let after: Float = -1.407
    static let dated: Float = -0.283
  }

  /// Before the first line.
  enum Start {
    /// One of the three lines above has a date.
    static let dated: Float = 0.606
    /// One of the eight lines above says what the lines below it say.
    static let headline: Float = 1.672
    static let coherence: Float = 0.553
  }

  /// After the last line.
  enum End {
    static let goodBefore: Float = -0.078
    /// For good lines among the next nine that say what lines near them say.
    static let goodAfter: Float = -0.653
  }
}

/// Learned constants: how much each trait of a line says for or against its being the headline, in the same way.
enum HeadlineWeights {
  /// For the part of its words that the first four lines of the story have.
  static let saidAtOnce: Float = 2.82
  /// For the part of its words that the story has.
  static let saidInStory: Float = 2.61
  static let oneWord: Float = -1.15
  static let distance: Float = -1.19
  static let nearness: Float = -2.3
  static let bullet: Float = -3.03
  static let endsSentence: Float = -2.3
  static let repeated: Float = 0.32
  static let contained: Float = 0.62
  static let blankBefore: Float = 3.2
  static let over90: Float = -0.83
  static let over130: Float = -1.43
  static let under25: Float = -2.77
  static let picture: Float = -2.15
  static let inside: Float = -0.63
  static let bylineSoon: Float = 1.77
  static let longerBelow: Float = 0.28
  static let headlineAbove: Float = -0.51
  static let capitalized: Float = 0.72
  static let digits: Float = 1.04
  static let separator: Float = -1.35
}
