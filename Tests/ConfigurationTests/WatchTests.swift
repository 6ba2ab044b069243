import Configuration
import Foundation
import Testing

@Suite("Changes of the file")
struct WatchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func watch(_ name: String = "broadsheet/config.yaml") -> ConfigurationWatch {
    ConfigurationWatch(file: folder.path(name))
  }

  private func isReadable(_ watch: ConfigurationWatch) -> Bool {
    var entry = pollfd(fd: watch.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) == 1
  }

  /// Something woke whoever waits, and it was this file.
  private func expectChange(_ watch: inout ConfigurationWatch, _ place: SourceLocation = #_sourceLocation) {
    #expect(isReadable(watch), sourceLocation: place)
    let (first, second) = (watch.changed(), watch.changed())
    #expect(first && !second, sourceLocation: place)
  }

  private func expectNothing(_ watch: inout ConfigurationWatch, _ place: SourceLocation = #_sourceLocation) {
    let isChanged = watch.changed()
    #expect(!isChanged, sourceLocation: place)
  }

  @Test func writtenInItsPlace() throws {
    try folder.write("line-width: 60", to: "broadsheet/config.yaml")
    var watch = watch()
    #expect(!isReadable(watch))
    expectNothing(&watch)
    try folder.write("line-width: 6", to: "broadsheet/config.yaml")
    expectChange(&watch)
    try folder.write("theme: x", to: "broadsheet/other.yaml")
    expectNothing(&watch)
  }

  @Test("Editors write another file and give it the name")
  func replaced() throws {
    try folder.write("line-width: 60", to: "broadsheet/config.yaml")
    var watch = watch()
    for text in ["line-width: 61", "line-width: 62"] {
      try folder.write(text, to: "broadsheet/.config.yaml.swp")
      #expect(rename(folder.path("broadsheet/.config.yaml.swp"), folder.path("broadsheet/config.yaml")) == 0)
      expectChange(&watch)
    }
    try folder.remove("broadsheet/config.yaml")
    expectChange(&watch)
    try folder.write("line-width: 63", to: "broadsheet/config.yaml")
    expectChange(&watch)
  }

  @Test("Neither the file nor its folders are there yet")
  func comesLater() throws {
    var watch = watch("config/broadsheet/config.yaml")
    try folder.makeFolder("config")
    #expect(isReadable(watch))
    expectNothing(&watch)
    try folder.makeFolder("config/broadsheet")
    #expect(isReadable(watch))
    expectNothing(&watch)
    try folder.write("line-width: 60", to: "config/broadsheet/config.yaml")
    expectChange(&watch)
    try folder.write("line-width: 7", to: "config/broadsheet/config.yaml")
    expectChange(&watch)
  }

  @Test("All of it comes at once")
  func folderIsMovedThere() throws {
    var watch = watch("config/broadsheet/config.yaml")
    try folder.write("line-width: 60", to: "elsewhere/broadsheet/config.yaml")
    #expect(rename(folder.path("elsewhere"), folder.path("config")) == 0)
    expectChange(&watch)
    try folder.write("line-width: 7", to: "config/broadsheet/config.yaml")
    expectChange(&watch)
  }

  @Test("A link into a folder of other such files")
  func link() throws {
    try folder.write("line-width: 60", to: "dotfiles/broadsheet.yaml")
    try folder.write("line-width: 1000", to: "dotfiles/other.yaml")
    try folder.makeFolder("broadsheet")
    try folder.link("dotfiles/link.yaml", to: "broadsheet.yaml")
    try folder.link("broadsheet/config.yaml", to: "../dotfiles/link.yaml")
    var watch = watch()
    try folder.write("line-width: 6", to: "dotfiles/broadsheet.yaml")
    expectChange(&watch)
    try folder.remove("dotfiles/link.yaml")
    try folder.link("dotfiles/link.yaml", to: folder.path("dotfiles/other.yaml"))
    expectChange(&watch)
    try folder.write("line-width: 10", to: "dotfiles/other.yaml")
    expectChange(&watch)
  }

  @Test("The folder itself is a link")
  func folderIsALink() throws {
    try folder.write("line-width: 60", to: "dotfiles/config.yaml")
    try folder.link("broadsheet", to: "dotfiles")
    var watch = watch()
    try folder.write("line-width: 6", to: "dotfiles/config.yaml")
    expectChange(&watch)
  }

  @Test func aCircleOfLinks() throws {
    try folder.makeFolder("broadsheet")
    try folder.link("broadsheet/config.yaml", to: "config.yaml")
    var watch = watch()
    expectNothing(&watch)
    try folder.remove("broadsheet/config.yaml")
    try folder.write("line-width: 6", to: "broadsheet/config.yaml")
    expectChange(&watch)
  }
}
