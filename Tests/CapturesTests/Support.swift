import Captures
import SavedPages

/// A capture with its own copy of the bytes.
struct Kept: Equatable {
  var bytes: [UInt8]
  var format: CaptureFormat
  var charset: String?
  var address: String?
  var saved: Int64?
  var place: CapturePlace

  init(_ capture: Capture) {
    bytes = Array(capture.bytes)
    (format, charset, address) = (capture.format, capture.charset, capture.address)
    (saved, place) = (capture.saved, capture.place)
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

enum Captured {
  /// What a file is.
  static func kind(_ name: String, _ bytes: [UInt8]) -> FileKind? {
    bytes.withUnsafeBufferPointer {
      FileKind.of(name, UnsafeBufferPointer(rebasing: $0.prefix(FileKind.headSize)))
    }
  }

  static func kind(_ name: String, _ text: String) -> FileKind? { kind(name, Array(text.utf8)) }

  /// The page of a file with one page.
  static func page(_ bytes: [UInt8], _ kind: FileKind) throws(CaptureError) -> Kept {
    var found: Kept?
    let result = bytes.withUnsafeBufferPointer { file in
      Result { () throws(CaptureError) in try PageFile.read(file, kind) { found = Kept($0) } }
    }
    try result.get()
    guard let found else { throw .noPage }
    return found
  }

  /// The pages of an archive from a place on.
  static func pages(_ archive: [UInt8], from place: CapturePlace = .wholeFile) -> (
    pages: [Kept], skipped: [SkippedRecord: Int]
  ) {
    var pages: [Kept] = []
    var reader = WARCReader(from: place) { space, offset in
      guard offset < archive.count else { return 0 }
      let piece = archive[Int(offset)...].prefix(space.count)
      space.copyBytes(from: piece)
      return piece.count
    }
    while reader.next({ pages.append(Kept($0)) }) {}
    return (pages, reader.skipped)
  }

  /// All captures of a form.
  static func pages(_ form: SavedForm) throws -> [Kept] {
    guard let kind = kind(form.name, form.bytes) else { return [] }
    return kind == .warc ? pages(form.bytes).pages : [try page(form.bytes, kind)]
  }
}
