import Configuration

/// Settings that change while somebody reads.
extension ReaderState {
  /// The settings are others now; `name` is the option that was set by its name, if one was.
  mutating func use(_ new: Settings, set name: String?) -> [ReaderEffect] {
    let old = settings
    settings = new
    pendingKeys = []
    request.use(new, after: old, set: name)
    beforeSearch?.request.use(new, after: old, set: name)
    sectionCounts = []
    _ = panes.reduce(.configured(new, setsLayout: new.layout != old.layout || name == "layout"))
    relayoutPanes()
    return requestList() + countSections()
  }
}

extension ListRequest {
  /// A section that is still there goes on to be shown, whatever its number is now. Where it has gone, all stories are
  /// shown. An order that the reader has chosen stays.
  fileprivate mutating func use(_ new: Settings, after old: Settings, set name: String?) {
    let before = section.map { old.sections[$0] }
    section = before.flatMap { before in new.sections.firstIndex { $0.name == before.name } }
    let after = section.map { new.sections[$0] }
    // What a search has found has an order of its own.
    guard words.isEmpty else { return }
    if sort == before?.sort ?? old.sort { sort = after?.sort ?? new.sort }
    if grouping == before?.group ?? old.group { grouping = after?.group ?? new.group }
    if name == "sort" { sort = new.sort }
    if name == "group" { grouping = new.group }
  }
}
