/// Reads the characters of an encoding that has several bytes for some of them.
protocol CharacterDecoder {
  /// Every byte below 0x80 that begins a character is that of ASCII.
  static var isASCIIBelow0x80: Bool { get }

  /// Reads what begins at a position and moves the position behind it, by one byte at least.
  mutating func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> DecodedCharacter
}

/// What some bytes are.
enum DecodedCharacter {
  case scalar(UInt32)
  /// A sequence that only says how to read on.
  case nothing
  case undecodable

  init(_ value: UInt32?) {
    self = value.map { .scalar($0) } ?? .undecodable
  }
}

extension CharacterDecoder {
  static var isASCIIBelow0x80: Bool { true }

  /// All of a text as UTF-8, and how many of its bytes, or pairs of them, are no character. One that the end of the file
  /// cuts is left out.
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
  /// The second of two bytes and what both are. An ASCII byte that cannot be a second one begins something new: a tag
  /// must not vanish behind a damaged letter.
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
