/// The page in a `.webarchive` of Safari: a property list with the page, and its pictures and frames, each with its
/// address.
enum WebArchiveFile {
  /// Lends the page.
  static func read(_ file: UnsafeBufferPointer<UInt8>, _ body: (Capture) -> Void) throws(CaptureError) {
    guard let list = BinaryPropertyList(file), let root = list.root,
      let main = list.value(of: "WebMainResource", in: root),
      let data = list.value(of: "WebResourceData", in: main).flatMap({ list.data($0) })
    else { throw CaptureError.noPage }
    func text(_ key: String) -> String? { list.value(of: key, in: main).flatMap { list.string($0) } }
    let type = text("WebResourceMIMEType") ?? "text/html"
    guard let format = CaptureFormat(contentType: type) else { throw CaptureError.noPage }
    var capture = Capture(bytes: data, format: format)
    capture.charset = text("WebResourceTextEncodingName")
    capture.address = text("WebResourceURL")
    body(capture)
  }
}

extension CaptureFormat {
  /// That of a media type, given in small letters and without parameters; nil where it is no page's.
  init?(contentType: String) {
    switch contentType {
    case "text/html", "application/xhtml+xml": self = .html
    case "text/plain": self = .text
    case "text/markdown": self = .markdown
    default: return nil
    }
  }
}
