/// A number of stories in words.
public enum StoryCount {
  /// `1 story`, `3 stories`.
  public static func text(_ count: Int) -> String { count == 1 ? "1 story" : "\(count) stories" }
}
