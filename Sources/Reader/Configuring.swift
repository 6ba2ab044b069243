/// A configuration that changes while somebody reads.
extension ReaderState {
  mutating func take(_ new: ReaderOptions, set name: String?) -> [ReaderEffect] {
    let old = options
    options = new
    pendingKeys = []
    if new.layout != old.layout || name == "layout" { shape.mode = new.layout }
    request.take(new, after: old, set: name)
    beforeSearch?.request.take(new, after: old, set: name)
    sectionCounts = []
    relayoutPanes()
    return requestList() + (new.sections.isEmpty ? [] : [.countSections])
  }
}

extension ListRequest {
  /// A section that is still there goes on to be shown, whatever its number is now. Where it has gone, all stories are
  /// shown. An order of the reader's own stays.
  fileprivate mutating func take(_ new: ReaderOptions, after old: ReaderOptions, set name: String?) {
    let before = section.map { old.sections[$0] }
    section = before.flatMap { before in new.sections.firstIndex { $0.name == before.name } }
    let after = section.map { new.sections[$0] }
    // What a search has found has an order of its own.
    guard words.isEmpty else { return }
    if sort == before?.sort ?? old.sort { sort = after?.sort ?? new.sort }
    if grouping == before?.grouping ?? old.grouping { grouping = after?.grouping ?? new.grouping }
    if name == "sort" { sort = new.sort }
    if name == "group" { grouping = new.grouping }
  }
}
