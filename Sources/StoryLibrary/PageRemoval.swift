import Folders
import Tables

/// How pages go.
extension Library {
  /// Forgets a page that is gone, if it has not been read again since.
  mutating func remove(_ gone: PageBatch.Gone, in folder: String) {
    switch gone {
    case .file(let name, let reading):
      var name = name
      let folder = folders.number(of: folder)
      let number = name.withUTF8 { name in
        let hash = Library.pageHash(folder, name)
        // An older reading of it may still come.
        return page(name, in: folder, hash: hash) ?? addPage(gonePage(in: folder), name, hash: hash)
      }
      remove(page: number, reading: reading)
    case .everything(let reading):
      goneFolders[folder] = max(reading, goneFolders[folder] ?? 0)
      for number in 0..<UInt32(pages.count) where isInside(number, folder) {
        remove(page: number, reading: reading)
      }
    }
  }

  private func gonePage(in folder: UInt32) -> PageRecord {
    var page = PageRecord()
    (page.folder, page.isGone) = (folder, true)
    return page
  }

  /// Readings in a folder up to this one are of files that are gone with it.
  func lastGoneReading(in folder: String) -> UInt32 {
    goneFolders.reduce(0) { FilePath.isInside(folder, $1.key) ? max($0, $1.value) : $0 }
  }

  private func isInside(_ page: UInt32, _ folder: String) -> Bool {
    FilePath.isInside(folders[pages[page].folder], folder)
  }

  private mutating func remove(page: UInt32, reading: UInt32) {
    guard pages[page].reading <= reading else { return }
    if !pages[page].isGone {
      revision += 1
      clear(page: page)
    }
    pages.update(page) { page in
      (page.isGone, page.isPage, page.reading) = (true, false, reading)
    }
    lastReading = max(lastReading, reading)
  }
}
