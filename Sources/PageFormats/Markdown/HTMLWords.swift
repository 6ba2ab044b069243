import Text

/// The text of HTML embedded in Markdown, without the tags.
enum HTMLWords {
  static func words(_ html: [UInt8]) -> [UInt8] {
    html.withUnsafeBufferPointer { html in
      var output: [UInt8] = []
      var position = 0
      while let tag = html.firstIndex(ofByte: UInt8(ascii: "<"), from: position),
        let end = html.firstIndex(ofByte: UInt8(ascii: ">"), from: tag)
      {
        output += html.slice(position..<tag)
        position = end + 1
      }
      output += html.slice(position..<html.count)
      return output.withUnsafeBufferPointer { CharacterReferences.decoded($0) }
    }
  }

  /// Whether a tag is `<br>`.
  static func isLineBreak(_ tag: [UInt8]) -> Bool {
    tag.withUnsafeBufferPointer { $0.hasPrefixIgnoringCase("<br") }
  }
}
