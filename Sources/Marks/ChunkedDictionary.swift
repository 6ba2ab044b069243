/// A dictionary in chunks that copies share: a copy is almost free, and a change copies only the affected chunk. Marks
/// are read on several threads while others are written.
struct ChunkedDictionary<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// How many entries there are.
  private(set) var count = 0
  /// How many entries were copied by changes to shared chunks.
  private(set) var copiedCount = 0
  /// The chunks; empty before the first entry, nil for a chunk without entries.
  private var chunks: [Chunk?] = []

  /// The number of chunks: with a hundred thousand entries, a change copies four hundred.
  private static var chunkCount: Int { 256 }

  var isEmpty: Bool { count == 0 }

  subscript(key: Key) -> Value? {
    get { chunks.isEmpty ? nil : chunks[number(of: key)]?.values[key] }
    set { change(key) { $0 = newValue } }
  }

  /// Changes a value in place; nil for no value.
  mutating func change<Result>(_ key: Key, _ body: (inout Value?) -> Result) -> Result {
    if chunks.isEmpty { chunks = Array(repeating: nil, count: Self.chunkCount) }
    let number = number(of: key)
    let chunk = ownChunk(number)
    let before = chunk.values.count
    let result = body(&chunk.values[key])
    count += chunk.values.count - before
    return result
  }

  /// A chunk by its number, copied if another copy shares it.
  private mutating func ownChunk(_ number: Int) -> Chunk {
    if chunks[number] != nil, isKnownUniquelyReferenced(&chunks[number]), let own = chunks[number] {
      return own
    }
    let shared = chunks[number]?.values ?? [:]
    copiedCount += shared.count
    let own = Chunk(shared)
    chunks[number] = own
    return own
  }

  private func number(of key: Key) -> Int {
    Int(truncatingIfNeeded: UInt(bitPattern: key.hashValue) % UInt(Self.chunkCount))
  }

  /// All entries, in no order.
  var entries: some Collection<(key: Key, value: Value)> {
    chunks.lazy.flatMap { chunk in
      (chunk?.values ?? [:]).lazy.map { (key: $0.key, value: $0.value) }
    }
  }

  /// Unchecked: its values are changed only by `change`, after `isKnownUniquelyReferenced` has confirmed that no other
  /// value, and therefore no other thread, refers to it; storage with several references is only read.
  private final class Chunk: @unchecked Sendable {
    var values: [Key: Value]
    init(_ values: [Key: Value]) { self.values = values }
  }
}
