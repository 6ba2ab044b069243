import Glibc

/// A folder in which ArchiveBox keeps one page in several forms: the page is to be shown once.
enum ArchiveBoxFolder {
  /// What is in all of them.
  private static let marks = ["index.json", "index.html"]
  /// The forms with the text of the page, the best first.
  private static let forms = ["singlefile.html", "output.html", "htmltotext.txt"]

  /// The form that is shown; nil for any other folder, and for one that has none of these.
  static func shownForm(in folder: OpenFolder) -> String? {
    func exists(_ name: String) -> Bool { faccessat(folder.descriptor, name, F_OK, 0) == 0 }
    return marks.allSatisfy(exists) ? forms.first(where: exists) : nil
  }
}
