import Marks
import StoryLibrary
import SeededNumbers
import Testing

/// Random changes by two running copies of the program give what a simple model gives.
@Suite struct MarkModelTests {
  @Test(arguments: 1...20) func storesAgreeWithTheModel(seed: UInt64) throws {
    var numbers = SeededNumbers(seed: seed)
    let folder = try Folder()
    var stores = [try MarkStore(path: folder.marks), try MarkStore(path: folder.marks)]
    var tables = [MarkTable(), MarkTable()]
    var model = Model()
    for turn in 1...150 {
      let side = Int.random(in: 0...1, using: &numbers)
      if Int.random(in: 0..<20, using: &numbers) == 0 {
        stores[side] = try MarkStore(path: folder.marks)
        tables[side] = try stores[side].table()
      }
      try takeTurn(stores[side], &model, &numbers)
      if Bool.random(using: &numbers) { continue }
      tables[side].apply(try stores[side].changes(since: tables[side].revision))
      let fresh = try stores[side].table()
      let notes = model.notes
      for table in [tables[side], fresh] {
        #expect(
          Dictionary(uniqueKeysWithValues: table.notes.map { ($0.story, $0.text) }) == notes, "turn \(turn)")
      }
      for story in Model.stories {
        #expect(fresh.isNoted(story) == (model.mark(for: story).note != nil), "turn \(turn)")
        let mark = model.mark(for: story)
        #expect(tables[side].mark(for: story) == mark, "turn \(turn), a table that followed")
        #expect(fresh.mark(for: story) == mark, "turn \(turn), a table read anew")
      }
    }
  }

  private func takeTurn(_ store: MarkStore, _ model: inout Model, _ numbers: inout SeededNumbers) throws {
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0..<4:
      let on = Int.random(in: 0..<3, using: &numbers) > 0
      let kinds = [
        MarkChange.Kind.read(on), .starred(on), .archived(on),
        .labels(on ? LabelChange("flood") : LabelChange("rain -flood")), .labels(LabelChange("-rain")),
        .note(["Ask", "Call", nil].randomElement(using: &numbers) ?? nil),
      ]
      guard let kind = kinds.randomElement(using: &numbers) else { return }
      let some = Model.stories.shuffled(using: &numbers).prefix(Int.random(in: 0...5, using: &numbers))
      let change = MarkChange(kind, some + Array(some.prefix(1)))
      #expect(try store.apply(change)?.count == model.apply(change))
    case 4..<7: #expect(try (store.undo() != nil) == model.undo())
    case 7..<9: #expect(try (store.redo() != nil) == model.redo())
    default:
      guard let story = Model.stories.randomElement(using: &numbers) else { return }
      let place = Int.random(in: 0...3, using: &numbers)
      try store.savePlace(place, of: story)
      model.savePlace(place, of: story)
    }
  }
}

/// What a store promises, the slow and plain way: the history is a list of whole states.
private struct Model {
  struct Kept<Value> {
    var value: Value
    var order: Int
  }
  struct State {
    var marks: [StoryIdentity: Kept<Mark>] = [:]
    var notes: [StoryIdentity: Kept<String>] = [:]
    var labels: [StoryIdentity: Kept<Set<String>>] = [:]
  }

  static let stories = ["Rail strike", "Ferry vote"].flatMap { title in
    [
      StoryIdentity(title: title, source: nil), StoryIdentity(title: title, source: "North Wire"),
      version(title, "It was said on Monday that nobody would come."),
      version(title, "It was said on Monday that nobody would come. On Tuesday everybody came."),
    ]
  }

  private static func version(_ title: String, _ text: String) -> StoryIdentity {
    StoryIdentity(title: title, source: "The Meridian", text: text)
  }

  private var states = [State()]
  private var present = 0
  private var places: [StoryIdentity: Kept<Int>] = [:]
  private var saves = 0

  func mark(for story: StoryIdentity) -> Mark {
    var mark = Model.find(story, in: states[present].marks) ?? Mark()
    mark.place = Model.find(story, in: places) ?? 0
    mark.note = Model.find(story, in: states[present].notes)
    mark.labels = (Model.find(story, in: states[present].labels) ?? []).sorted()
    return mark
  }

  /// All notes, by the story they are kept under.
  var notes: [StoryIdentity: String] { states[present].notes.mapValues(\.value) }

  private static func find<Value>(_ story: StoryIdentity, in kept: [StoryIdentity: Kept<Value>]) -> Value? {
    holder(story, in: kept).flatMap { kept[$0]?.value }
  }

  /// The version of a story that has what the story shows: its own, or the one marked last.
  private static func holder<Value>(
    _ story: StoryIdentity, in kept: [StoryIdentity: Kept<Value>]
  ) -> StoryIdentity? {
    if kept[story] != nil { return story }
    let versions = kept.filter {
      $0.key.headline == story.headline && $0.key.isSourceKnown && story.isSourceKnown
    }
    return versions.max { ($0.value.order, signed($0.key)) < ($1.value.order, signed($1.key)) }?.key
  }

  private static func signed(_ story: StoryIdentity) -> Int64 { Int64(bitPattern: story.id.rawValue) }

  mutating func apply(_ change: MarkChange) -> Int? {
    var after = states[present]
    let count =
      switch change.kind {
      case .read(let read): set(change.stories, in: &after) { $0.read = read }
      case .starred(let starred): set(change.stories, in: &after) { $0.starred = starred }
      case .archived(let archived): set(change.stories, in: &after) { $0.archived = archived }
      case .labels(let labels): label(labels, change.stories, in: &after)
      case .note(let note): write(note, on: change.stories, in: &after)
      }
    if count == 0 { return nil }
    states[(present + 1)...] = [after]
    present += 1
    return count
  }

  /// All at once: what one story lends another is what it had before.
  private func set(_ stories: [StoryIdentity], in after: inout State, _ body: (inout Mark) -> Void) -> Int {
    let before = states[present].marks
    var count = 0
    for story in Set(stories) {
      let old = Model.find(story, in: before) ?? Mark()
      var mark = old
      body(&mark)
      if mark == old { continue }
      after.marks[story] = Kept(value: mark, order: present + 1)
      count += 1
    }
    return count
  }

  /// One after the other, each where its note is kept.
  private func write(_ note: String?, on stories: [StoryIdentity], in after: inout State) -> Int {
    var count = 0
    for story in stories where Model.find(story, in: after.notes) != note {
      let holder = Model.holder(story, in: after.notes) ?? story
      after.notes[holder] = note.map { Kept(value: $0, order: present + 1) }
      count += 1
    }
    return count
  }

  /// One after the other, each where its labels are kept.
  private func label(_ change: LabelChange, _ stories: [StoryIdentity], in after: inout State) -> Int {
    var count = 0
    for story in Set(stories).sorted(by: { Model.signed($0) < Model.signed($1) }) {
      let old = Model.find(story, in: after.labels) ?? []
      let new = old.union(change.added).subtracting(change.removed)
      if new == old { continue }
      let holder = Model.holder(story, in: after.labels) ?? story
      after.labels[holder] = new.isEmpty ? nil : Kept(value: new, order: present + 1)
      count += 1
    }
    return count
  }

  mutating func undo() -> Bool {
    if present == 0 { return false }
    present -= 1
    return true
  }

  mutating func redo() -> Bool {
    if present + 1 == states.count { return false }
    present += 1
    return true
  }

  mutating func savePlace(_ place: Int, of story: StoryIdentity) {
    if place == Model.find(story, in: places) ?? 0 { return }
    saves += 1
    places[story] = Kept(value: place, order: saves)
  }
}
