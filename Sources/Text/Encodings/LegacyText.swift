/// Texts in non-Unicode encodings.
enum LegacyText {
  /// The whole text as UTF-8, and how many of its bytes are not characters; nil for a Unicode encoding.
  static func utf8(
    _ bytes: UnsafeBufferPointer<UInt8>, _ encoding: TextEncoding
  ) -> (text: [UInt8], undecodable: Int)? {
    func decoded(by decoder: some CharacterDecoder) -> (text: [UInt8], undecodable: Int) {
      var decoder = decoder
      return decoder.utf8(bytes)
    }
    switch encoding {
    case .utf8, .utf16LE, .utf16BE, .utf32LE, .utf32BE: return nil
    case .shiftJIS: return decoded(by: ShiftJISDecoder())
    case .eucJP: return decoded(by: EUCJPDecoder())
    case .iso2022JP: return decoded(by: ISO2022JPDecoder())
    case .gb18030: return decoded(by: GB18030Decoder())
    case .big5: return decoded(by: Big5Decoder())
    case .eucKR: return decoded(by: EUCKRDecoder())
    default: return SingleByteText.highValues(encoding).map { SingleByteText.utf8(bytes, high: $0) }
    }
  }
}
