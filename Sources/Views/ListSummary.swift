import Display
import Queries
import Reader

/// A short description of how the list differs from all stories, newest first.
enum ListSummary {
  /// `by title`; nil for the usual order.
  static func order(_ state: ReaderState) -> String? {
    let sort = state.request.sort
    let usual = state.isSearching ? StorySort(.relevance) : .newestFirst
    guard sort != usual else { return nil }
    if sort == StorySort(.date, isReversed: true) { return "oldest first" }
    return "by \(sort.key.rawValue)" + (sort.isReversed ? " reversed" : "")
  }

  /// `& unread`, or `Thread: Ferry vote delayed`; nil for all stories.
  static func filter(_ state: ReaderState) -> String? {
    if let thread = state.threadTitle { return "Thread: \(TextDirection.isolated(thread))" }
    return state.request.filter.isEmpty ? nil : "& \(state.request.filter)"
  }

  /// `& unread · by title · headings: source`, with the section if it has no tab; empty for all stories, newest first.
  static func summary(_ state: ReaderState) -> String {
    let request = state.request
    let parts = [
      state.layout.tabs == nil ? request.section.map { state.settings.sections[$0].name } : nil,
      filter(state), order(state),
      request.grouping == .none ? nil : "headings: \(request.grouping.rawValue)",
    ]
    return parts.compactMap { $0 }.joined(separator: " · ")
  }
}
