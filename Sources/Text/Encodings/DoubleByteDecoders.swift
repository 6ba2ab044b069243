/// GB 18030, and GBK and GB 2312, of which it is a superset.
struct GB18030Decoder: CharacterDecoder {
  private let table = PointerTable.gbk

  func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> DecodedCharacter {
    let lead = bytes[position]
    if let value = fourBytes(bytes, position) {
      position += 4
      return .scalar(value)
    }
    position += 1
    guard (0x81...0xFE).contains(lead) else { return lead == 0x80 ? .scalar(0x20AC) : .undecodable }
    return Self.pair(bytes, &position) { trail in
      guard (0x40...0x7E).contains(trail) || (0x80...0xFE).contains(trail) else { return nil }
      return table[Int(lead - 0x81) * 190 + Int(trail) - (trail < 0x7F ? 0x40 : 0x41)]
    }
  }

  /// A character of four bytes, the second and the fourth of which are digits.
  private func fourBytes(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> UInt32? {
    guard start + 3 < bytes.count else { return nil }
    var pointer = 0
    for (offset, factor) in [12_600, 1_260, 10, 1].enumerated() {
      let byte = bytes[start + offset]
      let least: UInt8 = offset % 2 == 0 ? 0x81 : 0x30
      guard byte >= least, byte <= (offset % 2 == 0 ? 0xFE : 0x39) else { return nil }
      pointer += Int(byte - least) * factor
    }
    if pointer >= 189_000 {
      return pointer <= 1_237_575 ? 0x10000 + UInt32(pointer - 189_000) : nil
    }
    guard pointer <= 39_419, let run = GB18030Ranges.runs.last(where: { $0.pointer <= pointer }) else {
      return nil
    }
    return run.first + UInt32(pointer - run.pointer)
  }
}

/// Big5 with the characters of Hong Kong.
struct Big5Decoder: CharacterDecoder {
  private let table = PointerTable.big5

  func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> DecodedCharacter {
    let lead = bytes[position]
    position += 1
    guard (0x81...0xFE).contains(lead) else { return .undecodable }
    return Self.pair(bytes, &position) { trail in
      guard (0x40...0x7E).contains(trail) || (0xA1...0xFE).contains(trail) else { return nil }
      return table[Int(lead - 0x81) * 157 + Int(trail) - (trail < 0x7F ? 0x40 : 0x62)]
    }
  }
}

/// EUC-KR with all Hangul syllables, as in Windows.
struct EUCKRDecoder: CharacterDecoder {
  private let table = PointerTable.eucKR

  func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> DecodedCharacter {
    let lead = bytes[position]
    position += 1
    guard (0x81...0xFE).contains(lead) else { return .undecodable }
    return Self.pair(bytes, &position) { trail in
      guard (0x41...0xFE).contains(trail) else { return nil }
      return table[Int(lead - 0x81) * 190 + Int(trail - 0x41)]
    }
  }
}
