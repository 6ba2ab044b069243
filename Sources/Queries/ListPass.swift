import StoryLibrary

/// A pass over all stories of the list with some filters. What it reads from the catalogue is released again: together,
/// that would be most of the library.
struct ListPass {
  /// With a copy of the library: the given one keeps what it has read, and no more.
  private(set) var scope: QueryScope
  private(set) var filters: [QueryFilter]

  /// Stories that are near each other in the list are near each other in the catalogue.
  private static let storiesBetweenReleases = 8_192

  init(_ queries: [StoryQuery], in scope: QueryScope) {
    var scope = scope
    scope.library.releaseFileMemory()
    self.scope = scope
    filters = queries.map { QueryFilter($0, in: scope) }
  }

  /// Visits the stories in the order of the list, some thousand at a time.
  mutating func visit(_ body: (_ stories: Slice<StoryList>, QueryScope, [QueryFilter]) -> Void) {
    // The order is read through a copy that is not released.
    let order = scope.library.order
    for start in stride(from: 0, to: order.count, by: ListPass.storiesBetweenReleases) {
      release()
      body(order[start..<min(start + ListPass.storiesBetweenReleases, order.count)], scope, filters)
    }
    release()
  }

  private mutating func release() {
    scope.library.releaseFileMemory()
    for number in filters.indices { filters[number].use(scope.library) }
  }
}
