import Glibc

/// A colour: 8 bits each of red, green and blue (sRGB).
public struct Color: Hashable, Sendable {
  /// 0 to 255.
  public var red: UInt8
  /// 0 to 255.
  public var green: UInt8
  /// 0 to 255.
  public var blue: UInt8

  /// A colour with its components.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Relative luminance, from 0 (black) to 1 (white), as defined in WCAG 2.1, "relative luminance".
  public var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio of two colours, from 1 to 21, as defined in WCAG 2.1, "contrast ratio".
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// Mixes this colour with another; a `share` of 0 is this colour, 1 the other.
  public func mixed(with other: Color, share: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + (Double(b) - Double(a)) * min(1, max(0, share))).rounded())
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}

/// The attributes of characters besides their colour.
public struct TextAttributes: OptionSet, Hashable, Sendable {
  /// One bit for each attribute.
  public let rawValue: UInt8

  /// The attributes whose bits are set.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Bold.
  public static let bold = TextAttributes(rawValue: 1)
  /// Dim.
  public static let dim = TextAttributes(rawValue: 2)
  /// Text and background colours swapped.
  public static let reverse = TextAttributes(rawValue: 4)
  /// Underlined.
  public static let underline = TextAttributes(rawValue: 8)
  /// Italic.
  public static let italic = TextAttributes(rawValue: 16)
}

/// The style of a cell. A missing colour means the terminal's default.
public struct Style: Hashable, Sendable {
  /// The text colour.
  public var foreground: Color?
  /// The background colour.
  public var background: Color?
  /// The attributes besides the colours.
  public var attributes: TextAttributes

  /// A style; by default the terminal's.
  public init(foreground: Color? = nil, background: Color? = nil, attributes: TextAttributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
