/// A story's authors as they are shown beside its source.
public enum AuthorLine {
  /// The authors, separated by commas, without one that has the name of the source; nil if there is no other.
  public static func text(_ authors: String?, beside source: String?) -> String? {
    guard let authors, let source else { return authors }
    let site = source.lowercased()
    let others = authors.split(separator: ", ").filter { $0.lowercased() != site }
    return others.isEmpty ? nil : others.joined(separator: ", ")
  }
}
