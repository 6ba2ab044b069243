import Glibc

/// Identifies a folder on this machine, regardless of its path, to detect loops of links.
public struct FolderIdentity: Hashable, Sendable {
  private var device: UInt64
  private var inode: UInt64

  /// The identity of an open folder; nil with `errno` set on failure.
  public init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
