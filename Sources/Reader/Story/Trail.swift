public import StoryLibrary

/// The stories followed one from another, for going back and forward. The first is the list's selection.
public struct Trail: Hashable, Sendable {
  /// A story on the trail, and how the reader left it.
  public struct Step: Hashable, Sendable {
    /// Where the step led.
    public var story: StoryIndex
    /// The first visible row of the story pane; nil for a story that was left before its text was there.
    var top: StoryPosition?
    /// The selection of the related pane.
    var related = 0
    var focus = Pane.story

    init(_ story: StoryIndex) {
      self.story = story
    }
  }

  /// All steps, those ahead after going back too.
  public private(set) var steps: [Step] = []
  /// The step that is being read.
  public private(set) var position = 0

  /// An empty trail.
  public init() {}

  /// The story that is being read.
  public var current: StoryIndex? { steps.indices.contains(position) ? steps[position].story : nil }
  /// The steps up to the story that is being read.
  public var behind: ArraySlice<Step> { steps.prefix(position + 1) }
  /// There is a step to go forward to.
  public var canGoForward: Bool { position + 1 < steps.count }

  /// Begins a new trail.
  mutating func start(at story: StoryIndex) {
    steps = [Step(story)]
    position = 0
  }

  /// Goes on to another story; what was ahead is forgotten.
  mutating func follow(_ story: StoryIndex) {
    steps.removeSubrange(min(position + 1, steps.count)...)
    steps.append(Step(story))
    position = steps.count - 1
  }

  /// The same stories under other numbers. Steps to stories that are not known any more go.
  mutating func renumber(_ translation: StoryTranslation) {
    var kept: [Step] = []
    for (place, step) in steps.enumerated() {
      guard let story = translation.story(step.story) else { continue }
      var step = step
      step.story = story
      if place == position { position = kept.count }
      kept.append(step)
    }
    steps = kept
    position = max(0, min(position, kept.count - 1))
  }

  /// Keeps how the current story is left.
  mutating func leave(top: StoryPosition?, related: Int, focus: Pane) {
    guard steps.indices.contains(position) else { return }
    steps[position].top = top
    steps[position].related = related
    steps[position].focus = focus
  }

  /// A step further along the trail, or back; nil beyond its ends.
  func step(by offset: Int) -> Step? {
    steps.indices.contains(position + offset) ? steps[position + offset] : nil
  }

  /// Moves along the trail; nil at its ends.
  mutating func go(by offset: Int) -> Step? {
    guard steps.indices.contains(position + offset) else { return nil }
    position += offset
    return steps[position]
  }
}
