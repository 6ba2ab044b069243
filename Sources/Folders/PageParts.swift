/// The folder that a browser creates beside a page saved as "complete", for images, scripts and frames: it belongs to
/// the page and contains no pages of its own.
public enum PageParts {
  /// The suffixes of its name, in browsers of several languages.
  private static let endings = [
    "_files", ".files", "_fichiers", "-Dateien", "_archivos", "_arquivos", "_bestanden", "_pliki",
  ]
  private static let pageEndings = [".html", ".htm", ".xhtml", ".shtml", ".mht"]

  /// Whether a folder belongs to a page beside it.
  public static func isPart(_ path: String) -> Bool {
    pages(ofFolder: path).contains { FilePath.exists($0) }
  }

  /// Whether a folder or one of its parents belongs to a page. Roots are always read, even if they belong to a page.
  public static func isInPart(_ path: String, roots: [String]) -> Bool {
    var path = path
    while !path.isEmpty, !roots.contains(path) {
      if isPart(path) { return true }
      path = String(FilePath.above(path).dropLast())
    }
    return false
  }

  /// The folders that belong to a page.
  public static func folders(ofPage path: String) -> [String] {
    guard let ending = pageEndings.first(where: { path.hasSuffix($0) && path.utf8.count > $0.utf8.count })
    else { return [] }
    let name = path.dropLast(ending.count)
    return endings.map { name + $0 }.filter { FilePath.exists($0) }
  }

  /// The names of pages to which a folder of this name may belong.
  static func pages(ofFolder name: String) -> [String] {
    endings.filter { name.hasSuffix($0) && name.utf8.count > $0.utf8.count }
      .flatMap { ending in pageEndings.map { name.dropLast(ending.count) + $0 } }
  }
}
