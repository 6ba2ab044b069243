/// Decodes the characters of a multibyte encoding.
protocol CharacterDecoder {
  /// Whether every byte below 0x80 that begins a character is ASCII.
  static var isASCIIBelow0x80: Bool { get }

  /// Decodes the sequence that begins at a position and advances the position past it, by at least one byte.
  mutating func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> DecodedCharacter
}

/// The result of decoding some bytes.
enum DecodedCharacter {
  case scalar(UInt32)
  /// A sequence that only changes how the following bytes are decoded.
  case nothing
  case undecodable

  init(_ value: UInt32?) {
    self = value.map { .scalar($0) } ?? .undecodable
  }
}

extension CharacterDecoder {
  static var isASCIIBelow0x80: Bool { true }

  /// The whole text as UTF-8, and how many of its bytes, or pairs of them, are not characters. A character truncated by
  /// the end of the file is omitted.
  mutating func utf8(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], undecodable: Int) {
    var undecodable = 0
    let text = [UInt8](unsafeUninitializedCapacity: bytes.count * 3) { output, count in
      var position = 0
      while position < bytes.count {
        if Self.isASCIIBelow0x80, bytes[position] < 0x80 {
          output[count] = bytes[position]
          (count, position) = (count + 1, position + 1)
          continue
        }
        switch next(bytes, &position) {
        case .scalar(let value): count = output.writeUTF8(value, at: count)
        case .nothing: break
        case .undecodable where position == bytes.count: return
        case .undecodable:
          count = output.writeUTF8(0xFFFD, at: count)
          undecodable += 1
        }
      }
    }
    return (text, undecodable)
  }
}

extension CharacterDecoder {
  /// Decodes a pair of bytes, given the first one. An ASCII byte that cannot be a second byte begins a new character: a
  /// tag must not be swallowed by a damaged letter before it.
  static func pair(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ value: (UInt8) -> UInt32?
  ) -> DecodedCharacter {
    guard position < bytes.count else { return .undecodable }
    let second = bytes[position]
    let found = value(second)
    if found != nil || second >= 0x80 { position += 1 }
    return DecodedCharacter(found)
  }
}
