import SmallFiles

/// The capture in a file that holds one page.
public enum PageFile {
  /// Passes the page of a file to `body`.
  /// - Parameters:
  ///   - file: the whole contents.
  ///   - kind: the kind of the file; not an archive of many pages (see ``WARCReader``).
  ///   - body: receives the page.
  /// - Throws: why there is no page.
  public static func read(
    _ file: UnsafeBufferPointer<UInt8>, _ kind: FileKind, _ body: (Capture) -> Void
  ) throws(CaptureError) {
    switch kind {
    case .text: body(Capture(bytes: file, format: .text))
    case .markdown:
      var capture = Capture(bytes: file, format: .markdown)
      capture.saved = FrontMatter(file).flatMap { saved($0) }
      body(capture)
    case .html:
      var capture = Capture(bytes: file, format: .html)
      let comment = SaverComment.find(in: file)
      (capture.address, capture.saved) = (comment?.address, comment?.saved)
      body(capture)
    case .mhtml:
      guard let mail = MHTMLFile(file) else { throw CaptureError.noPage }
      try mail.read(body)
    case .webArchive: try WebArchiveFile.read(file, body)
    case .warc: throw CaptureError.noPage
    }
  }

  /// The time of saving, under the names that Obsidian Web Clipper, MarkDownload, Omnivore and Joplin use for it.
  private static func saved(_ front: FrontMatter) -> Int64? {
    front.values("created", "saved", "date_saved", "date-saved", "datesaved", "clipped", "savedat").lazy
      .compactMap { WrittenTime.seconds($0) }.first
  }
}
