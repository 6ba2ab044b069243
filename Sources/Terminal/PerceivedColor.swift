import Display
import Glibc

/// A colour as it is perceived: a lightness and two opponent axes, in which equal distances look about equally
/// different. This is Oklab (Björn Ottosson, "A perceptual color space for image processing", 2020).
struct PerceivedColor: Sendable {
  let lightness: Double
  let greenRed: Double
  let blueYellow: Double

  init(_ color: Color) {
    func linear(_ channel: UInt8) -> Double {
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    let (red, green, blue) = (linear(color.red), linear(color.green), linear(color.blue))
    let long = cbrt(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue)
    let medium = cbrt(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue)
    let short = cbrt(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue)
    lightness = 0.210_454_255_3 * long + 0.793_617_785 * medium - 0.004_072_046_8 * short
    greenRed = 1.977_998_495_1 * long - 2.428_592_205 * medium + 0.450_593_709_9 * short
    blueYellow = 0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766 * short
  }

  /// A wrong hue is more noticeable than a wrong lightness: with few colours, a grey stays grey.
  private static let hueWeight = 8.0

  /// The squared distance to another colour, for comparisons.
  func distance(to other: PerceivedColor) -> Double {
    let (first, second) = (lightness - other.lightness, greenRed - other.greenRed)
    let third = blueYellow - other.blueYellow
    return first * first + PerceivedColor.hueWeight * (second * second + third * third)
  }
}
