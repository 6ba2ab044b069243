/// Counts the columns of text on a terminal.
///
/// Terminals differ in how they show joined emoji, flags and skin tones, but agree about their parts. So a *cluster*
/// here is one character of one or two columns with its combining marks, as `wcwidth(3)` defines them; joiners and
/// selectors are left out, and a flag is shown as its two letters. So every terminal puts every cell where Broadsheet
/// does.
public enum DisplayWidth {
  /// The columns of one character: 0 for marks and invisible characters, 2 for wide ones, otherwise 1.
  public static func columns(of scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xAD ? 0 : 1 }
    if let columns = columnsOfUsualText(value) { return columns }
    if isJoiningJamo(value) || (0x1F3FB...0x1F3FF).contains(value) { return 0 }
    if (0x1F1E6...0x1F1FF).contains(value) { return 1 }
    switch scalar.properties.generalCategory {
    case .format:
      return isVisibleFormat(value) ? 1 : 0
    case .nonspacingMark, .enclosingMark, .control, .surrogate, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      return WideCharacters.contains(value) ? 2 : 1
    }
  }

  /// The most frequent blocks of other scripts, because looking up the category of each character is slow.
  private static func columnsOfUsualText(_ value: UInt32) -> Int? {
    switch value {
    case 0x621...0x64A, 0x2010...0x2027, 0xFE80...0xFEFC: 1  // Arabic letters, dashes and quotation marks
    case 0x2190...0x2211, 0x2500...0x25FC, 0x2605: 1  // arrows, lines and shapes, of which the screen is made
    case 0x64B...0x65F: 0  // Arabic vowels
    case 0x3001...0x3029, 0x3041...0x3096, 0x309B...0x30FF, 0xFF01...0xFF60: 2  // kana, punctuation
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: 2
    default: nil
    }
  }

  /// The columns of a text on one line.
  public static func columns(of text: String) -> Int { columns(of: text[...]) }

  /// The columns of a part of a text. (Not one generic function for both: it would be slow when called from other
  /// modules, and is called for every title on the screen.)
  public static func columns(of text: Substring) -> Int {
    text.withBytes { bytes in
      if bytes.isPlain { return bytes.count }
      var (count, position) = (0, 0)
      while position < bytes.count {
        let (scalar, size) = bytes.scalar(at: position)
        (count, position) = (count + columns(of: scalar), position + size)
      }
      return count
    }
  }

  /// The columns of a text in an order: a lam and the alef after it are joined in one cell by Broadsheet, and take two
  /// if the terminal reorders text.
  public static func columns(of text: Substring, in order: TextOrder) -> Int {
    guard order == .visual, text.withBytes({ $0.contains(ShownColumns.leadByte) }) else {
      return columns(of: text)
    }
    var counter = ShownColumns(order: order)
    return text.unicodeScalars.reduce(0) { $0 + counter.columns(of: $1) }
  }

  /// The longest prefix of `text` that fits, with `…` at its end if text was cut off: at the logical end, in either
  /// direction.
  /// - Parameters:
  ///   - text: a text in logical order.
  ///   - limit: the maximum number of columns.
  ///   - order: how the text will be shown; `.logical` is right for text whose letters are not joined, and never too
  ///   wide.
  /// - Returns: the text itself if it fits.
  public static func truncated(_ text: String, to limit: Int, in order: TextOrder = .logical) -> String {
    guard columns(of: text[...], in: order) > limit else { return text }
    guard limit > 0 else { return "" }
    return prefix(text, columns: limit - 1, in: order).trimmingTrailingSpaces() + "…"
  }

  /// The longest prefix of `text` that takes at most `limit` columns, cut between user-perceived characters: joined
  /// emoji and the two letters of a flag are not separated.
  private static func prefix(_ text: String, columns limit: Int, in order: TextOrder) -> Substring {
    if text[...].withBytes(\.isPlain) { return Substring(text.utf8.prefix(limit)) }
    var used = 0
    var counter = ShownColumns(order: order)
    return text.prefix { character in
      for scalar in character.unicodeScalars { used += counter.columns(of: scalar) }
      return used <= limit
    }
  }

  /// The maximum number of marks on one character (ncurses keeps four); malicious text has hundreds.
  static let markLimit = 4

  /// Marks that a terminal draws over the character before them. Joiners, selectors and other invisible characters
  /// (general category Cf) have different effects in each terminal, and are not drawn.
  static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x300, !(0xFE00...0xFE0F).contains(scalar.value) else { return false }
    if isJoiningJamo(scalar.value) { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return true
    default: return false
    }
  }

  /// Hangul vowels and final consonants: drawn as part of the syllable that starts with the letter before them.
  private static func isJoiningJamo(_ value: UInt32) -> Bool {
    (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FB).contains(value)
  }

  /// Signs that enclose the digits after them, such as Arabic signs for verses and years.
  private static func isVisibleFormat(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// The character that is drawn: itself, or a plain letter for a regional indicator of a flag.
  static func drawn(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x1F1E6...0x1F1FF).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0x1F1E6 + 0x41) ?? scalar
  }
}

/// Counts columns character by character.
private struct ShownColumns {
  let order: TextOrder
  private var isAfterLam = false

  /// The first byte of a lam in UTF-8.
  static let leadByte: UInt8 = 0xD9

  init(order: TextOrder) {
    self.order = order
  }

  mutating func columns(of scalar: Unicode.Scalar) -> Int {
    let columns = DisplayWidth.columns(of: scalar)
    if columns == 0, DisplayWidth.isMark(scalar) { return 0 }
    defer { isAfterLam = scalar == "\u{644}" && order == .visual }
    return isAfterLam && isAlef(scalar) ? 0 : columns
  }

  /// The alefs that are joined: plain, with madda, with hamza above and below.
  private func isAlef(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x622, 0x623, 0x625, 0x627: true
    default: false
    }
  }
}

extension String {
  func trimmingTrailingSpaces() -> String { self[...].trimmingTrailingSpaces() }
}

extension Substring {
  func trimmingTrailingSpaces() -> String {
    var text = self
    while text.utf8.last == 0x20 { text.unicodeScalars.removeLast() }
    return String(text)
  }
}
