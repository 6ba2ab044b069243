import Marks

/// The result of a step in the history of marks.
public enum MarkOutcome: Hashable, Sendable {
  case done, undone, redone
}

/// Messages about changes of marks.
enum MarkNotice {
  /// `Starred`, `5 stories marked read`.
  static func done(_ step: MarkStep) -> String {
    let text = several(step) ?? one(step.kind)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private static func one(_ kind: MarkStep.Kind) -> String {
    switch kind {
    case .read(true): "marked read"
    case .read(false): "marked unread"
    case .starred(true): "starred"
    case .starred(false): "star removed"
    case .archived(true): "archived"
    case .archived(false): "unarchived"
    case .labelsAdded: "labelled"
    case .labelsRemoved: "label removed"
    case .labelsChanged: "labels changed"
    case .noteWritten: "note written"
    case .noteChanged: "note changed"
    case .noteDeleted: "note deleted"
    }
  }

  /// `starred “Ferry vote”`, `5 stories marked read`. The title is nil if the story is not currently in the library.
  static func change(_ step: MarkStep, of title: String?) -> String {
    if let several = several(step) { return several }
    guard let title else { return one(step.kind) }
    let story = "“\(shortened(title))”"
    return switch step.kind {
    case .read(true): "marked \(story) read"
    case .read(false): "marked \(story) unread"
    case .starred(true): "starred \(story)"
    case .starred(false): "removed the star from \(story)"
    case .archived(true): "archived \(story)"
    case .archived(false): "unarchived \(story)"
    case .labelsAdded: "labelled \(story)"
    case .labelsRemoved: "removed labels from \(story)"
    case .labelsChanged: "changed the labels of \(story)"
    case .noteWritten: "wrote a note on \(story)"
    case .noteChanged: "changed the note on \(story)"
    case .noteDeleted: "deleted the note on \(story)"
    }
  }

  private static func several(_ step: MarkStep) -> String? {
    guard step.count > 1 else { return nil }
    return switch step.kind {
    case .read(true): "\(step.count) stories marked read"
    case .read(false): "\(step.count) stories marked unread"
    case .starred(true): "\(step.count) stories starred"
    case .starred(false): "\(step.count) stars removed"
    case .archived(true): "\(step.count) stories archived"
    case .archived(false): "\(step.count) stories unarchived"
    case .labelsAdded: "\(step.count) stories labelled"
    case .labelsRemoved: "labels removed from \(step.count) stories"
    case .labelsChanged: "labels changed on \(step.count) stories"
    case .noteWritten: "\(step.count) notes written"
    case .noteChanged: "\(step.count) notes changed"
    case .noteDeleted: "\(step.count) notes deleted"
    }
  }

  /// Shortened so that the whole message fits in 80 columns.
  private static func shortened(_ title: String) -> String {
    title.count > 30 ? title.prefix(29).trimmed + "…" : title
  }
}

extension Substring {
  /// Without trailing spaces.
  fileprivate var trimmed: Substring {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
