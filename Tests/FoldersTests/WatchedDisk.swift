import Foundation
import Glibc
import TestFolder
import Testing

@testable import Folders

/// A folder that is watched, and what is reported of it: the kernel queues an event before the call that caused
/// it returns, so nothing needs waiting for.
struct WatchedDisk {
  let folder: Folder
  let watch = FolderWatch()

  init() throws {
    folder = try Folder()
    watch.add(folder: folder.path)
    try #require(watch.descriptor >= 0)
  }

  var changes: [FolderChange] { watch.take().changes }

  func changed(_ name: String, in below: String? = nil) -> FolderChange {
    .changed(folder: below.map { path($0) } ?? folder.path, name: name)
  }

  func removed(_ name: String, in below: String? = nil) -> FolderChange {
    .removed(folder: below.map { path($0) } ?? folder.path, name: name)
  }

  func appeared(_ name: String) -> FolderChange { .folderAppeared(path(name)) }
  func gone(_ name: String) -> FolderChange { .folderGone(path(name)) }

  func path(_ name: String) -> String { folder.path(name) }

  func write(_ name: String, _ text: String = "Fog") throws {
    try folder.write(Array(text.utf8), to: name)
  }

  func touch(_ name: String) throws {
    try #require(utimensat(AT_FDCWD, path(name), nil, 0) == 0)
  }

  func remove(_ name: String) throws { try folder.remove(name) }
  func link(_ name: String, to target: String) throws { try folder.link(name, to: target) }

  func move(_ old: String, to new: String) throws {
    try #require(rename(old.hasPrefix("/") ? old : path(old), new.hasPrefix("/") ? new : path(new)) == 0)
  }

  func makeFolder(_ name: String) throws {
    try #require(mkdir(path(name), 0o700) == 0)
  }

  /// By `renameat2`, which Swift's Glibc module leaves out.
  func exchange(_ one: String, _ other: String) throws -> Bool {
    typealias Rename =
      @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
    let symbol = try #require(dlsym(nil, "renameat2"))
    let rename = unsafeBitCast(symbol, to: Rename.self)
    let exchange: UInt32 = 2
    return rename(AT_FDCWD, folder.path(one), AT_FDCWD, folder.path(other), exchange) == 0
  }
}

extension FolderWatch {
  /// Whether somebody who sleeps until something happens is woken.
  var isReadable: Bool {
    var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) == 1
  }
}
