import Glibc

/// Memory for all chunks of a table, freed with the last of them.
///
/// It is in large pages where the system has them: with small ones, getting the memory takes longer than reading the
/// rows.
final class ChunkBlock {
  let start: UnsafeMutableRawPointer

  private static let largePage = 1 << 21

  init(byteCount: Int) {
    start = .allocate(byteCount: byteCount, alignment: ChunkBlock.largePage)
    madvise(start, byteCount, MADV_HUGEPAGE)
  }

  deinit { start.deallocate() }
}
