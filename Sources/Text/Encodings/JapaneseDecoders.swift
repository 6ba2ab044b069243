/// Half-width katakana, encoded in Shift_JIS and EUC-JP with a byte from 0xA1 to 0xDF.
private func halfWidthKatakana(_ byte: UInt8) -> UInt32? {
  (0xA1...0xDF).contains(byte) ? 0xFF61 + UInt32(byte - 0xA1) : nil
}

/// The index of a character of JIS X 0208 or 0212 in its table, by its bytes in EUC.
private func pointer(_ row: UInt8, _ cell: UInt8) -> Int? {
  (0xA1...0xFE).contains(row) && (0xA1...0xFE).contains(cell) ? Int(row - 0xA1) * 94 + Int(cell - 0xA1) : nil
}

/// Shift_JIS as in Windows.
struct ShiftJISDecoder: CharacterDecoder {
  private let table = PointerTable.jis0208

  func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> DecodedCharacter {
    let lead = bytes[position]
    position += 1
    switch lead {
    case 0x80: return .scalar(0x80)
    case 0xA1...0xDF: return DecodedCharacter(halfWidthKatakana(lead))
    case 0x81...0x9F, 0xE0...0xFC:
      return Self.pair(bytes, &position) { trail in
        guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else { return nil }
        let row = Int(lead) - (lead < 0xA0 ? 0x81 : 0xC1)
        return table[row * 188 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)]
      }
    default: return .undecodable
    }
  }
}

/// EUC-JP, with the supplementary characters of JIS X 0212.
struct EUCJPDecoder: CharacterDecoder {
  private let table = PointerTable.jis0208
  private let supplement = PointerTable.jis0212

  func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> DecodedCharacter {
    let lead = bytes[position]
    position += 1
    if lead == 0x8E { return Self.pair(bytes, &position) { halfWidthKatakana($0) } }
    if lead != 0x8F {
      return Self.pair(bytes, &position) { cell in pointer(lead, cell).flatMap { table[$0] } }
    }
    guard position < bytes.count, (0xA1...0xFE).contains(bytes[position]) else { return .undecodable }
    let row = bytes[position]
    position += 1
    return Self.pair(bytes, &position) { cell in pointer(row, cell).flatMap { supplement[$0] } }
  }
}

/// ISO-2022-JP (RFC 1468), the encoding of Japanese mail: escape sequences switch between ASCII and JIS X 0208.
struct ISO2022JPDecoder: CharacterDecoder {
  static let isASCIIBelow0x80 = false

  private enum Characters {
    case ascii, katakana, jis0208
  }

  private let table = PointerTable.jis0208
  private var characters = Characters.ascii

  /// Whether the beginning of a text switches to JIS X 0208.
  static func isLikely(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    head.indices.dropLast(2).contains { place in
      head[place] == 0x1B && head[place + 1] == UInt8(ascii: "$")
        && (head[place + 2] == UInt8(ascii: "B") || head[place + 2] == UInt8(ascii: "@"))
    }
  }

  mutating func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> DecodedCharacter {
    let byte = bytes[position]
    if byte == 0x1B, position + 2 < bytes.count,
      let changed = changed(bytes[position + 1], bytes[position + 2])
    {
      characters = changed
      position += 3
      return .nothing
    }
    position += 1
    // Each line begins in ASCII.
    if byte == 0x0A { characters = .ascii }
    switch characters {
    case .ascii: return byte < 0x80 ? .scalar(UInt32(byte)) : .undecodable
    case .katakana: return DecodedCharacter(byte < 0x60 ? halfWidthKatakana(byte | 0x80) : nil)
    case .jis0208:
      guard position < bytes.count, bytes[position] != 0x0A else { return .undecodable }
      let second = bytes[position]
      position += 1
      return DecodedCharacter(pointer(byte | 0x80, second | 0x80).flatMap { table[$0] })
    }
  }

  private func changed(_ first: UInt8, _ second: UInt8) -> Characters? {
    switch (first, second) {
    case (UInt8(ascii: "("), UInt8(ascii: "B")), (UInt8(ascii: "("), UInt8(ascii: "J")): .ascii
    case (UInt8(ascii: "("), UInt8(ascii: "I")): .katakana
    case (UInt8(ascii: "$"), UInt8(ascii: "@")), (UInt8(ascii: "$"), UInt8(ascii: "B")): .jis0208
    default: nil
    }
  }
}
