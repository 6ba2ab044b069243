import Display
import Testing
import Themes

/// Text can be read in every scheme: 4.5 to 1 (WCAG 2.1, 1.4.3).
struct ContrastTests {
  @Test(arguments: ThemeStore(folders: [SchemeFiles.shipped]).names)
  func shippedSchemes(name: String) throws {
    let palette = try #require(try ThemeStore(folders: [SchemeFiles.shipped]).scheme(named: name)).palette
    for role in Role.texts { #expect(palette.contrast(of: role) ?? 0 >= 4.5, "\(role)") }
    for role in Role.lines { #expect(palette.contrast(of: role) ?? 0 >= 1.5, "\(role)") }
  }

  /// Schemes that nobody could read as they are.
  @Test(arguments: [
    ("All black", Array(repeating: "000000", count: 16)),
    ("All white", Array(repeating: "FFFFFF", count: 16)),
    ("All of the grey between", Array(repeating: "757575", count: 16)),
    ("All of one red", Array(repeating: "E01010", count: 16)),
    ("All of one yellow", Array(repeating: "FFFF00", count: 16)),
    ("Fog in fog", (0..<16).map { "\(String(0x90 + $0, radix: 16))9090" }),
    ("A bar of the text's colour", ["000000", "FFFFFF"] + Array(repeating: "FFFFFF", count: 14)),
    ("Dark on dark, said to be light", (0..<16).map { "0000\(String(0x10 + $0, radix: 16))" }),
  ])
  func hostileSchemes(name: String, colors: [String]) throws {
    let palette = try Scheme(yaml: SchemeFiles.file(colors: colors)).palette
    for role in Role.texts { #expect(palette.contrast(of: role) ?? 0 >= 4.5, "\(role)") }
    for role in Role.lines { #expect(palette.contrast(of: role) ?? 0 >= 1.5, "\(role)") }
  }

  /// Every grey as a ground, where neither black nor white stands out by much.
  @Test func everyGrey() throws {
    for value in stride(from: 0, through: 255, by: 5) {
      let digits = String(value, radix: 16)
      let gray = String(repeating: value < 16 ? "0" + digits : digits, count: 3)
      let palette = try Scheme(yaml: SchemeFiles.file(colors: Array(repeating: gray, count: 16))).palette
      for role in Role.texts { #expect(palette.contrast(of: role) ?? 0 >= 4.5, "\(role) on \(gray)") }
    }
  }

  /// What can be read as it is stays as its author chose it.
  @Test func goodColorsAreLeftAlone() throws {
    let palette = try Scheme(yaml: SchemeFiles.file()).palette
    #expect(palette[.plain].foreground == Color(red: 0xDB, green: 0xD7, blue: 0xCF))
    #expect(palette[.storyText].background == Color(red: 0x15, green: 0x14, blue: 0x12))
    #expect(palette[.status].background == Color(red: 0x1E, green: 0x1D, blue: 0x1B))
    #expect(palette[.starSign].foreground == Color(red: 0xE2, green: 0x9F, blue: 0x6B))
  }

  @Test func whatIsReadAndWhatIsNotLookDifferent() throws {
    let shelf = ThemeStore(folders: [SchemeFiles.shipped])
    for name in shelf.names {
      let palette = try #require(try shelf.scheme(named: name)).palette
      for (one, other) in [
        (Role.unreadTitle, Role.readTitle), (.marker, .unfocusedMarker), (.frame, .focusedFrame),
      ] {
        #expect(palette[one] != palette[other], "\(name): \(one)")
      }
    }
  }
}
