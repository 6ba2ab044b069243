import Text

/// One value of a binary property list (Apple's `bplist00`), found without reading the others.
///
/// No list can make this slow or endless: only the path to one value is followed, and each step searches one
/// dictionary. Based on CFBinaryPList.c of Core Foundation, which describes the format.
struct BinaryPropertyList: PropertyList {
  /// The most keys of a dictionary; those of a web archive have five.
  private static let mostKeys = 256

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Bytes of an entry in the table of offsets, and of a reference to an object.
  private let (offsetSize, referenceSize): (Int, Int)
  private let objectCount: Int
  private let top: Int
  private let table: Int

  /// A dictionary, a text, or data.
  struct Object {
    fileprivate var marker: UInt8
    fileprivate var count: Int
    /// The offset after its marker and count.
    fileprivate var start: Int
  }

  /// Nil for any other file.
  init?(_ file: UnsafeBufferPointer<UInt8>) {
    guard file.hasPrefix("bplist00"), file.count >= 40 else { return nil }
    bytes = file
    let trailer = file.count - 32
    (offsetSize, referenceSize) = (Int(file[trailer + 6]), Int(file[trailer + 7]))
    guard (1...8).contains(offsetSize), (1...8).contains(referenceSize),
      let count = BinaryPropertyList.number(file, at: trailer + 8, size: 8),
      let top = BinaryPropertyList.number(file, at: trailer + 16, size: 8),
      let table = BinaryPropertyList.number(file, at: trailer + 24, size: 8),
      top < count, table >= 8, table < trailer, count <= (trailer - table) / offsetSize
    else { return nil }
    (objectCount, self.top, self.table) = (count, top, table)
  }

  var root: Object? { object(top) }

  /// The value of a key in a dictionary.
  func value(of key: String, in dictionary: Object) -> Object? {
    guard dictionary.marker == 0xD, dictionary.count <= BinaryPropertyList.mostKeys else { return nil }
    for index in 0..<dictionary.count {
      guard let found = reference(index, of: dictionary), let name = object(found) else { return nil }
      if string(name) == key {
        return reference(dictionary.count + index, of: dictionary).flatMap { object($0) }
      }
    }
    return nil
  }

  func withData<Result>(
    _ object: Object, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    object.marker == 0x4 ? try body(bytes.part(object.start..<object.start + object.count)) : nil
  }

  /// A text; nil for a long one.
  func string(_ object: Object) -> String? {
    guard object.count <= 4_096 else { return nil }
    switch object.marker {
    case 0x5: return String(decoding: bytes.part(object.start..<object.start + object.count), as: UTF8.self)
    case 0x6:
      let units = (0..<object.count).map { index in
        UInt16(bytes[object.start + index * 2]) << 8 | UInt16(bytes[object.start + index * 2 + 1])
      }
      return String(decoding: units, as: UTF16.self)
    default: return nil
    }
  }

  private func reference(_ index: Int, of dictionary: Object) -> Int? {
    BinaryPropertyList.number(bytes, at: dictionary.start + index * referenceSize, size: referenceSize)
  }

  /// The object with a number; nil if it is outside the file, or of a kind that is not needed.
  private func object(_ number: Int) -> Object? {
    guard number < objectCount,
      let place = BinaryPropertyList.number(bytes, at: table + number * offsetSize, size: offsetSize),
      place < table
    else { return nil }
    var object = Object(marker: bytes[place] >> 4, count: Int(bytes[place] & 0xF), start: place + 1)
    if object.count == 0xF {
      guard object.start < table, bytes[object.start] >> 4 == 1 else { return nil }
      let size = 1 << Int(bytes[object.start] & 0xF)
      guard size <= 8, let count = BinaryPropertyList.number(bytes, at: object.start + 1, size: size) else {
        return nil
      }
      (object.count, object.start) = (count, object.start + 1 + size)
    }
    let width = object.marker == 0xD ? 2 * referenceSize : object.marker == 0x6 ? 2 : 1
    return object.start <= table && object.count <= (table - object.start) / width ? object : nil
  }

  /// A big-endian number; nil if it is outside the file, or larger than any file.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, size: Int) -> Int? {
    guard place >= 0, place <= bytes.count - size else { return nil }
    let value = bytes[place..<place + size].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return value < 1 << 48 ? Int(value) : nil
  }
}
