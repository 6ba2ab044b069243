/// The supported text encodings, with the names of the WHATWG Encoding Standard.
///
/// The last five are not web encodings; they are used in texts of old programs.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case ibm866 = "IBM866"
  case iso8859_2 = "ISO-8859-2"
  case iso8859_3 = "ISO-8859-3"
  case iso8859_4 = "ISO-8859-4"
  case iso8859_5 = "ISO-8859-5"
  case iso8859_6 = "ISO-8859-6"
  case iso8859_7 = "ISO-8859-7"
  case iso8859_8 = "ISO-8859-8"
  case iso8859_10 = "ISO-8859-10"
  case iso8859_13 = "ISO-8859-13"
  case iso8859_14 = "ISO-8859-14"
  case iso8859_15 = "ISO-8859-15"
  case iso8859_16 = "ISO-8859-16"
  case koi8R = "KOI8-R"
  case koi8U = "KOI8-U"
  case macintosh = "macintosh"
  case windows874 = "windows-874"
  case windows1250 = "windows-1250"
  case windows1251 = "windows-1251"
  case windows1252 = "windows-1252"
  case windows1253 = "windows-1253"
  case windows1254 = "windows-1254"
  case windows1255 = "windows-1255"
  case windows1256 = "windows-1256"
  case windows1257 = "windows-1257"
  case windows1258 = "windows-1258"
  case macCyrillic = "x-mac-cyrillic"
  case gb18030 = "gb18030"
  case big5 = "Big5"
  case eucJP = "EUC-JP"
  case iso2022JP = "ISO-2022-JP"
  case shiftJIS = "Shift_JIS"
  case eucKR = "EUC-KR"
  case utf32LE = "UTF-32LE"
  case utf32BE = "UTF-32BE"
  case ibm850 = "IBM850"
  case ibm852 = "IBM852"
  case ibm855 = "IBM855"
  case macCentralEurope = "x-mac-ce"

  /// The encoding with a label, ignoring case: `iso-8859-1` is windows-1252, as in browsers. Nil for an unknown label.
  public init?(label: String) {
    let label = label.lowercased().filter { !$0.isWhitespace }
    guard let encoding = EncodingLabels.encodings[label] else { return nil }
    self = encoding
  }

  /// The encoding named in a page's own text. It cannot be UTF-16, because then the label could not have been read.
  public init?(labelInText label: String) {
    guard let encoding = TextEncoding(label: label) else { return nil }
    self = [.utf16LE, .utf16BE, .utf32LE, .utf32BE].contains(encoding) ? .utf8 : encoding
  }
}
