import Configuration

/// Applies changes of settings at run time.
extension ReaderState {
  /// Handles new settings; `name` is the option that was set by name, if any.
  mutating func use(_ new: Settings, set name: String?) -> [ReaderEffect] {
    let old = settings
    settings = new
    pendingKeys = []
    _ = panesState.reduce(.configured(new, setsLayout: new.layout != old.layout || name == "layout"))
    let excerpts = relayout()
    return reduce(list: .configured(new, after: old, set: name)) + excerpts + reduce(marks: .configured)
  }
}
