import Text

/// The metadata that ArchiveBox stores in `index.json`, since version 0.9 in `index.jsonl`, beside its copies of a page:
/// its address, and when each copy was made.
public struct ArchiveBoxIndex: Sendable, Hashable {
  /// The address of the page.
  public let address: String?
  /// When the copy was made, in seconds since 1970 (UTC).
  public let saved: Int64?

  /// Reads the metadata of one copy.
  ///
  /// In the index, each run of a program is an object with the file that it created under `output`, since version 0.9
  /// with the plugin under `plugin`, followed by its start time under `start_ts`; of several runs, the last one is used.
  /// - Parameters:
  ///   - json: the index.
  ///   - form: the file of the copy (`output.html`).
  ///   - plugin: the plugin that made it (`dom`); nil for an index of an earlier version.
  public init(_ json: UnsafeBufferPointer<UInt8>, form: String, plugin: String? = nil) {
    address = ArchiveBoxIndex.value(of: "\"url\"", in: json, from: 0)?.text
    if let plugin {
      let created = ArchiveBoxIndex.value(of: "\"created_at\"", in: json, from: 0)?.text
      saved =
        ArchiveBoxIndex.start(of: plugin, under: "\"plugin\"", in: json)
        ?? created.flatMap { WrittenTime.seconds($0) }
    } else {
      saved = ArchiveBoxIndex.start(of: form, under: "\"output\"", in: json)
    }
  }

  /// The start time of the last object that has a value under a key.
  private static func start(
    of wanted: String, under key: StaticString, in json: UnsafeBufferPointer<UInt8>
  ) -> Int64? {
    var saved: Int64?
    var position = 0
    while let found = value(of: key, in: json, from: position) {
      position = found.end
      guard found.text == wanted else { continue }
      let object = json.part(position..<json.place(of: UInt8(ascii: "}"), from: position))
      let began = value(of: "\"start_ts\"", in: object, from: 0)?.text
      saved = began.flatMap { WrittenTime.seconds($0) } ?? saved
    }
    return saved
  }

  /// The time in the name of an ArchiveBox folder, in which a number distinguishes pages added in the same second:
  /// `1741680902.3`.
  public static func time(ofFolder name: String) -> Int64? {
    let parts = name.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }),
      (9...10).contains(parts[0].count)
    else { return nil }
    return Int64(Substring(parts[0]))
  }

  /// The text value of a key, and its end; nil if it has escapes, which no file name and no time has.
  private static func value(
    of key: StaticString, in json: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> (text: String, end: Int)? {
    var position = start
    while let place = json.firstPlace(of: key, from: position) {
      position = place + key.utf8CodeUnitCount
      let rest = json.part(position..<position + longestValue)
      let quote = rest.place(of: UInt8(ascii: "\""), from: 0)
      // A value that is not a text is ignored.
      guard rest.part(0..<quote).trimmedString == ":" else { continue }
      let end = rest.place(of: UInt8(ascii: "\""), from: quote + 1)
      let value = rest.part(quote + 1..<end)
      guard end < rest.count, !value.contains(byte: UInt8(ascii: "\\")) else { continue }
      return (String(decoding: value, as: UTF8.self), position + end)
    }
    return nil
  }

  private static let longestValue = 4_096
}
