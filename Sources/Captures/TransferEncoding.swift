import Text

/// The encodings of binary data as ASCII lines in mail (RFC 2045). Damage only affects the bytes it touches.
enum TransferEncoding {
  case none, quotedPrintable, base64

  init(_ name: String?) {
    switch name.map({ HeaderFields.first(of: $0) }) {
    case "quoted-printable": self = .quotedPrintable
    case "base64": self = .base64
    default: self = .none
    }
  }

  /// Nil if the bytes are not encoded.
  func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    switch self {
    case .none: nil
    case .quotedPrintable: TransferEncoding.quotedPrintable(bytes)
    case .base64: TransferEncoding.base64(bytes)
    }
  }

  /// `=3D` is a byte, `=` at the end of a line joins it with the next.
  private static func quotedPrintable(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        guard byte == UInt8(ascii: "=") else {
          output[count] = byte
          count += 1
          continue
        }
        if let end = endOfLine(bytes, from: position) {
          position = end
        } else if position + 1 < bytes.count, let high = hexDigit(bytes[position]),
          let low = hexDigit(bytes[position + 1])
        {
          output[count] = high << 4 | low
          (count, position) = (count + 1, position + 2)
        } else if position < bytes.count {
          output[count] = byte
          count += 1
        }
      }
    }
  }

  /// The start of the next line if only blanks are left in this one (at most as many as a line can have).
  private static func endOfLine(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    for position in start..<min(bytes.count, start + 80) {
      if bytes[position] == 0x0A { return position + 1 }
      guard bytes[position].isBlank else { return nil }
    }
    return nil
  }

  static func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }

  /// Ignores everything that is not a digit, such as line breaks.
  private static func base64(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count) { output, count in
      var (bits, width): (UInt32, UInt32) = (0, 0)
      for byte in bytes {
        guard let digit = base64Digit(byte) else {
          if byte == UInt8(ascii: "=") { width = 0 }
          continue
        }
        (bits, width) = (bits << 6 | UInt32(digit), width + 6)
        guard width >= 8 else { continue }
        width -= 8
        output[count] = UInt8(truncatingIfNeeded: bits >> width)
        count += 1
      }
    }
  }

  private static func base64Digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
