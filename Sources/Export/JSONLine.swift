import Foundation

/// Encodes values as lines of JSON.
public struct JSONLine {
  private let encoder = JSONEncoder()

  /// An encoder for many values.
  public init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// One line, without a line break.
  /// - Throws: only for values that JSON cannot represent, such as an infinite number.
  public func string(_ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension Double {
  /// Rounded for printing, so that it does not appear more precise than it is.
  public func rounded(toPlaces places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
