public import Marks
public import StoryLibrary

extension LibraryNames {
  /// Those of a library and the labels of its reader. It looks at each story once.
  public init(of library: Library, _ marks: MarkTable) {
    self.init(of: library)
    labels = marks.labels.map { Name($0.label, stories: $0.stories) }
  }
}
