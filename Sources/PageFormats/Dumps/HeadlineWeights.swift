/// Learned weights: how much each trait of a line counts for or against the line being the headline.
///
/// The weights are those of a conditional logit (the probability of each candidate of a page, all of which sum to one),
/// learned on the news and blog pages of two open data sets as dumped by lynx and w3m at 80 and 100 columns: the
/// development part of the web content extraction benchmark, and the same half of Zyte's benchmark as for
/// ``StoryWeights``. The other parts were held out for evaluation.
enum HeadlineWeights {
  // Its words.
  /// For the share of its words that occur in the first four lines of the story.
  static let saidAtOnce: Float = 0.77
  /// For the mean logarithm of the number of lines with each, in the story and below it.
  static let oftenInStory: Float = 1.95
  static let oftenBelow: Float = 2.31
  /// For the share of its words in the next good line.
  static let inNextParagraph: Float = 1.13
  static let oneStem: Float = -0.58

  // Its place.
  /// For the logarithm of its distance above the story.
  static let distance: Float = 0.45
  /// From 20 to 80 lines above the story.
  static let far: Float = -1.35
  static let nearness: Float = 0.88
  /// For good lines between it and the story, up to three: the story begins where it was not found.
  static let goodBetween: Float = 1.83
  /// For the distance to the next good line, up to ten lines.
  static let beforeGood: Float = -0.37
  /// One of the first three lines of the page.
  static let top: Float = -0.93
  /// In the story.
  static let inside: Float = -2.70
  /// For its depth in the story, up to ten lines.
  static let depth: Float = -1.83
  static let outdented: Float = 1.38
  static let firstOutdented: Float = 0.98
  /// Indented as paragraphs are, in a text with indentation.
  static let likeText: Float = -1.80
  static let centred: Float = 0.64
  static let blankBefore: Float = 0.36
  static let blankAfter: Float = 1.90
  /// Blank lines on both sides.
  static let apart: Float = 1.46
  static let firstApart: Float = 0.54

  // What it is.
  static let endsSentence: Float = -1.45
  static let repeated: Float = 0.38
  /// A longer line contains it.
  static let contained: Float = 0.69
  static let picture: Float = -1.07
  static let furniture: Float = -0.13
  static let after: Float = -0.30
  static let teases: Float = 0.20
  static let good: Float = -0.54
  static let dated: Float = 1.41

  // Its shape.
  /// For the share of capitalized words.
  static let capitalized: Float = 1.33
  /// For the share of digits.
  static let digits: Float = 0.26
  static let under18: Float = -0.57
  static let under25: Float = -0.07
  static let under40: Float = -0.53
  static let over60: Float = 0.70
  static let over90: Float = -1.28
  static let over130: Float = -0.90
  static let oneWord: Float = -1.50
  static let twoWords: Float = -0.86
  /// Four words or more.
  static let fourWords: Float = 0.71
  /// Six words or more.
  static let sixWords: Float = 1.18
  static let fewLaterWords: Float = -0.49
  static let separator: Float = -1.78
  static let allCapitals: Float = -0.47
  static let startsLowercase: Float = -0.91
  static let startsWithHash: Float = -0.58
  static let control: Float = -1.32
  static let endsInColon: Float = -1.05
  static let question: Float = 0.34
  static let manyCommas: Float = 0.25

  // The lines around it.
  /// For the share of list items in the lines down to the next good one.
  static let bulletsBelow: Float = -0.98
  static let goodNext: Float = -0.68
  static let bulletNext: Float = -0.34
  static let datedNext: Float = 0.77
  /// The next line is like a headline, and longer.
  static let longerNext: Float = 0.70
  static let bulletAbove: Float = 0.53
  static let dateAbove: Float = 0.84
  static let headlineAbove: Float = -0.11
  /// One of the next three lines has a date, a byline, or either.
  static let dateSoon: Float = 0.63
  static let bylineSoon: Float = 0.78
  static let dateOrBylineSoon: Float = 0.99
}
