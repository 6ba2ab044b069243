import Foundation

/// Property lists as Safari writes its web archives.
public enum PropertyListFile {
  static let webArchive = archive(page)
  static let xmlWebArchive = archive(page, isXML: true)

  private static var page: [String: Any] {
    [
      "WebResourceData": Data(SavedForm.html().utf8), "WebResourceURL": SavedForm.address,
      "WebResourceMIMEType": "text/html", "WebResourceTextEncodingName": "UTF-8", "WebResourceFrameName": "",
    ]
  }

  /// An archive with a main resource.
  public static func archive(_ main: [String: Any], isXML: Bool = false) -> [UInt8] {
    let picture: [String: Any] = [
      "WebResourceData": Data([0x89, 0x50]), "WebResourceURL": "https://lantern.example/lamp.png",
    ]
    let list: [String: Any] = ["WebMainResource": main, "WebSubresources": [picture]]
    return
      (try? PropertyListSerialization.data(fromPropertyList: list, format: isXML ? .xml : .binary, options: 0))
      .map {
        Array($0)
      } ?? []
  }
}
