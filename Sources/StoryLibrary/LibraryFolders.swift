import Folders
import Tables

/// The folders of a library: their numbers, their pages and their subfolders.
extension Library {
  /// A folder's number; an unknown folder is added.
  mutating func folder(named name: String) -> UInt32 {
    let number = folders.number(of: name)
    if number == folderRecords.count {
      folderRecords.append(FolderRecord())
      if var sorted = foldersByName {
        // Removed from the library while it changes, otherwise it would be copied.
        foldersByName = nil
        sorted.insert(number, at: firstPlace(in: sorted, notBefore: name))
        foldersByName = sorted
      }
    }
    return number
  }

  /// The numbers of a folder and of those below it. Costs a search in the sorted names, which are sorted on first use.
  mutating func folders(inside name: String) -> [UInt32] {
    var found: [UInt32] = []
    if let folder = folders.find(name) { found.append(folder) }
    let sorted = foldersByName ?? sortedFolders()
    foldersByName = sorted
    let prefix = name.hasSuffix("/") ? name : name + "/"
    var place = firstPlace(in: sorted, notBefore: prefix)
    while place < sorted.count, folders[sorted[place]].hasPrefix(prefix) {
      if sorted[place] != found.first { found.append(sorted[place]) }
      place += 1
    }
    countSteps(found.count)
    return found
  }

  private func sortedFolders() -> RowList<UInt32> {
    let names = (0..<UInt32(folders.count)).map { (name: Array(folders[$0].utf8), number: $0) }
    countSteps(names.count)
    var sorted = RowList<UInt32>()
    for folder in names.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      sorted.append(folder.number)
    }
    return sorted
  }

  private func firstPlace(in sorted: RowList<UInt32>, notBefore name: String) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = folders[sorted[middle]].utf8.lexicographicallyPrecedes(name.utf8)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The pages of a folder, including removed ones.
  func pages(ofFolder folder: UInt32) -> [UInt32] {
    var found: [UInt32] = []
    var next = folderRecords[folder].firstPage
    // Bounded: the chain in a damaged file may be circular.
    while next < pages.count, found.count < pages.count {
      found.append(next)
      next = pages[next].nextInFolder
    }
    countSteps(found.count)
    return found
  }

  /// Readings in a folder up to this one are of files that were removed with it, or with a parent folder.
  func lastGoneReading(in folder: String) -> UInt32 {
    FilePath.ancestors(of: folder).reduce(0) { last, name in
      countSteps(1)
      return folders.find(name).map { max(last, folderRecords[$0].goneReading) } ?? last
    }
  }
}

/// Added and removed files can be detected by their folders, without checking each file.
extension Library {
  mutating func setStamp(_ stamp: FileStamp, ofFolder folder: UInt32) {
    guard folderRecords[folder].stamp != stamp else { return }
    folderRecords.update(folder) { $0.stamp = stamp }
    revision += 1
  }

  /// Whether no file was added, removed or renamed in any folder since it was listed. Files modified in place are not
  /// noticed, because each file would have to be checked; the same applies to files requested by their own paths.
  public var hasSameFiles: Bool {
    folderRecords.count > 0 && folders.find("") == nil
      && (0..<UInt32(folderRecords.count)).allSatisfy { folder in
        guard let stamp = FileStamp(path: folders[folder]) else { return !hasPages(folder) }
        return stamp == folderRecords[folder].stamp
      }
  }

  /// Whether some page of a folder still exists.
  private func hasPages(_ folder: UInt32) -> Bool { pages(ofFolder: folder).contains { !pages[$0].isGone } }
}
