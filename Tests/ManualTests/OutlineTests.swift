import Foundation
import Manual
import Testing

/// A program's description, as the argument parser writes it.
struct OutlineTests {
  @Test func commandsAndArgumentsAreRead() throws {
    let outline = try InventedProgram.outline
    #expect(outline.program.name == "broadsheet")
    #expect(outline.commands.map(\.name) == ["read", "search", "help"])
    #expect(outline.defaultCommand?.name == "read")
    #expect(outline.commonOptions.map(\.names) == [["-h", "--help"]])
    let read = try #require(outline.defaultCommand)
    #expect(outline.ownOptions(of: read).map(\.names) == [["--theme"], ["--plain"]])
    #expect(read.options.map(\.kind) == [.option, .flag, .flag])
    #expect(read.options[0].completion == .lines(ofCommand: "broadsheet describe themes"))
    #expect(read.positionals.map(\.completion) == [.file])
    #expect(outline.valuedOptions == ["--theme"])
  }

  @Test func whatIsNotForPeopleIsLeftOut() throws {
    let outline = try InventedProgram.outline
    #expect(!outline.commands.contains { $0.name == "describe" })
    #expect(!(outline.commands.flatMap(\.options).contains { $0.names == ["--secret"] }))
  }

  @Test(arguments: ["", "{}", "{\"command\": {}}", "[1, 2]"]) func anotherShapeIsRefused(dump: String) {
    #expect(throws: DecodingError.self) { try CommandLineOutline(dump: Data(dump.utf8)) }
  }
}

/// A small program with one of everything.
enum InventedProgram {
  static var outline: CommandLineOutline { get throws { try CommandLineOutline(dump: Data(dump.utf8)) } }

  private static let help = """
    {"kind": "flag", "names": [{"kind": "short", "name": "h"}, {"kind": "long", "name": "help"}],
     "valueName": "help", "abstract": "Show help.", "shouldDisplay": true, "isOptional": true, "isRepeating": false}
    """

  private static let dump = """
    {"serializationVersion": 0, "command": {
      "commandName": "broadsheet", "abstract": "Reads pages.", "defaultSubcommand": "read", "arguments": [\(help)],
      "subcommands": [
        {"commandName": "read", "abstract": "Open [some] pages: it's so.", "arguments": [
          {"kind": "positional", "valueName": "paths", "abstract": "Folders.", "shouldDisplay": true,
           "isOptional": true, "isRepeating": true, "completionKind": {"file": {"extensions": []}}},
          {"kind": "option", "names": [{"kind": "long", "name": "theme"}], "valueName": "theme",
           "abstract": "The [colours]; it's remembered.", "shouldDisplay": true, "isOptional": true,
           "isRepeating": false,
           "completionKind": {"shellCommand": {"command": "broadsheet describe themes"}}},
          {"kind": "flag", "names": [{"kind": "long", "name": "plain"}], "valueName": "plain",
           "shouldDisplay": true, "isOptional": true, "isRepeating": false},
          {"kind": "flag", "names": [{"kind": "long", "name": "secret"}], "valueName": "secret",
           "shouldDisplay": false, "isOptional": true, "isRepeating": false}, \(help)]},
        {"commandName": "search", "arguments": [
          {"kind": "positional", "valueName": "query", "shouldDisplay": true, "isOptional": false,
           "isRepeating": false}, \(help)]},
        {"commandName": "describe", "shouldDisplay": false},
        {"commandName": "help", "arguments": [
          {"kind": "positional", "valueName": "subcommands", "shouldDisplay": true, "isOptional": true,
           "isRepeating": true}]}
      ]}}
    """
}
