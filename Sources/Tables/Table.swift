import Glibc

/// Rows of one kind, one after another in one piece of memory: of its own, or mapped from a file.
///
/// A table is a value. Mapped rows cost no memory before they are looked at and, the mapping being private, can
/// be changed: the kernel copies the memory pages that are written to.
///
/// A number that leads out of the table, as a damaged file may have it, gives a row of zeros.
public struct Table<Row: BitwiseCopyable & Sendable>: Sendable {
  private var memory: TableMemory
  /// How many rows there are.
  public private(set) var count: Int

  /// A table without rows.
  public init() {
    self.init(capacity: 0)
  }

  /// A table without rows, and with room for some.
  public init(capacity: Int) {
    memory = TableMemory(byteCount: capacity * MemoryLayout<Row>.stride)
    count = 0
  }

  /// Rows of zeros.
  public init(zeros count: Int) {
    self.init(capacity: count)
    memset(memory.base, 0, count * MemoryLayout<Row>.stride)
    self.count = count
  }

  /// Rows that lie in a file. There are no more than its part of the file has.
  public init(mapped memory: TableMemory, count: Int) {
    self.memory = memory
    self.count = min(count, memory.byteCount / MemoryLayout<Row>.stride)
  }

  private var rows: UnsafeMutablePointer<Row> {
    memory.base.assumingMemoryBound(to: Row.self)
  }

  private var capacity: Int { memory.byteCount / MemoryLayout<Row>.stride }

  /// A row by its number.
  public subscript(number: UInt32) -> Row {
    get { Int(number) < count ? rows[Int(number)] : ZeroRow.load() }
    set { update(number) { $0 = newValue } }
  }

  /// Changes a row in its place; nothing where no row is.
  public mutating func update(_ number: UInt32, _ change: (inout Row) -> Void) {
    guard Int(number) < count else { return }
    makeUnique(capacity: count)
    change(&rows[Int(number)])
  }

  /// Adds a row at the end.
  public mutating func append(_ row: Row) {
    makeUnique(capacity: count + 1)
    rows[count] = row
    count += 1
  }

  /// Adds rows at the end.
  public mutating func append(_ new: UnsafeBufferPointer<Row>) {
    guard let source = new.baseAddress else { return }
    makeUnique(capacity: count + new.count)
    (rows + count).update(from: source, count: new.count)
    count += new.count
  }

  /// Puts a row before the one at `place`.
  public mutating func insert(_ row: Row, at place: Int) {
    makeUnique(capacity: count + 1)
    memmove(rows + place + 1, rows + place, (count - place) * MemoryLayout<Row>.stride)
    rows[place] = row
    count += 1
  }

  /// Takes a row away; those behind it move up.
  public mutating func remove(at place: Int) {
    makeUnique(capacity: count)
    memmove(rows + place, rows + place + 1, (count - place - 1) * MemoryLayout<Row>.stride)
    count -= 1
  }

  /// Lends all rows.
  public func withRows<Result>(_ body: (UnsafeBufferPointer<Row>) -> Result) -> Result {
    withExtendedLifetime(memory) { body(UnsafeBufferPointer(start: rows, count: count)) }
  }

  /// Gives back the memory of mapped rows that were looked at; whoever looks again has them from the file again.
  public func forget() { memory.forget() }

  private mutating func makeUnique(capacity wanted: Int) {
    let isUnique = isKnownUniquelyReferenced(&memory)
    if wanted <= capacity, isUnique {
      memory.isChanged = true
      return
    }
    let larger = (wanted <= capacity ? capacity : max(wanted, capacity + capacity / 2, 64))
    if isUnique, memory.grow(to: larger * MemoryLayout<Row>.stride) { return }
    let copy = TableMemory(byteCount: larger * MemoryLayout<Row>.stride)
    memcpy(copy.base, memory.base, count * MemoryLayout<Row>.stride)
    memory = copy
  }
}

/// What is read where no row is.
private enum ZeroRow {
  static func load<Row: BitwiseCopyable>() -> Row {
    withUnsafeTemporaryAllocation(byteCount: MemoryLayout<Row>.stride, alignment: 16) { bytes in
      bytes.initializeMemory(as: UInt8.self, repeating: 0)
      return bytes.load(as: Row.self)
    }
  }
}
