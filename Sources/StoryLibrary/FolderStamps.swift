import Folders
import Tables

/// Whether files have come or gone can be told by their folders, without a look at each file.
extension Library {
  mutating func setStamp(_ stamp: FileStamp, ofFolder folder: UInt32) {
    while folderStamps.count <= folder { folderStamps.append(.unknown) }
    guard folderStamps[folder] != stamp else { return }
    folderStamps[folder] = stamp
    revision += 1
  }

  /// No file has come, gone or got another name in any folder since it was listed. A file that was written to in
  /// its place is not noticed: that takes a look at each. So do files that were asked for by their own paths.
  public var hasSameFiles: Bool {
    folderStamps.count > 0 && folders.find("") == nil
      && (0..<UInt32(folderStamps.count)).allSatisfy { folder in
        FileStamp(path: folders[folder]) == folderStamps[folder]
      }
  }
}
