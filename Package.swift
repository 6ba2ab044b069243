// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The themes are data, found beside the program when it runs (see `SharedFiles`), not part of its target.
let schemes = try FileManager.default.contentsOfDirectory(atPath: Context.packageDirectory + "/Themes")
  .filter { $0.hasSuffix(".yaml") }

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "broadsheet",
  products: [.executable(name: "broadsheet-bench", targets: ["BroadsheetBench"])],
  traits: [
    .trait(
      name: "WithoutICUData", description: "Leave out ICU's data from a program that is linked statically.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
  ],
  targets: [
    .systemLibrary(name: "CLinux"),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .systemLibrary(name: "CFriBidi"),
    .systemLibrary(name: "CUnistring"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CUchardet"),
    .systemLibrary(name: "CCmark"),
    .target(name: "CEmptyICUData"),
    .target(
      name: "Display", dependencies: ["CFriBidi", "CUnistring"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("fribidi"), .linkedLibrary("unistring")]),
    // uchardet is C++, and a static program has to be told what that needs.
    .target(
      name: "Text", dependencies: ["CUchardet"], exclude: ["Encodings/generate.py"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("uchardet"), .linkedLibrary("stdc++")]),
    .target(
      name: "Captures", dependencies: ["CLinux", "CZlib", "SmallFiles", "Text"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("z")]),
    .target(
      name: "PageFormats", dependencies: ["CCmark", "SmallFiles", "Text"], swiftSettings: strict,
      linkerSettings: [.linkedLibrary("cmark")]),
    .target(name: "Threads", dependencies: ["CLinux"], swiftSettings: strict),
    .target(name: "Tables", swiftSettings: strict),
    .target(name: "Folders", dependencies: ["Captures", "CLinux", "Tables", "Text"], swiftSettings: strict),
    .target(
      name: "StoryLibrary",
      dependencies: ["CLinux", "Captures", "Text", "PageFormats", "Tables", "Folders", "Threads"],
      swiftSettings: strict),
    .target(
      name: "Search",
      dependencies: [
        "Text", "PageFormats", "Tables", "Folders", "StoryLibrary", "Threads",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Understanding", dependencies: ["CLinux", "PageFormats", "StoryLibrary", "Tables", "Text"],
      swiftSettings: strict),
    .target(
      name: "Marks",
      dependencies: ["Text", "StoryLibrary", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .target(
      name: "Subprocess", dependencies: ["CLinux", "Text", "PageFormats", "Threads"], swiftSettings: strict),
    .target(
      name: "Export", dependencies: ["Text", "PageFormats", "StoryLibrary", "Marks"], swiftSettings: strict),
    .target(
      name: "Queries", dependencies: ["PageFormats", "StoryLibrary", "Search", "Marks", "Understanding"],
      swiftSettings: strict),
    .target(
      name: "Reader",
      dependencies: [
        "Captures", "Text", "PageFormats", "Display", "StoryLibrary", "Search", "Marks", "Queries", "Export",
        "Understanding", "Configuration",
      ],
      swiftSettings: strict),
    .target(
      name: "Views",
      dependencies: ["PageFormats", "Display", "StoryLibrary", "Search", "Marks", "Queries", "Reader"],
      swiftSettings: strict),
    .target(
      name: "SmallFiles", dependencies: ["Text", .product(name: "Yams", package: "Yams")],
      swiftSettings: strict),
    .target(
      name: "Themes", dependencies: ["Display", "SmallFiles"], path: "Themes", exclude: schemes,
      swiftSettings: strict),
    .target(
      name: "Configuration",
      dependencies: ["Display", "Folders", "Queries", "SmallFiles"],
      swiftSettings: strict),
    .target(
      name: "Manual", dependencies: ["Display", "Queries", "Configuration", "Reader"], swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CLinux", "CNcurses", "Display"], swiftSettings: strict),
    // For tests and measurements: it knows nothing of the targets above, so that it can contradict them.
    .target(name: "TerminalModel", swiftSettings: strict),
    .executableTarget(
      name: "broadsheet",
      dependencies: [
        "CLinux", "Captures", "Text", "PageFormats", "Folders", "Threads", "StoryLibrary", "Search", "Marks",
        "Queries",
        "Export",
        "Subprocess",
        "Reader",
        "Views", "Display", "SmallFiles", "Themes", "Configuration", "Manual", "Terminal", "Understanding",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .target(name: "CEmptyICUData", condition: .when(traits: ["WithoutICUData"])),
      ],
      exclude: ["Samples"], swiftSettings: strict),
    .executableTarget(
      name: "BroadsheetBench",
      dependencies: [
        "PageFormats", "StoryLibrary", "Search", "Marks", "Understanding", "Display", "Reader", "Views",
        "TerminalModel",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Benchmark", swiftSettings: strict),
    .testTarget(
      name: "BenchmarkTests", dependencies: ["BroadsheetBench", "TerminalModel", "PageFormats"],
      swiftSettings: strict),
    .target(name: "ThreadControl", path: "Tests/ThreadControl"),
    .target(name: "SavedPages", dependencies: ["CZlib"], path: "Tests/SavedPages", swiftSettings: strict),
    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: strict),
    .target(
      name: "ReaderHarness",
      dependencies: [
        "PageFormats", "Display", "StoryLibrary", "Search", "Marks", "Queries", "Configuration", "Reader",
        "Understanding",
      ],
      path: "Tests/ReaderHarness", swiftSettings: strict),
    .testTarget(
      name: "ReaderTests",
      dependencies: [
        "Configuration", "Display", "LoadedPages", "Marks", "PageFormats", "Queries", "Reader",
        "ReaderHarness",
        "SavedPages", "SeededNumbers", "StoryLibrary", "TestFolder", "Understanding",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ViewsTests",
      dependencies: [
        "Configuration", "Display", "Folders", "Marks", "PageFormats", "Queries", "Reader", "Views",
        "ReaderHarness", "SeededNumbers", "StoryLibrary",
      ],
      exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(name: "TextTests", dependencies: ["SeededNumbers", "Text"], swiftSettings: strict),
    .testTarget(
      name: "CapturesTests", dependencies: ["Captures", "SavedPages", "SeededNumbers"], swiftSettings: strict),
    .testTarget(name: "ThreadsTests", dependencies: ["CLinux", "Threads"], swiftSettings: strict),
    .testTarget(name: "PageFormatsTests", dependencies: ["Text", "PageFormats"], swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["Captures", "PageFormats", "SavedPages", "SeededNumbers", "Text"],
      swiftSettings: strict),
    .target(name: "TestFolder", path: "Tests/TestFolder", swiftSettings: strict),
    .target(
      name: "LoadedPages", dependencies: ["Folders", "StoryLibrary"], path: "Tests/LoadedPages",
      swiftSettings: strict),
    .testTarget(
      name: "TablesTests", dependencies: ["SeededNumbers", "Tables", "TestFolder"], swiftSettings: strict),
    .testTarget(
      name: "FoldersTests", dependencies: ["CLinux", "Folders", "SeededNumbers", "TestFolder"],
      swiftSettings: strict),
    .testTarget(
      name: "StoryLibraryTests",
      dependencies: [
        "Captures", "Folders", "PageFormats", "SavedPages", "SeededNumbers", "StoryLibrary", "Tables",
        "TestFolder", "Text",
      ],
      swiftSettings: strict
    ),
    .testTarget(name: "DisplayTests", dependencies: ["SeededNumbers", "Display"], swiftSettings: strict),
    .testTarget(name: "SmallFilesTests", dependencies: ["SmallFiles"], swiftSettings: strict),
    .testTarget(
      name: "ThemesTests", dependencies: ["Themes", "Display", "SmallFiles"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "TerminalModel", "Terminal", "Display", "SeededNumbers", "Themes", "Reader", "ReaderHarness", "Views",
      ],
      swiftSettings: strict),
    .testTarget(name: "TerminalModelTests", dependencies: ["TerminalModel"], swiftSettings: strict),
    .testTarget(
      name: "SearchTests",
      dependencies: [
        "LoadedPages", "SavedPages", "Search", "StoryLibrary", "SeededNumbers", "Text",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "QueriesTests",
      dependencies: ["LoadedPages", "Queries", "StoryLibrary", "Search", "Marks", "PageFormats"],
      swiftSettings: strict),
    .testTarget(
      name: "UnderstandingTests",
      dependencies: [
        "LoadedPages", "PageFormats", "SeededNumbers", "StoryLibrary", "Tables", "TestFolder", "Text",
        "Understanding",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ExportTests", dependencies: ["Export", "Marks", "PageFormats", "StoryLibrary", "SeededNumbers"],
      swiftSettings: strict),
    .testTarget(name: "SubprocessTests", dependencies: ["Subprocess"], swiftSettings: strict),
    .testTarget(
      name: "ConfigurationTests",
      dependencies: ["SeededNumbers", "Configuration", "Queries", "Display", "SmallFiles"],
      swiftSettings: strict),
    .testTarget(
      name: "MarksTests", dependencies: ["SeededNumbers", "Marks", "StoryLibrary"], swiftSettings: strict),
    .testTarget(
      name: "ManualTests", dependencies: ["Manual", "Reader", "Queries", "Configuration"],
      swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "broadsheet", "Folders", "Marks", "StoryLibrary", "Manual", "Queries", "Reader", "TerminalModel",
        "ThreadControl", "SavedPages", "SeededNumbers",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
  ]
)
