public import Marks
public import StoryLibrary

extension LibraryNames {
  /// The names in a library and the reader's labels. Reads each story once.
  public init(of library: Library, _ marks: MarkTable) {
    self.init(of: library)
    labels = marks.labels.map { Name($0.label, stories: $0.stories) }
  }
}
