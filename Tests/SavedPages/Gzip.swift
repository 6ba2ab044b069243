import CZlib

/// Compresses as gzip.
public enum Gzip {
  /// One member.
  public static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var stream = z_stream()
    // A window of 32 KiB, and 16 for a gzip header.
    deflateInit2_(
      &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let (inputCount, outputCount) = (bytes.count, output.count)
    bytes.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        (stream.next_in, stream.avail_in) = (input.baseAddress, UInt32(inputCount))
        (stream.next_out, stream.avail_out) = (output.baseAddress, UInt32(outputCount))
        deflate(&stream, Z_FINISH)
      }
    }
    output.removeLast(Int(stream.avail_out))
    deflateEnd(&stream)
    return output
  }
}
