/// The page in a `.webarchive` of Safari: a property list of the page, its pictures and frames, with their addresses.
/// Safari writes a binary list; other programs convert it to XML.
enum WebArchiveFile {
  /// Passes the page to `body`.
  static func read(_ file: UnsafeBufferPointer<UInt8>, _ body: (Capture) -> Void) throws(CaptureError) {
    guard read(BinaryPropertyList(file), body) || read(XMLPropertyList(file), body) else {
      throw CaptureError.noPage
    }
  }

  /// - Returns: whether there is a page.
  private static func read<List: PropertyList>(_ list: List?, _ body: (Capture) -> Void) -> Bool {
    guard let list, let main = list.root.flatMap({ list.value(of: "WebMainResource", in: $0) }),
      let data = list.value(of: "WebResourceData", in: main)
    else { return false }
    func text(_ key: String) -> String? { list.value(of: key, in: main).flatMap { list.string($0) } }
    guard let format = CaptureFormat(contentType: text("WebResourceMIMEType") ?? "text/html") else {
      return false
    }
    let read: Void? = list.withData(data) { bytes in
      var capture = Capture(bytes: bytes, format: format)
      capture.charset = text("WebResourceTextEncodingName")
      capture.address = text("WebResourceURL")
      body(capture)
    }
    return read != nil
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
