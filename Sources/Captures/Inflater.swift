import CZlib
import Text

/// Decompresses gzip, zlib and deflate data piece by piece, with zlib.
struct Inflater: ~Copyable {
  /// The format around the compressed data.
  enum Wrapping: Int32 {
    /// gzip or zlib, detected. For `inflateInit2`: a window of 32 KiB (15), and 32 to detect the header.
    case any = 47
    /// None: raw deflate.
    case none = -15
  }

  /// The result of a step.
  struct Step {
    /// How many bytes of the input were read.
    var consumed: Int
    /// How many bytes of the output were written.
    var produced: Int
    var state: State
  }

  enum State {
    /// More input may give more output.
    case running
    /// The compressed data has ended.
    case ended
    /// The data is damaged or in an unknown format.
    case damaged
  }

  /// On the heap, because zlib stores the address of its stream.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nil if there is not enough memory.
  init?(_ wrapping: Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard shim_inflate_init(stream, wrapping.rawValue) == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Decompresses as much of `input` as fits into `output`. Both have less than 4 GiB.
  mutating func step(_ input: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>)
    -> Step
  {
    stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.pointee.avail_in = UInt32(input.count)
    stream.pointee.next_out = output.baseAddress
    stream.pointee.avail_out = UInt32(output.count)
    let result = inflate(stream, Z_NO_FLUSH)
    let state: State =
      result == Z_STREAM_END ? .ended : result == Z_OK || result == Z_BUF_ERROR ? .running : .damaged
    return Step(
      consumed: input.count - Int(stream.pointee.avail_in),
      produced: output.count - Int(stream.pointee.avail_out),
      state: state)
  }

  /// The intact decompressed bytes; nil if there are none, or more than `limit`.
  static func unpacked(_ bytes: UnsafeBufferPointer<UInt8>, _ wrapping: Wrapping, limit: Int) -> [UInt8]? {
    guard var inflater = Inflater(wrapping) else { return nil }
    var output: [UInt8] = []
    var input = bytes
    let piece = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { piece.deallocate() }
    while true {
      let step = inflater.step(input, into: piece)
      output.append(contentsOf: piece[..<step.produced])
      guard output.count <= limit else { return nil }
      input = input.dropping(first: step.consumed)
      let isStuck = step.consumed == 0 && step.produced == 0
      if step.state != .running || isStuck { return output.isEmpty ? nil : output }
    }
  }
}

/// The first bytes of gzip data (RFC 1952): two magic bytes, and 8 for deflate.
enum Gzip {
  static let mark: [UInt8] = [0x1F, 0x8B, 0x08]

  static func isBegun(by bytes: UnsafeBufferPointer<UInt8>) -> Bool { bytes.starts(with: mark) }
}
