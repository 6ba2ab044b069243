/// Texts in single-byte encodings, in which bytes below 0x80 are ASCII.
enum SingleByteText {
  /// The scalar values of the bytes from 0x80 on; nil for another encoding.
  static func highValues(_ encoding: TextEncoding) -> [UInt32]? {
    encoding.highCharacters.map { $0.unicodeScalars.map(\.value) }
  }

  static func utf8(
    _ bytes: UnsafeBufferPointer<UInt8>, high: [UInt32]
  ) -> (text: [UInt8], undecodable: Int) {
    var undecodable = 0
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 3) { output, count in
      for byte in bytes {
        let value = byte < 0x80 ? UInt32(byte) : high[Int(byte) - 0x80]
        if value == 0xFFFD { undecodable += 1 }
        count = output.writeUTF8(value, at: count)
      }
    }
    return (text, undecodable)
  }
}
