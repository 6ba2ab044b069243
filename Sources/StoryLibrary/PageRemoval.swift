import Folders
import Tables

/// Removing pages.
extension Library {
  /// Removes a page unless it has been read again since.
  mutating func remove(_ gone: PageBatch.Gone, in folder: String) {
    switch gone {
    case .file(let name, let reading):
      var name = name
      let folder = self.folder(named: folder)
      let number = name.withUTF8 { name in
        let hash = Library.pageHash(folder, name)
        pages.prepareChange(of: pageSlots.first(hash))
        // An older reading of it may still arrive.
        return page(name, in: folder, hash: hash) ?? addPage(gonePage(in: folder), name, hash: hash)
      }
      remove(page: number, reading: reading)
    case .everything(let reading):
      let number = self.folder(named: folder)
      folderRecords.update(number) { $0.goneReading = max($0.goneReading, reading) }
      for inside in folders(inside: folder) {
        for page in pages(ofFolder: inside) { remove(page: page, reading: reading) }
      }
    }
  }

  private func gonePage(in folder: UInt32) -> PageRecord {
    var page = PageRecord()
    (page.folder, page.isGone) = (folder, true)
    return page
  }

  private mutating func remove(page: UInt32, reading: UInt32) {
    guard pages[page].reading <= reading else { return }
    if !pages[page].isGone {
      revision += 1
      clear(page: page)
    }
    if pages[page].isArchive { removePages(ofArchive: page, reading: reading) }
    pages.update(page) { page in
      (page.isGone, page.isPage, page.reading) = (true, false, reading)
    }
    lastReading = max(lastReading, reading)
  }

  /// Removes the pages in an archive.
  mutating func removePages(ofArchive page: UInt32, reading: UInt32) {
    pages.update(page) { $0.isArchive = false }
    remove(.everything(reading: reading), in: path(ofPage: page))
  }
}
