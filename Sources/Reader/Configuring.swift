import Configuration

/// Changes of settings while the reader runs.
extension ReaderState {
  /// The settings are others now; `name` is the option that was set by its name, if one was.
  mutating func use(_ new: Settings, set name: String?) -> [ReaderEffect] {
    let old = settings
    settings = new
    pendingKeys = []
    _ = panesState.reduce(.configured(new, setsLayout: new.layout != old.layout || name == "layout"))
    let excerpts = relayout()
    return reduce(list: .configured(new, after: old, set: name)) + excerpts + reduce(marks: .configured)
  }
}
