import Folders
import Tables

/// The folders of a library: their numbers, the pages in each, and what is below one.
extension Library {
  /// A folder's number; one that is not there is added.
  mutating func folder(named name: String) -> UInt32 {
    let number = folders.number(of: name)
    if number == folderRecords.count {
      folderRecords.append(FolderRecord())
      if var sorted = foldersByName {
        // Out of the library while it changes, or it would be copied.
        foldersByName = nil
        sorted.insert(number, at: firstPlace(in: sorted, notBefore: name))
        foldersByName = sorted
      }
    }
    return number
  }

  /// The numbers of a folder and of those below it. Costs a search in the sorted names, which are sorted when this
  /// is asked first.
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

  /// The pages of a folder, those that are gone too.
  func pages(ofFolder folder: UInt32) -> [UInt32] {
    var found: [UInt32] = []
    var next = folderRecords[folder].firstPage
    // Bounded: a damaged file may lead in circles.
    while next < pages.count, found.count < pages.count {
      found.append(next)
      next = pages[next].nextInFolder
    }
    countSteps(found.count)
    return found
  }

  /// Readings in a folder up to this one are of files that are gone with it, or with a folder above.
  func lastGoneReading(in folder: String) -> UInt32 {
    FilePath.ancestors(of: folder).reduce(0) { last, name in
      countSteps(1)
      return folders.find(name).map { max(last, folderRecords[$0].goneReading) } ?? last
    }
  }
}

/// Whether files have come or gone can be told by their folders, without a look at each file.
extension Library {
  mutating func setStamp(_ stamp: FileStamp, ofFolder folder: UInt32) {
    guard folderRecords[folder].stamp != stamp else { return }
    folderRecords.update(folder) { $0.stamp = stamp }
    revision += 1
  }

  /// No file has come, gone or got another name in any folder since it was listed. A file that was written to in
  /// its place is not noticed: that takes a look at each. So do files that were asked for by their own paths.
  public var hasSameFiles: Bool {
    folderRecords.count > 0 && folders.find("") == nil
      && (0..<UInt32(folderRecords.count)).allSatisfy { folder in
        guard let stamp = FileStamp(path: folders[folder]) else { return !hasPages(folder) }
        return stamp == folderRecords[folder].stamp
      }
  }

  /// Some page of a folder is not gone.
  private func hasPages(_ folder: UInt32) -> Bool { pages(ofFolder: folder).contains { !pages[$0].isGone } }
}
