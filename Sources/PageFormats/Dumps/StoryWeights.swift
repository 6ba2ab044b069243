/// Learned weights: how much each trait of a line counts for or against the line being part of the story.
///
/// The weights were learned on text dumps from open data sets of news pages, including one half of Zyte's
/// article-extraction-benchmark (the other half was held out for evaluation), so that the range of lines with the
/// greatest sum (``StoryRange``) is the story. Traits without effect were left out. Sizes are in letters.
enum StoryWeights {
  /// A line of the story.
  enum Body {
    static let bias: Float = -0.477
    /// Multiplied by `LineScores.relativeSize(_:limit:)`, up to 600.
    static let size: Float = 0.1
    static let under45: Float = 0.157
    static let from90: Float = 0.023
    static let from160: Float = 0.621
    static let ends: Float = 0.302
    static let endsFrom60: Float = 0.377
    static let teases: Float = -0.713
    /// For each sentence that begins within the line, up to three.
    static let sentence: Float = -0.038
    /// For commas, at most one in 25 letters.
    static let commas: Float = 0.05
    static let apart: Float = 0.136
    static let repeated: Float = 0.09
    static let dated: Float = -0.453
    static let furnitureUnder120: Float = -0.217
    static let furnitureFrom120: Float = -0.611
    static let between: Float = -1.091
    static let after: Float = -1.345
    /// For the size of the previous line, up to 400.
    static let sizeBefore: Float = 0.045
    /// For the letters of good lines within a distance of six.
    static let mass: Float = 0.233
    /// For good lines within a distance of four.
    static let density: Float = -0.171
    /// For short lines within a distance of three.
    static let shortness: Float = 0.154
    /// For the position, from the first line of the page to the last.
    static let position: Float = -0.086
    static let coherence: Float = 0.15
    static let coherenceFrom70: Float = -0.277
    /// A good line between two headlines: a teaser.
    static let betweenHeadlines: Float = -0.32
  }

  /// A line inside the story that is not part of it.
  enum Hole {
    static let opening: Float = -0.052
    static let bias: Float = -0.145
    static let size: Float = 0.027
    static let between: Float = -0.528
    static let after: Float = -1.407
    static let dated: Float = -0.283
  }

  /// The position before the first line.
  enum Start {
    /// One of the three lines above has a date.
    static let dated: Float = 0.606
    /// The words of one of the eight lines above recur in the lines below it.
    static let headline: Float = 1.672
    static let coherence: Float = 0.553
  }

  /// The position after the last line.
  enum End {
    static let goodBefore: Float = -0.078
    /// For good lines among the next nine whose words also occur in lines near them.
    static let goodAfter: Float = -0.653
  }
}
