import CUchardet

/// Guesses the encoding of a text that is not UTF-8 and does not name its encoding.
///
/// uchardet supports the letters of some thirty languages and the encodings of East Asia. For Western Europe it only
/// supports those of Windows and ISO, and mistakes texts from old Macintosh computers or DOS for Central European or
/// Baltic ones: if its answer is an encoding of Latin letters, or if it has none, ``LetterPlaces`` decides.
enum EncodingGuess {
  /// The maximum sample size in bytes, with enough letters for any language.
  private static let longestSample = 64 << 10

  static func encoding(of text: UnsafeBufferPointer<UInt8>) -> TextEncoding {
    let sample = sample(of: text)
    let answer = named(sample).map { preferred($0, sample) }
    if let answer, !isLatin(answer) {
      guard let read = LegacyText.utf8(sample, answer) else { return .windows1252 }
      // A wrong guess of a double-byte encoding is obvious immediately.
      if read.undecodable * 50 <= sample.count { return answer }
    }
    if let script = otherScript(sample) { return script }
    return best(sample, answer.flatMap { isLatin($0) ? $0 : nil })
  }

  /// A sample of the text, starting at the first byte that is not ASCII.
  private static func sample(of text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let first = max(0, (text.firstIndex { $0 >= 0x80 } ?? 0) - 64)
    return UnsafeBufferPointer(rebasing: text[first...].prefix(longestSample))
  }

  private static func named(_ sample: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let isRead = sample.withMemoryRebound(to: CChar.self) {
      uchardet_handle_data(detector, $0.baseAddress, $0.count) == 0
    }
    guard isRead else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector).map({ String(cString: $0) }) else { return nil }
    return TextEncoding(label: name)
  }

  /// The superset of an encoding with the same letters. The Windows encoding if characters from 0x80 to 0x9F are used,
  /// which are control characters in ISO encodings.
  private static func preferred(
    _ encoding: TextEncoding, _ sample: UnsafeBufferPointer<UInt8>
  ) -> TextEncoding {
    switch encoding {
    case .koi8R: return .koi8U
    case .iso8859_13: return .windows1257
    case .iso8859_8: return .windows1255
    default: break
    }
    guard sample.contains(where: { (0x80...0x9F).contains($0) }) else { return encoding }
    return switch encoding {
    case .iso8859_2, .iso8859_16: .windows1250
    case .iso8859_7: .windows1253
    case .iso8859_6: .windows1256
    case .iso8859_3: .windows1254
    case .iso8859_4, .iso8859_10: .windows1257
    case .iso8859_15, .iso8859_14: .windows1252
    default: encoding
    }
  }

  private static func isLatin(_ encoding: TextEncoding) -> Bool {
    switch encoding {
    case .windows1250, .windows1252, .windows1254, .windows1257, .windows1258, .iso8859_2, .iso8859_3,
      .iso8859_4, .iso8859_10, .iso8859_13, .iso8859_14, .iso8859_15, .iso8859_16, .macintosh,
      .macCentralEurope, .ibm850, .ibm852, .utf8, .utf16LE, .utf16BE, .utf32LE, .utf32BE:
      true
    default: false
    }
  }

  /// Hebrew or Thai, for a text without Latin words: those hardly ever have three letters in a row that are not ASCII.
  /// uchardet does not recognize all such texts.
  private static func otherScript(_ sample: UnsafeBufferPointer<UInt8>) -> TextEncoding? {
    var (letters, inWords, length, hebrew, thai) = (0, 0, 0, 0, 0)
    for byte in sample {
      guard byte >= 0xA1 else {
        length = 0
        continue
      }
      length += 1
      letters += 1
      inWords += length == 3 ? 3 : length > 3 ? 1 : 0
      if (0xE0...0xFA).contains(byte) { hebrew += 1 }
      if byte <= 0xDA || (0xDF...0xFB).contains(byte) { thai += 1 }
    }
    guard letters >= 6, inWords * 3 > letters * 2 else { return nil }
    return hebrew * 10 >= letters * 9 ? .windows1255 : thai * 50 >= letters * 49 ? .windows874 : nil
  }

  /// Encodings that uchardet supports but texts hardly ever use.
  private static func isRare(_ encoding: TextEncoding) -> Bool {
    switch encoding {
    case .macCentralEurope, .ibm852, .iso8859_3, .iso8859_4, .iso8859_10, .iso8859_14: true
    default: false
    }
  }

  /// The encoding in which the letters are most plausible: uchardet's answer, or one of Western Europe.
  private static func best(
    _ sample: UnsafeBufferPointer<UInt8>, _ answer: TextEncoding?
  ) -> TextEncoding {
    let western: [TextEncoding] = [.windows1252, .macintosh, .ibm850]
    let candidates =
      answer.map { isRare($0) } ?? true
      ? western + [answer].compactMap { $0 } : [answer].compactMap { $0 } + western
    var best: (encoding: TextEncoding, score: Int) = (.windows1252, .min)
    for encoding in candidates {
      guard let score = LetterPlaces(encoding)?.score(sample), score > best.score else { continue }
      best = (encoding, score)
    }
    return isSame(sample, best.encoding, .windows1252) ? .windows1252 : best.encoding
  }

  /// Whether a text is the same in two encodings.
  private static func isSame(
    _ sample: UnsafeBufferPointer<UInt8>, _ first: TextEncoding, _ second: TextEncoding
  ) -> Bool {
    guard let first = SingleByteText.highValues(first), let second = SingleByteText.highValues(second) else {
      return false
    }
    return sample.allSatisfy { $0 < 0x80 || first[Int($0) - 0x80] == second[Int($0) - 0x80] }
  }
}
