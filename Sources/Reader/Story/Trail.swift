public import StoryLibrary

/// The history of opened stories, in order and however they were reached, for going back and forward.
public struct Trail: Hashable, Sendable {
  /// A story on the trail, and the state in which the user left it.
  public struct Step: Hashable, Sendable {
    /// The opened story.
    public var story: StoryIndex
    /// The list's selection at that time: the story itself or, if it was followed from others, the first of them.
    var base: StoryIndex
    /// The first visible row of the story pane; nil for a story that was left before its text was read.
    var top: StoryPosition?
    /// The selection of the related pane.
    var related = 0
    var focus = Pane.story

    init(_ story: StoryIndex, base: StoryIndex) {
      (self.story, self.base) = (story, base)
    }
  }

  /// The maximum number of remembered steps.
  static let limit = 500

  /// All steps, including those to go forward to.
  public private(set) var steps: [Step] = []
  /// The current step.
  public private(set) var position = 0

  /// An empty trail.
  public init() {}

  /// The current story.
  public var current: StoryIndex? { steps.indices.contains(position) ? steps[position].story : nil }
  /// Whether there is a step to go forward to.
  public var canGoForward: Bool { position + 1 < steps.count }

  /// The path from the list's selection to the current story: the stories that were followed one from
  /// another.
  public var path: ArraySlice<Step> {
    guard steps.indices.contains(position) else { return [] }
    let base = steps[position].base
    let first = steps[...position].lastIndex { $0.story == base } ?? position
    return steps[first...position]
  }

  /// Opens another story; the steps to go forward to are removed.
  mutating func open(_ step: Step) {
    guard step.story != current else { return }
    steps.removeSubrange(min(position + 1, steps.count)...)
    steps.append(step)
    if steps.count > Trail.limit { steps.removeFirst() }
    position = steps.count - 1
  }

  /// Renumbers the stories. Steps to unknown stories are removed.
  mutating func renumber(_ translation: StoryTranslation) {
    var kept: [Step] = []
    for (place, step) in steps.enumerated() {
      guard let story = translation.story(step.story) else { continue }
      var step = step
      step.base = translation.story(step.base) ?? story
      step.story = story
      if place == position { position = kept.count }
      kept.append(step)
    }
    steps = kept
    position = max(0, min(position, kept.count - 1))
  }

  /// Saves the state in which the current story is left. Going back to an opened story returns to its pane, even if the
  /// list had the focus again.
  mutating func leave(_ step: Step) {
    guard step.story == current else { return }
    let focus = step.focus == .list ? steps[position].focus : step.focus
    steps[position] = step
    steps[position].focus = focus
  }

  /// A step forward or back along the trail; nil beyond its ends. If the shown story was not opened, the
  /// step back goes to the last one that was opened.
  func step(by offset: Int, from shown: StoryIndex?) -> Step? {
    let place = self.place(offset, from: shown)
    return steps.indices.contains(place) ? steps[place] : nil
  }

  /// Moves along the trail; nil at its ends.
  mutating func go(by offset: Int, from shown: StoryIndex?) -> Step? {
    guard let step = step(by: offset, from: shown) else { return nil }
    position = place(offset, from: shown)
    return step
  }

  private func place(_ offset: Int, from shown: StoryIndex?) -> Int {
    offset < 0 && current != nil && current != shown ? position + offset + 1 : position + offset
  }
}
