import Foundation

/// Writes values as JSON, one a line.
public struct JSONLine {
  private let encoder = JSONEncoder()

  /// A writer; use one for many values.
  public init() {
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// One line, without its end.
  /// - Throws: only for values that JSON cannot hold, such as an infinite number.
  public func string(_ value: some Encodable) throws -> String {
    String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension Double {
  /// For printing: more digits would pretend to be exact.
  public func rounded(toPlaces places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
