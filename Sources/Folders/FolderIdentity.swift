import Glibc

/// What a folder is on this machine, whatever path led to it: how loops of links are noticed.
public struct FolderIdentity: Hashable, Sendable {
  private var device: UInt64
  private var inode: UInt64

  /// The identity of an open folder; nil with `errno` set when nothing can be said of it.
  public init?(_ descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
  }
}
