import Foundation
import SmallFiles
import Testing
import Themes

/// The schemes that come with Broadsheet, and those a reader puts beside them.
struct ThemeStoreTests {
  /// A folder that goes away with the test that made it.
  private final class Folder {
    let path: String

    init() throws {
      let url = FileManager.default.temporaryDirectory.appendingPathComponent("themes-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
      path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }
  }

  private let folder: Folder
  private var shelf: ThemeStore { ThemeStore(folders: [SchemeFiles.shipped, folder.path]) }

  init() throws {
    folder = try Folder()
  }

  @Test func atLeastTwelveLightAndDark() throws {
    let shelf = ThemeStore(folders: [SchemeFiles.shipped])
    let schemes = try shelf.names.map { try #require(try shelf.scheme(named: $0)) }
    #expect(schemes.count >= 12)
    #expect(schemes.count { $0.variant == .light } >= 3)
    #expect(schemes.count { $0.variant == .dark } >= 3)
    #expect(Set(schemes.map(\.name)).count == schemes.count, "every scheme has a name of its own")
    #expect(Set(schemes.map(\.palette)).count == schemes.count)
  }

  /// The files say what their colours are.
  @Test func shippedVariantsAreTrue() throws {
    let shelf = ThemeStore(folders: [SchemeFiles.shipped])
    for name in shelf.names {
      let scheme = try #require(try shelf.scheme(named: name))
      let ground = scheme.palette[.plain].background?.luminance ?? 0
      #expect((ground < 0.18) == (scheme.variant == .dark), "\(name)")
    }
  }

  @Test func aReadersOwnScheme() throws {
    try folder.write(SchemeFiles.file(), to: "my fog.yaml")
    try folder.write(SchemeFiles.file(), to: "other.yml")
    #expect(shelf.names.contains("my fog") && shelf.names.contains("other"))
    #expect(shelf.names == shelf.names.sorted())
    #expect(try shelf.scheme(named: "my fog")?.name == "Fog")
  }

  @Test func aReadersOwnComesBeforeAShippedOne() throws {
    try folder.write(SchemeFiles.file(), to: "newsprint.yaml")
    #expect(try shelf.scheme(named: "newsprint")?.name == "Fog")
    #expect(shelf.names.count == ThemeStore(folders: [SchemeFiles.shipped]).names.count)
  }

  @Test func whatIsNoSchemesFileIsNotListed() throws {
    for name in [".hidden.yaml", "notes.txt", "yaml", "fog.yaml~"] {
      try folder.write(SchemeFiles.file(), to: name)
    }
    #expect(ThemeStore(folders: [folder.path]).names.isEmpty)
    #expect(try shelf.scheme(named: "notes") == nil)
    #expect(try shelf.scheme(named: "../newsprint") == nil)
  }

  @Test(arguments: [
    ("yaml", "system: ["), ("notAScheme", "- fog\n"), ("missing", "system: base16\n"),
    ("unknownSystem", "system: base8\nname: Fog\npalette: {}\n"),
    ("missingColor", "system: base16\nname: Fog\npalette: {}\n"),
    ("badColor", "system: base16\nname: Fog\npalette: {base00: fog}\n"),
    ("file", "# \u{0}"),
  ])
  func aBadFileIsNamed(error: String, text: String) throws {
    try folder.write(text, to: "bad.yaml")
    let fault = #expect(throws: ThemeStore.Fault.self) { try shelf.scheme(named: "bad") }
    #expect(fault?.path == folder.path + "/bad.yaml")
    #expect(fault.map { String(describing: $0.error).hasPrefix(error) } == true)
  }

  /// Neither a huge file nor a pipe or device, whatever its name, is read.
  @Test func whatIsNoSmallFileIsNotRead() throws {
    let path = folder.path + "/bad.yaml"
    try folder.write("", to: "bad.yaml")
    truncate(path, 3 << 30)
    func error() -> SchemeError? {
      #expect(throws: ThemeStore.Fault.self) { try shelf.scheme(named: "bad") }?.error
    }
    #expect(error() == .file(.tooLarge(bytes: 3 << 30, limit: 1 << 16)))
    for make in [{ mkfifo(path, 0o600) }, { symlink("/dev/zero", path) }, { mkdir(path, 0o700) }] {
      try FileManager.default.removeItem(atPath: path)
      #expect(make() == 0)
      #expect(error() == .file(.notAFile))
    }
  }

  @Test func aMissingFolderHasNone() {
    #expect(ThemeStore(folders: ["/nowhere/at/all"]).names.isEmpty)
    #expect(ThemeStore(folders: []).name(after: "fog") == nil)
  }

  @Test func goingRound() throws {
    for name in ["a", "b", "c"] { try folder.write(SchemeFiles.file(), to: name + ".yaml") }
    let shelf = ThemeStore(folders: [folder.path])
    #expect(["a", "b", "c", "gone"].map { shelf.name(after: $0) } == ["b", "c", "a", "a"])
  }
}
