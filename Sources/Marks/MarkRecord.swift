public import StoryLibrary

/// The last change of one mark of one story: the unit of export, import, and exchange between machines.
///
/// Of two records about the same mark, the later one is used; of two with the same time, the one with the greater
/// value. That is a total order, so machines that have seen the same records agree, regardless of the order and the
/// number of times in which they saw them.
public struct MarkRecord: Hashable, Sendable {
  /// The mark and its new value. Removing a mark is a change like any other.
  public enum Value: Hashable, Sendable {
    case read(Bool)
    case starred(Bool)
    case archived(Bool)
    /// One label, and whether the story has it.
    case label(String, Bool)
    /// Where the reader stopped, in UTF-8 bytes of the story's text; 0 is the top.
    case place(Int)
    /// Nil if the note was deleted.
    case note(String?)

    /// A number for each kind of mark.
    var kind: Int {
      switch self {
      case .read: 0
      case .starred: 1
      case .place: 2
      case .note: 3
      case .archived: 4
      case .label: 5
      }
    }
  }

  /// The story.
  public let story: StoryIdentity
  /// The new value.
  public let value: Value
  /// When it was changed, in milliseconds since 1970 (UTC); 0 if unknown.
  public let time: Int64

  /// The version of the story that was read (`StoryIdentity.version`); 0 if unknown, and for other marks.
  public let seen: UInt64

  /// The current time, in milliseconds since 1970 (UTC).
  public static var now: Int64 { MarkTime.now }

  /// A record of a change; its time is clamped to the years 1970 to 9999.
  public init(_ story: StoryIdentity, _ value: Value, time: Int64, seen: UInt64 = 0) {
    (self.story, self.value, self.time) = (story, value, MarkTime.clamped(time))
    self.seen = value == .read(true) ? seen : 0
  }
}

extension MarkRecord {
  /// The order of an export: by time, then in an arbitrary order that is the same on all machines.
  static func isBefore(_ left: MarkRecord, _ right: MarkRecord) -> Bool {
    let (a, b) = (left.value, right.value)
    return (left.time, left.story.id, a.kind, a.label) < (right.time, right.story.id, b.kind, b.label)
  }
}

extension MarkRecord.Value {
  fileprivate var label: String {
    if case .label(let label, _) = self { label } else { "" }
  }
}

extension MarkChange {
  /// The records of this change: the new marks of its stories, regardless of the old ones. The change was requested at
  /// `time`, in milliseconds since 1970 (UTC).
  public func records(at time: Int64) -> [MarkRecord] {
    let values: [MarkRecord.Value] =
      switch kind {
      case .read(let read): [.read(read)]
      case .starred(let starred): [.starred(starred)]
      case .archived(let archived): [.archived(archived)]
      case .labels(let change):
        change.added.map { .label($0, true) } + change.removed.map { .label($0, false) }
      case .note(let text): [.note(text.flatMap { $0.isEmpty ? nil : $0 })]
      }
    return stories.flatMap { story in
      values.map { MarkRecord(story, $0, time: time, seen: story.version) }
    }
  }
}
