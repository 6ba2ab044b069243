import Export

/// A found story as JSON: the keys of `list --json`, with the score of the story and the positions of the words.
struct SearchJSON: Encodable {
  private let story: StoryJSON
  private let score: Float
  private let places: [FoundWords.Word]

  private enum CodingKeys: String, CodingKey {
    case score, places
  }

  init(_ story: StoryJSON, score: Float, _ places: [FoundWords.Word]) {
    (self.story, self.score, self.places) = (story, score, places)
  }

  func encode(to encoder: any Encoder) throws {
    try story.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(score, forKey: .score)
    try container.encode(places, forKey: .places)
  }
}
