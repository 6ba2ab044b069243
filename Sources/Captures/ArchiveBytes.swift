import Text

/// The bytes of an archive from a position on, decompressed if they are compressed, in memory of a fixed size.
///
/// A compressed archive is a series of gzip members, mostly one for each record. A damaged member ends at the damage,
/// and reading continues with the next one.
struct ArchiveBytes: ~Copyable {
  /// Reads bytes at an offset of the file. Returns how many: 0 at the end, less than 0 on error.
  typealias Source = (UnsafeMutableRawBufferPointer, Int64) -> Int

  private static let pieceSize = 1 << 16

  private let source: Source
  /// Bytes as they are in the file.
  private var input = Piece(capacity: ArchiveBytes.pieceSize)
  /// What follows `input` in the file.
  private var nextOffset: Int64
  /// Decompressed bytes; unused if the archive is not compressed.
  private var output = Piece(capacity: ArchiveBytes.pieceSize)
  private var inflater: Inflater?
  private var isCompressed = false
  private var memberOffset: Int64 = 0
  /// How many bytes of the current member have been decompressed.
  private var memberCount: Int64 = 0

  init(_ source: @escaping Source, from place: CapturePlace) {
    self.source = source
    nextOffset = place.offset
    fillInput()
    isCompressed = Gzip.isBegun(by: input.bytes)
    if isCompressed { beginMember() }
    skip(place.skip)
  }

  /// The position of the next byte.
  var place: CapturePlace {
    isCompressed
      ? CapturePlace(offset: memberOffset, skip: memberCount - Int64(output.bytes.count))
      : CapturePlace(offset: inputOffset)
  }

  private var inputOffset: Int64 { nextOffset - Int64(input.bytes.count) }

  /// Some of the next bytes; empty at the end. Valid until the next call.
  mutating func next() -> UnsafeBufferPointer<UInt8> {
    guard isCompressed else {
      if input.bytes.isEmpty { fillInput() }
      return input.bytes
    }
    while output.bytes.isEmpty, inflateMore() {}
    return output.bytes
  }

  /// Skips bytes that ``next()`` has returned.
  mutating func consume(_ count: Int) {
    if isCompressed { output.consume(count) } else { input.consume(count) }
  }

  /// Skips any number of bytes, which costs nothing if they are not compressed.
  mutating func skip(_ count: Int64) {
    guard isCompressed else {
      let buffered = Int64(input.bytes.count)
      input.consume(Int(min(buffered, count)))
      if count > buffered { nextOffset = nextOffset.addingReportingOverflow(count - buffered).partialValue }
      return
    }
    var left = count
    while left > 0 {
      let bytes = next()
      if bytes.isEmpty { return }
      let taken = Int(min(left, Int64(bytes.count)))
      consume(taken)
      left -= Int64(taken)
    }
  }

  // MARK: Reading

  private mutating func fillInput() {
    guard nextOffset >= 0 else { return }
    let offset = nextOffset
    let count = input.fill { source($0, offset) }
    nextOffset += Int64(count)
  }

  /// - Returns: false at the end of the file.
  private mutating func inflateMore() -> Bool {
    if inflater == nil, !findMember() { return false }
    if input.bytes.isEmpty { fillInput() }
    guard !input.bytes.isEmpty else { return false }
    let bytes = input.bytes
    var step = Inflater.Step(consumed: 0, produced: 0, state: .damaged)
    output.fill { space in
      step = inflater?.step(bytes, into: space.bindMemory(to: UInt8.self)) ?? step
      return step.produced
    }
    memberCount += Int64(step.produced)
    input.consume(step.consumed)
    if step.state != .running || (step.consumed == 0 && step.produced == 0) { inflater = nil }
    return true
  }

  private mutating func beginMember() {
    (memberOffset, memberCount) = (inputOffset, 0)
    inflater = Inflater(.any)
  }

  /// Finds the next member after what has been read.
  private mutating func findMember() -> Bool {
    while true {
      if input.bytes.count < Gzip.mark.count { fillInput() }
      guard input.bytes.count >= Gzip.mark.count else { return false }
      // Reads no part of the last member twice, so that a damaged archive takes no longer than an intact one.
      let start = input.bytes.place(of: Gzip.mark[0], from: inputOffset == memberOffset ? 1 : 0)
      input.consume(start)
      if input.bytes.count < Gzip.mark.count { continue }
      if Gzip.isBegun(by: input.bytes) {
        beginMember()
        return inflater != nil
      }
      input.consume(1)
    }
  }
}

/// A buffer that is filled at one end and emptied at the other.
private struct Piece: ~Copyable {
  private let memory: UnsafeMutableRawBufferPointer
  private var range = 0..<0

  init(capacity: Int) { memory = .allocate(byteCount: capacity, alignment: 16) }

  deinit { memory.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(UnsafeMutableRawBufferPointer(rebasing: memory[range]).bindMemory(to: UInt8.self))
  }

  mutating func consume(_ count: Int) {
    range = min(range.upperBound, range.lowerBound + count)..<range.upperBound
  }

  /// Moves the contents to the front, and appends what `body` writes.
  @discardableResult
  mutating func fill(_ body: (UnsafeMutableRawBufferPointer) -> Int) -> Int {
    memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[range]))
    range = 0..<range.count
    let count = max(0, body(UnsafeMutableRawBufferPointer(rebasing: memory[range.upperBound...])))
    range = 0..<min(memory.count, range.upperBound + count)
    return count
  }
}
