import Captures
import Glibc
import Text

/// A folder in which ArchiveBox saves one page in several formats, one of which is shown.
///
/// Up to version 0.8, the folder is named by its time, and the formats with HTML are files in it. Since version 0.9, each
/// format has a folder of its own, named by the plugin that made it (`singlefile/singlefile.html`).
enum ArchiveBoxFolder {
  private static let index = "index.json"
  /// The index since version 0.9.
  private static let lineIndex = "index.jsonl"

  /// A format with the text of the page.
  private struct Form {
    /// The plugin that makes it, and the folder for its files.
    var plugin: String
    /// Its file.
    var file: String
    /// Whether it was a file beside the index up to version 0.8.
    var isBesideIndex = false
  }

  /// Best first; the last ones are made without a browser.
  private static let forms = [
    Form(plugin: "singlefile", file: "singlefile.html", isBesideIndex: true),
    Form(plugin: "dom", file: "output.html", isBesideIndex: true),
    Form(plugin: "htmltotext", file: "htmltotext.txt", isBesideIndex: true),
    Form(plugin: "readability", file: "content.html"), Form(plugin: "mercury", file: "content.html"),
    Form(plugin: "defuddle", file: "content.html"), Form(plugin: "trafilatura", file: "content.html"),
    Form(plugin: "wget", file: "warc"), Form(plugin: "warc", file: ""),
  ]
  /// The files with an article: its text as HTML and as plain text, and its metadata.
  private static let article = (marks: ["article.json", "content.txt"], page: "content.html")
  /// The maximum size of an index that is read, in bytes: each run of each program adds a few hundred.
  private static let longestIndex = 1 << 20

  /// The format that is shown, a file or a folder; nil for any other folder, and for one without any of these.
  static func shownForm(in folder: OpenFolder) -> String? {
    func exists(_ name: String) -> Bool { faccessat(folder.descriptor, name, F_OK, 0) == 0 }
    if exists(lineIndex) || exists(index) && exists("index.html") {
      for form in forms {
        if form.isBesideIndex, exists(form.file) { return form.file }
        if exists(form.plugin + "/" + form.file) { return form.plugin }
      }
      return nil
    }
    if let form = form(ofFolder: folder.path), exists(form.file) { return form.file }
    return article.marks.allSatisfy(exists) && exists(article.page) ? article.page : nil
  }

  /// The format in a plugin's folder; nil for any other folder.
  private static func form(ofFolder path: String) -> Form? {
    let name = FilePath.name(path)
    guard let form = forms.first(where: { $0.plugin == name && !$0.file.isEmpty }),
      FilePath.exists(FilePath.above(path) + lineIndex)
    else { return nil }
    return form
  }

  /// ArchiveBox's metadata of a page that it saved in one of its formats; nil for any other page.
  static func page(_ name: String, in folder: OpenFolder?) -> (address: String?, saved: Int64?)? {
    guard forms.contains(where: { $0.file.utf8.count > 4 && name.hasSuffix($0.file) }) else { return nil }
    let path = folder?.path(of: name) ?? name
    let (above, file) = (FilePath.above(path), FilePath.name(path))
    let plugin = FilePath.name(String(above.dropLast()))
    if let form = forms.first(where: { $0.plugin == plugin && $0.file == file }) {
      return metadata(of: form, indexedIn: FilePath.above(String(above.dropLast())))
    }
    return forms.first { $0.isBesideIndex && $0.file == file }.flatMap { metadata(of: $0, indexedIn: above) }
  }

  private static func metadata(of form: Form, indexedIn folder: String) -> (address: String?, saved: Int64?)?
  {
    let time = ArchiveBoxIndex.time(ofFolder: FilePath.name(String(folder.dropLast())))
    let lines = bytes(ofFile: folder + lineIndex)
    guard let index = lines ?? (time == nil ? nil : bytes(ofFile: folder + index)) else { return nil }
    let output = form.isBesideIndex ? form.file : form.plugin
    let told = index.withUnsafeBufferPointer {
      ArchiveBoxIndex($0, form: output, plugin: lines == nil ? nil : form.plugin)
    }
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
