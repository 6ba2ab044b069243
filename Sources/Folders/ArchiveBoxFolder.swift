import Captures
import Glibc
import Text

/// A folder in which ArchiveBox saves one page in several formats, one of which is shown.
enum ArchiveBoxFolder {
  private static let index = "index.json"
  /// The files in all such folders.
  private static let marks = [index, "index.html"]
  /// The formats with the text of the page, best first.
  private static let forms = ["singlefile.html", "output.html", "htmltotext.txt"]
  /// The folders with formats that are created without a browser, best first.
  private static let folders = ["readability", "mercury", "warc"]
  /// The contents of the first two of these: the page's text as HTML and as plain text, and its metadata.
  private static let article = (marks: ["article.json", "content.txt"], page: "content.html")
  /// The maximum size of an index that is read, in bytes: each run of each program adds a few hundred.
  private static let longestIndex = 1 << 20

  /// The format that is shown, a file or a folder; nil for any other folder, and for one without any of these.
  static func shownForm(in folder: OpenFolder) -> String? {
    func exists(_ name: String) -> Bool { faccessat(folder.descriptor, name, F_OK, 0) == 0 }
    if marks.allSatisfy(exists) { return (forms + folders).first(where: exists) }
    return article.marks.allSatisfy(exists) && exists(article.page) ? article.page : nil
  }

  /// ArchiveBox's metadata of a page that it saved in one of its formats; nil for any other page.
  static func page(_ name: String, in folder: OpenFolder?) -> (address: String?, saved: Int64)? {
    guard forms.contains(where: { name.utf8.count >= $0.utf8.count && name.hasSuffix($0) }) else {
      return nil
    }
    let path = folder?.path(of: name) ?? name
    let folder = FilePath.above(path)
    let form = String(path.dropFirst(folder.count))
    guard forms.contains(form),
      let time = ArchiveBoxIndex.time(ofFolder: FilePath.name(String(folder.dropLast())))
    else { return nil }
    guard let index = bytes(ofFile: folder + index) else { return nil }
    let told = index.withUnsafeBufferPointer { ArchiveBoxIndex($0, form: form) }
    return (told.address, told.saved ?? time)
  }

  /// Nil for a file that cannot be read.
  private static func bytes(ofFile path: String) -> [UInt8]? {
    let file = FileName.withName(path) { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size <= longestIndex
    else { return nil }
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { space, count in
      count = max(0, Glibc.read(file, space.baseAddress, space.count))
    }
  }
}
