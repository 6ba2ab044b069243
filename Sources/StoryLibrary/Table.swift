import Glibc

/// Rows of one kind, one after another in one piece of memory: of its own, or mapped from a file.
///
/// A table is a value. Mapped rows cost no memory before they are looked at and, the mapping being private, can
/// be changed: the kernel copies the memory pages that are written to.
///
/// A number that leads out of the table, as a damaged file may have it, gives a row of zeros.
struct Table<Row: BitwiseCopyable & Sendable>: Sendable {
  private var memory: TableMemory
  private(set) var count: Int

  init() {
    self.init(capacity: 0)
  }

  init(capacity: Int) {
    memory = TableMemory(byteCount: capacity * MemoryLayout<Row>.stride)
    count = 0
  }

  /// Rows of zeros.
  init(zeros count: Int) {
    self.init(capacity: count)
    memset(memory.base, 0, count * MemoryLayout<Row>.stride)
    self.count = count
  }

  init(mapped memory: TableMemory, count: Int) {
    self.memory = memory
    self.count = min(count, memory.byteCount / MemoryLayout<Row>.stride)
  }

  private var rows: UnsafeMutablePointer<Row> {
    memory.base.assumingMemoryBound(to: Row.self)
  }

  private var capacity: Int { memory.byteCount / MemoryLayout<Row>.stride }

  subscript(number: UInt32) -> Row {
    get { Int(number) < count ? rows[Int(number)] : ZeroRow.load() }
    set { update(number) { $0 = newValue } }
  }

  mutating func update(_ number: UInt32, _ change: (inout Row) -> Void) {
    guard Int(number) < count else { return }
    makeUnique(capacity: count)
    change(&rows[Int(number)])
  }

  mutating func append(_ row: Row) {
    makeUnique(capacity: count + 1)
    rows[count] = row
    count += 1
  }

  mutating func append(_ new: UnsafeBufferPointer<Row>) {
    guard let source = new.baseAddress else { return }
    makeUnique(capacity: count + new.count)
    (rows + count).update(from: source, count: new.count)
    count += new.count
  }

  mutating func insert(_ row: Row, at place: Int) {
    makeUnique(capacity: count + 1)
    memmove(rows + place + 1, rows + place, (count - place) * MemoryLayout<Row>.stride)
    rows[place] = row
    count += 1
  }

  mutating func remove(at place: Int) {
    makeUnique(capacity: count)
    memmove(rows + place, rows + place + 1, (count - place - 1) * MemoryLayout<Row>.stride)
    count -= 1
  }

  /// Lends all rows.
  func withRows<Result>(_ body: (UnsafeBufferPointer<Row>) -> Result) -> Result {
    withExtendedLifetime(memory) { body(UnsafeBufferPointer(start: rows, count: count)) }
  }

  /// Gives back the memory of mapped rows that were looked at; whoever looks again has them from the file again.
  func forget() { memory.forget() }

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

/// The memory of one table, or a part of a mapped file.
///
/// Unchecked, because the compiler cannot see that it is only written to while one table alone has it:
/// ``Table`` makes sure of that before each change.
final class TableMemory: @unchecked Sendable {
  private(set) var base: UnsafeMutableRawPointer
  private(set) var byteCount: Int
  private let file: MappedFile?
  /// The memory is not what the file has any more.
  fileprivate(set) var isChanged = false

  init(byteCount: Int) {
    guard let base = malloc(max(byteCount, 16)) else { fatalError("out of memory") }
    self.base = base
    self.byteCount = byteCount
    file = nil
  }

  /// A part that lies in the file.
  init(file: MappedFile, range: Range<Int>) {
    base = file.base + range.lowerBound
    byteCount = range.count
    self.file = file
  }

  /// Large memory is moved by the kernel's page tables, not copied.
  /// - Returns: false when it is a file's.
  func grow(to size: Int) -> Bool {
    guard file == nil, let base = realloc(base, size) else { return false }
    (self.base, byteCount) = (base, size)
    return true
  }

  /// Only of memory pages that are wholly its own: where those are larger than the file's, a neighbour may have changed
  /// the rest of one.
  func forget() {
    let size = sysconf(Int32(_SC_PAGESIZE))
    guard file != nil, !isChanged, UInt(bitPattern: base) % UInt(size) == 0, byteCount % size == 0 else {
      return
    }
    madvise(base, byteCount, MADV_DONTNEED)
  }

  deinit {
    if file == nil { free(base) }
  }
}

/// A file mapped whole and privately: what is written to the memory never reaches the file.
///
/// Unchecked for the same reason as ``TableMemory``.
final class MappedFile: @unchecked Sendable {
  let base: UnsafeMutableRawPointer
  let byteCount: Int

  /// Nil when the file cannot be mapped.
  init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size > 0,
      let base = mmap(nil, Int(status.st_size), PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0),
      base != MAP_FAILED
    else { return nil }
    self.base = base
    byteCount = Int(status.st_size)
  }

  deinit { munmap(base, byteCount) }
}
