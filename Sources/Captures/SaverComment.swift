import Text

/// The address and the time of saving, from a comment that the saving program wrote near the beginning of an HTML page.
struct SaverComment: Equatable {
  var address: String
  var saved: Int64?

  /// How far into the page to search: saving programs write the comment at the top or right after the first tags.
  private static let depth = 1 << 14
  /// The longest address, in bytes: no browser accepts a longer one.
  private static let longestAddress = 2_048

  /// The first such comment of a page.
  static func find(in page: UnsafeBufferPointer<UInt8>) -> SaverComment? {
    let head = page.part(0..<depth)
    var position = 0
    while let start = head.firstPlace(of: "<!--", from: position) {
      let end = head.firstPlace(of: "-->", from: start + 4) ?? head.count
      if let comment = SaverComment(head.part(start + 4..<end)) { return comment }
      position = end
    }
    return nil
  }

  private init?(_ comment: UnsafeBufferPointer<UInt8>) {
    let forms = [
      SaverComment.singleFile, SaverComment.monolith, SaverComment.browser, SaverComment.httrack,
    ]
    guard let found = forms.lazy.compactMap({ $0(comment) }).first else { return nil }
    guard !found.address.isEmpty, found.address.utf8.count <= SaverComment.longestAddress else { return nil }
    (address, saved) = (found.address, found.date.flatMap { WrittenTime.seconds($0) })
  }

  private typealias Found = (address: String, date: String?)

  /// ` Page saved with SingleFile`, then on separate lines ` url: …` and ` saved date: …`.
  private static func singleFile(_ comment: UnsafeBufferPointer<UInt8>) -> Found? {
    guard let name = comment.firstPlace(of: "SingleFile"),
      let address = value(after: "url:", in: comment, from: name)
    else { return nil }
    return (address, value(after: "saved date:", in: comment, from: name))
  }

  private static func value(
    after label: StaticString, in comment: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> String? {
    guard let place = comment.firstPlace(of: label, from: start) else { return nil }
    let value = place + label.utf8CodeUnitCount
    return comment.part(value..<comment.place(of: 0x0A, from: value)).trimmedString
  }

  /// ` Saved from https://… at 2025-03-11T08:15:02Z using monolith v2.10.1 `.
  private static func monolith(_ comment: UnsafeBufferPointer<UInt8>) -> Found? {
    let words = words(comment)
    guard words.count > 5, words.starts(with: ["Saved", "from"]), words[3] == "at", words[5] == "using" else {
      return nil
    }
    return (words[2], words[4])
  }

  /// ` saved from url=(0042)https://… `, from Internet Explorer and later browsers. The number is the address's length.
  private static func browser(_ comment: UnsafeBufferPointer<UInt8>) -> Found? {
    let words = words(comment)
    guard words.count > 2, words.starts(with: ["saved", "from"]), words[2].hasPrefix("url=("),
      let end = words[2].firstIndex(of: ")")
    else { return nil }
    return (String(words[2][words[2].index(after: end)...]), nil)
  }

  /// ` Mirrored from host/path by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 11 Mar 2025 08:15:02 GMT `.
  private static func httrack(_ comment: UnsafeBufferPointer<UInt8>) -> Found? {
    let words = words(comment)
    guard words.count > 4, words.starts(with: ["Mirrored", "from"]), words[3] == "by", words[4] == "HTTrack"
    else { return nil }
    let text = comment.trimmedString
    let date = text.firstRange(of: "], ").map { String(text[$0.upperBound...]) }
    return (words[2].contains("://") ? words[2] : "http://" + words[2], date)
  }

  /// The first words of a comment.
  private static func words(_ comment: UnsafeBufferPointer<UInt8>) -> [String] {
    comment.part(0..<longestAddress + 256).split(maxSplits: 7) { $0.isBlank }
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
