/// The page in a `.webarchive` of Safari: a property list of the page, its pictures and frames, with their addresses.
enum WebArchiveFile {
  /// Passes the page to `body`.
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
  /// The format of a media type (in lower case, without parameters); nil if it is not a page's.
  init?(contentType: String) {
    switch contentType {
    case "text/html", "application/xhtml+xml": self = .html
    case "text/plain": self = .text
    case "text/markdown": self = .markdown
    default: return nil
    }
  }
}
